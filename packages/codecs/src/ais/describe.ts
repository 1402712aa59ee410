import { tableOf, type AisMessage } from './catalogue.ts'
import type { Field } from './field.ts'
import { retell } from './quirks.ts'
import { HEADER } from './table.ts'
import { readable } from './text.ts'

/** A message as a JSON object for people and other programs. */
export type Description = Record<string, unknown>

/** The object that gpsd prints for the message when asked for unscaled values (`gpsdecode -j -u`). */
export const gpsdMessage = (message: AisMessage): Description => describe(message, false)

/**
 * The same object in degrees, knots and metres. A value that the standard calls "not available" is undefined, and so
 * is an empty text.
 */
export const scaleMessage = (message: AisMessage): Description => describe(message, true)

function describe(message: AisMessage, scaled: boolean): Description {
  const { type, repeat, mmsi } = message
  const { fields, print, stamps } = tableOf(message)
  const shown: Description = { type, repeat, mmsi, scaled }
  describeFields(shown, fields.slice(HEADER.length), message, { scaled, print, stamps })
  retell(message, shown, scaled)
  return shown
}

interface Manner {
  readonly scaled: boolean
  readonly print: string | undefined
  readonly stamps?: Readonly<Record<string, string>> | undefined
}

function describeFields(shown: Description, fields: readonly Field[], values: object, manner: Manner): void {
  // Every key of the object is the name of a field of the same table, so the lookup gives that field's value.
  const given = values as Description
  const { scaled, stamps } = manner
  for (const name of manner.print?.split(' ') ?? fields.filter(isPrinted).map((field) => field.name)) {
    const stamp = stamps?.[name]
    const field = fields.find((candidate) => candidate.name === name)
    if (stamp !== undefined) shown[name] = stampOf(stamp, given, scaled)
    else if (field) describeField(shown, field, given[name], scaled)
    else throw new Error(`no field and no stamp is called ${name}`)
  }
}

const isPrinted = (field: Field): boolean => field.kind !== 'spare'

function describeField(shown: Description, field: Field, value: unknown, scaled: boolean): void {
  const { name } = field
  if (field.kind === 'text' || field.kind === 'rest-text') {
    const text = readable(String(value))
    shown[name] = scaled && text === '' ? undefined : text
  } else if (field.kind === 'list' && Array.isArray(value)) {
    shown[name] = value.map((element) => {
      const item: Description = {}
      describeFields(item, field.fields, element, { scaled, print: field.print })
      return item
    })
  } else if (field.kind === 'unsigned' || field.kind === 'signed') {
    const raw = Number(value)
    shown[name] = scaled && field.scale ? field.scale(raw) : raw
    if (field.legend) shown[`${name}_text`] = phraseOf(field.legend, raw)
  } else {
    shown[name] = value
  }
}

const phraseOf = (legend: readonly string[] | ((raw: number) => string), raw: number): string | undefined =>
  typeof legend === 'function' ? legend(raw) : legend[Math.min(raw, legend.length - 1)]

/** Fills in a date. For people there is none when its day is 0, the code for "not available". */
function stampOf(stamp: string, given: Description, scaled: boolean): string | undefined {
  let isKnown = true
  const filled = stamp.replace(/\{(\w+):(\d)\}/g, (_, part: string, digits: string) => {
    if (part.endsWith('day') && given[part] === 0) isKnown = false
    return String(given[part]).padStart(Number(digits), '0')
  })
  return scaled && !isKnown ? undefined : filled
}
