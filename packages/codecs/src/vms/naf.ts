import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { decodeLatin1 } from '../columns/text.ts'

/**
 * One message in the North Atlantic Format: `//SR//AD/XNE//…//ER//` (NEAFC Scheme of Control and Enforcement, annex IX;
 * NAFO Conservation and Enforcement Measures, annex II.D; Commission Regulation (EC) No 2244/2003).
 */
export interface NafMessage {
  /**
   * What each field code holds, as sent, in the order sent; codes that nobody here knows are kept. SR and ER are left
   * out.
   */
  readonly fields: Readonly<Record<string, string>>
}

/** Addressee and type: every message has them. */
const MANDATORY = ['AD', 'TM']

/**
 * Messages that say where the vessel is as it speaks. A transhipment (TRA) and a port call (POR) are announced with the
 * place where they will be, and an observation (OBS) tells of another vessel: those give no place.
 */
const POSITION_TYPES = new Set(['POS', 'ENT', 'EXI', 'MAN', 'COE', 'COX', 'CAT'])
/** Of these a place is part of the form: without one they are too short. */
const PLACED_TYPES = new Set(['POS', 'ENT', 'EXI', 'MAN'])
const OTHER_TYPES = new Set([
  'RET',
  'TRA',
  'POR',
  'CAN',
  'OBS',
  'COB',
  'CAX',
  'JUR',
  'SEN',
  'SEX',
  'SUR',
  'NOT',
  'WIT',
  'AUT',
  'SUS',
  'LIM',
  'REP',
  'PSC',
  'HIS',
  'INF',
  'ACK',
  'NAK',
])

export const hasPlace = (type: string): boolean => POSITION_TYPES.has(type)
export const needsPlace = (type: string): boolean => PLACED_TYPES.has(type)
export const isKnownType = (type: string): boolean => POSITION_TYPES.has(type) || OTHER_TYPES.has(type)

/** Reads one message, from `//SR//` up to `//ER`. Line ends within it were put there by e-mail and mean nothing. */
export function decodeNaf(bytes: Uint8Array, from = 0, to = bytes.length): Result<NafMessage, DecodeProblem> {
  const text = withoutControls(decodeLatin1(bytes, from, to))
  const [, body] = /^\s*\/\/SR\/\/(.*)\/\/ER(?:\/\/)?\s*$/s.exec(text) ?? []
  if (body === undefined) return bad('framing')
  const fields: Record<string, string> = {}
  for (const element of elementsOf(body)) {
    const slash = element.indexOf('/')
    const code = (slash < 0 ? element : element.slice(0, slash)).trim()
    const value = slash < 0 ? '' : element.slice(slash + 1).trim()
    if (!/^[A-Z][A-Z0-9]{1,3}$/.test(code)) return bad('framing')
    if (code === 'SR') return bad('framing')
    // Said twice and differently, nobody knows which to believe.
    if (Object.hasOwn(fields, code) && fields[code] !== value) return bad('value')
    if (value !== '') fields[code] = value
  }
  if (MANDATORY.some((code) => !fields[code])) return bad('length')
  return /^[A-Z]{3}$/.test(fields['TM']!) ? ok({ fields }) : bad('value')
}

/** An empty value leaves three slashes: the first ends the code, and two begin the next. */
const elementsOf = (body: string): readonly string[] =>
  body.split(/\/\/(?!\/)/).filter((element) => element.trim() !== '')

/** Control characters, of both halves of the set, are no part of any value. */
const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, '')

/**
 * Writes a message. A slash separates, so a value cannot have one and gets a blank; a character that is not in ISO
 * 8859-1 becomes a question mark.
 */
export function encodeNaf({ fields }: NafMessage): Uint8Array {
  const elements = Object.entries(fields).map(
    ([code, value]) => `//${code}/${withoutControls(value).replaceAll('/', ' ').trim()}`,
  )
  const text = `//SR${elements.join('')}//ER//`
  return Uint8Array.from(text, (character) =>
    character.codePointAt(0)! < 256 ? character.charCodeAt(0) : QUESTION_MARK,
  )
}

const QUESTION_MARK = 63
