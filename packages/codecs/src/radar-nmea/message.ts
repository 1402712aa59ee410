import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { DOLLAR, EXCLAMATION, text } from '../nmea/ascii.ts'
import type { PartFields } from '../nmea/part-table.ts'
import type { Sentence } from '../nmea/sentence.ts'
import { fieldText, readFields, writeFields, type Forms, type Layout, type Values } from './layout.ts'
import { LAYOUTS } from './layouts.ts'
import { readLabels, writeLabels, type Tlb } from './target-label.ts'
import { writeTargets, type Ttd } from './tracked-target-data.ts'

type Formatter = keyof typeof LAYOUTS
type FormsOf<L> = L extends Layout<infer F> ? F : never

/** What one sentence of that formatter says: `FieldsOf<'TTM'>`. */
export type FieldsOf<F extends Formatter> = Values<FormsOf<(typeof LAYOUTS)[F]>>

/** A sentence of fields, under its formatter, with the two characters of whoever sent it. */
export type FieldMessage<F extends Formatter = Formatter> = {
  readonly [Each in F]: { readonly sentence: Each; readonly talker: string } & FieldsOf<Each>
}[F]

export type RadarMessage = FieldMessage | Tlb | Ttd

/** Talker and formatter of a sentence of the standard, or undefined. */
function addressOf(sentence: Sentence): { readonly talker: string; readonly formatter: string } | undefined {
  if (sentence.fieldTo(0) - sentence.fieldFrom(0) !== 5) return undefined
  const address = text(sentence.bytes, sentence.fieldFrom(0), sentence.fieldTo(0))
  return { talker: address.slice(0, 2), formatter: address.slice(2) }
}

const isOfFields = (formatter: string): formatter is Formatter => Object.hasOwn(LAYOUTS, formatter)

/** Reads a sentence of a radar or of own ship, whole and with a good checksum. Any other is unsupported. */
export function decodeRadarSentence(sentence: Sentence): Result<FieldMessage | Tlb, DecodeProblem> {
  const address = addressOf(sentence)
  if (!address || sentence.bytes[sentence.from] !== DOLLAR) return bad('unsupported')
  const { talker, formatter } = address
  if (formatter === 'TLB') return readLabels(talker, sentence)
  if (!isOfFields(formatter)) return bad('unsupported')
  const layout: Layout<Forms> = LAYOUTS[formatter]
  const fields = readFields(layout, sentence)
  if (!fields.ok) return fields
  // The fields were read by the layout of this formatter.
  return ok({ sentence: formatter, talker, ...fields.value } as FieldMessage)
}

/**
 * The envelope of `--TTD`, whose payload may continue in other sentences; undefined for any other sentence. It begins
 * with `!`, but radars are known that write `$`.
 */
export function targetDataPart(sentence: Sentence): PartFields | DecodeProblem | undefined {
  const address = addressOf(sentence)
  const start = sentence.bytes[sentence.from]
  if (address?.formatter !== 'TTD' || (start !== EXCLAMATION && start !== DOLLAR)) return undefined
  if (sentence.fieldCount < 6) return 'length'
  const parts = hexadecimal(fieldText(sentence, 1))
  const part = hexadecimal(fieldText(sentence, 2))
  const sequence = fieldText(sentence, 3)
  const fillBits = fieldText(sentence, 5)
  const isAllowed =
    part >= 1 && part <= parts && /^\d?$/.test(sequence) && /^[0-5]?$/.test(fillBits) &&
    (part === parts || Number(fillBits) === 0)
  if (!isAllowed) return 'value'
  const [first, second] = [address.talker.charCodeAt(0), address.talker.charCodeAt(1)]
  return {
    // Below zero: no message of AIS is taken for it.
    stream: -(first * 256 + second) - 1,
    parts,
    part,
    sequence: sequence === '' ? -1 : Number(sequence),
    payloadFrom: sentence.fieldFrom(4),
    payloadTo: sentence.fieldTo(4),
    fillBits: Number(fillBits),
  }
}

/** One or two digits, or 0. */
const hexadecimal = (written: string): number => (/^[0-9A-Fa-f]{1,2}$/.test(written) ? parseInt(written, 16) : 0)

const RADAR = 'RA'

/** A sentence of fields, by its formatter. */
export function encodeRadarSentence<F extends Formatter>(formatter: F, fields: FieldsOf<F>, talker: string): string {
  const layout: Layout<Forms> = LAYOUTS[formatter]
  return writeFields(talker + formatter, layout, fields)
}

export const encodeTtm = (fields: FieldsOf<'TTM'>, talker = RADAR): string => encodeRadarSentence('TTM', fields, talker)
export const encodeTll = (fields: FieldsOf<'TLL'>, talker = RADAR): string => encodeRadarSentence('TLL', fields, talker)
export const encodeRsd = (fields: FieldsOf<'RSD'>, talker = RADAR): string => encodeRadarSentence('RSD', fields, talker)
export const encodeOsd = (fields: FieldsOf<'OSD'>, talker = RADAR): string => encodeRadarSentence('OSD', fields, talker)

/** As many sentences as it takes. */
export const encodeTlb = (labels: Tlb['labels'], talker = RADAR): string[] =>
  writeLabels({ sentence: 'TLB', talker, labels })

/** As many sentences as it takes: four targets each. */
export const encodeTtd = (targets: Ttd['targets'], talker = RADAR, sequence = 0): string[] =>
  writeTargets({ sentence: 'TTD', targets }, talker, sequence)
