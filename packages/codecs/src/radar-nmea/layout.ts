import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { checksum, text } from '../nmea/ascii.ts'
import type { Sentence } from '../nmea/sentence.ts'
import { WRONG, type Form } from './forms.ts'

export type Forms = Readonly<Record<string, Form<unknown>>>

/** The fields of one sentence in their order. */
export interface Layout<F extends Forms> {
  /** Fields that every edition of the standard has; later editions appended to them. */
  readonly least: number
  readonly forms: F
}

/** What a sentence says; what is not available is absent. */
export type Values<F extends Forms> = { readonly [Name in keyof F]?: F[Name] extends Form<infer T> ? T : never }

export const layout = <F extends Forms>(least: number, forms: F): Layout<F> => ({ least, forms })

/** Fields that are missing at the end are not available; fields beyond the last are of a later edition and let be. */
export function readFields<F extends Forms>(
  { least, forms }: Layout<F>,
  sentence: Sentence,
): Result<Values<F>, DecodeProblem> {
  if (sentence.fieldCount - 1 < least) return bad('length')
  const values: Record<string, unknown> = {}
  let at = 1
  for (const [name, form] of Object.entries(forms)) {
    const value = form.read(Array.from({ length: form.width }, (_, index) => fieldText(sentence, at + index)))
    if (value === WRONG) return bad('value')
    if (value !== undefined) values[name] = value
    at += form.width
  }
  // Each value came from the form of its name.
  return ok(values as Values<F>)
}

/** One sentence with its checksum. */
export function writeFields<F extends Forms>(address: string, { forms }: Layout<F>, values: Values<F>): string {
  const fields = Object.entries(forms).flatMap(([name, form]) => {
    const value = values[name]
    return value === undefined ? Array.from({ length: form.width }, () => '') : form.write(value)
  })
  return sealed('$', [address, ...fields].join(','))
}

export const sealed = (start: '$' | '!', body: string): string => `${start}${body}*${checksum(body)}`

/** The characters of a field without the blanks that some senders pad it with; none beyond the last. */
export function fieldText(sentence: Sentence, field: number): string {
  if (field >= sentence.fieldCount) return ''
  return text(sentence.bytes, sentence.fieldFrom(field), sentence.fieldTo(field)).trim()
}

/** The least difference that the digits of a field can express: 0.01 for `0.48`, 1 for an absent field. */
export function stepOf(sentence: Sentence, field: number): number {
  const written = fieldText(sentence, field)
  const point = written.indexOf('.')
  return point < 0 ? 1 : 10 ** (point + 1 - written.length)
}
