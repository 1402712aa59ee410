/** Anything that JSON can say, looked at with care: a stranger wrote it. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the record itself holds, never what every object inherits. */
export const own = (record: JsonRecord, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined)

export function recordIn(record: JsonRecord, key: string): JsonRecord | undefined {
  const value = own(record, key)
  return isRecord(value) ? value : undefined
}

export function listIn(record: JsonRecord, key: string): readonly unknown[] | undefined {
  const value = own(record, key)
  return Array.isArray(value) ? value : undefined
}

export function numberIn(record: JsonRecord, key: string): number | undefined {
  const value = own(record, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Undefined for an empty text too: equipment writes one where nobody has filled it in. */
export function textIn(record: JsonRecord, key: string): string | undefined {
  const value = own(record, key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST_TEXT) : undefined
}

/** Of a text that is kept. */
export const LONGEST_TEXT = 256
