/** Of two that stand as often in a record the earlier is likelier. */
export const DELIMITERS = ['\t', ';', '|', ','] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The fields of one record, without their quotes (RFC 4180 § 2) and the blanks around them. */
export function splitRecord(record: string, delimiter: Delimiter): readonly string[] {
  const fields: string[] = []
  let at = 0
  while (at <= record.length) {
    const quoted = record[at] === '"' ? endOfQuotes(record, at) : at
    const found = record.indexOf(delimiter, quoted)
    const end = found < 0 ? record.length : found
    fields.push(unquoted(record.slice(at, end)))
    at = end + 1
  }
  return fields
}

/** Behind the quote that closes, or the end of a record where none does. */
function endOfQuotes(record: string, from: number): number {
  for (let at = from + 1; at < record.length; at++) {
    if (record[at] !== '"') continue
    if (record[at + 1] !== '"') return at + 1
    at++
  }
  return record.length
}

function unquoted(field: string): string {
  const text = field.trim()
  return text.startsWith('"')
    ? text
        .slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined)
        .replaceAll('""', '"')
        .trim()
    : text
}

/**
 * The delimiters in the order in which they are likely that of the record: by how often they stand in it. A row of
 * decimal commas has one more of them than of its delimiter, so a comma counts one less.
 */
export function likelyDelimiters(record: string): readonly Delimiter[] {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, splitRecord(record, delimiter).length - 1]))
  const weight = (delimiter: Delimiter) => counts.get(delimiter)! - (delimiter === ',' ? 1 : 0)
  return DELIMITERS.filter((delimiter) => counts.get(delimiter)! > 0).sort((a, b) => weight(b) - weight(a))
}
