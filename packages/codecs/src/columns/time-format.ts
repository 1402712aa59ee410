import { bad, ok, type Result, type Timestamp } from '@csii/model'

/** A time as somebody wrote it. */
export interface Instant {
  readonly time: Timestamp
  /** Seconds to the next time that could have been written so. */
  readonly step: number
}

export type ReadTime = (text: string) => Instant | undefined

/**
 * Reads times that are written in the format, such as `DD/MM/YYYY HH:mm`, in a zone that is so many minutes ahead of
 * UTC. Without a format: ISO 8601, and seconds or milliseconds since 1970. A zone written with a time counts before
 * the given one.
 */
export function timeReader(format: string | undefined, zoneMinutes: number): Result<ReadTime, string> {
  if (format === undefined) return ok((text) => readIso(text.trim(), zoneMinutes) ?? readEpoch(text.trim()))
  const tokens = format.match(TOKEN) ?? []
  const missing = ['Y', 'M', 'D', 'h', 'm'].filter((kind) => !tokens.some((token) => KINDS[token]?.kind === kind))
  if (missing.length > 0) return bad('needs a time format with all of YYYY, MM, DD, HH and mm')
  const parts = format.trim().split(SPLIT)
  const patterns = parts.map((part, index) =>
    index % 2 === 0 ? escaped(part) : KINDS[part]!.pattern(isPacked(parts, index)),
  )
  const form = new RegExp(`^${patterns.join('')}$`, 'iu')
  const kinds = tokens.map((token) => KINDS[token]!.kind)
  const step = kinds.includes('s') ? 1 : 60
  return ok((text) => {
    const written = text.length <= LONGEST ? form.exec(text.trim()) : null
    const time = written ? assemble(kinds, written.slice(1), zoneMinutes) : undefined
    return time === undefined ? undefined : { time, step }
  })
}

const LONGEST = 60
const TOKEN = /YYYY|YY|MMM|MM|DD|HH|hh|mm|ss|SSS|A|Z/g
const SPLIT = /(YYYY|YY|MMM|MM|DD|HH|hh|mm|ss|SSS|A|Z)/
/** Two digits where another number follows or precedes without a mark; else a zero in front may be missing. */
type Pattern = (isPacked: boolean) => string
const two: Pattern = (isPacked) => (isPacked ? '(\\d{2})' : '(\\d{1,2})')
const KINDS: Readonly<Record<string, { readonly kind: string; readonly pattern: Pattern }>> = {
  YYYY: { kind: 'Y', pattern: () => '(\\d{4})' },
  YY: { kind: 'Y', pattern: () => '(\\d{2})' },
  MMM: { kind: 'M', pattern: () => '(\\p{L}{3,10})\\.?' },
  MM: { kind: 'M', pattern: two },
  DD: { kind: 'D', pattern: two },
  HH: { kind: 'h', pattern: two },
  hh: { kind: 'h', pattern: two },
  mm: { kind: 'm', pattern: two },
  ss: { kind: 's', pattern: two },
  SSS: { kind: 'f', pattern: () => '(\\d{1,9})' },
  A: { kind: 'A', pattern: () => '([ap])\\.?\\s?m\\.?' },
  Z: { kind: 'Z', pattern: () => '(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)' },
}

/** Literals stand at even places, empty where two tokens touch. */
const isPacked = (parts: readonly string[], index: number): boolean =>
  (index > 1 && parts[index - 1] === '') || (index < parts.length - 2 && parts[index + 1] === '')

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')

function assemble(kinds: readonly string[], words: readonly string[], zoneMinutes: number): Timestamp | undefined {
  const word = (kind: string) => words[kinds.indexOf(kind)] ?? ''
  const year = Number(word('Y')) + (word('Y').length === 2 ? 2000 : 0)
  const month = /^\d/.test(word('M')) ? Number(word('M')) : monthNamed(word('M'))
  const hour = hourOf(Number(word('h')), word('A').toLowerCase())
  const zone = word('Z') === '' ? zoneMinutes : zoneNamed(word('Z'))
  if (month === undefined || hour === undefined || zone === undefined) return undefined
  const milliseconds = Math.floor(Number(`0.${word('f') || '0'}`) * 1000)
  const utc = timeOf(year, month, Number(word('D')), hour, Number(word('m')), Number(word('s')))
  return utc === undefined ? undefined : utc + milliseconds - zone * 60_000
}

function hourOf(hour: number, half: string): number | undefined {
  if (half === '') return hour
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : undefined
}

/** Undefined where the calendar or the clock has no such time. */
export function timeOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Timestamp | undefined {
  if (year < 1970 || year > 2199 || hour > 23 || minute > 59 || second > 59) return undefined
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined
}

const ISO = new RegExp(
  '^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:T|\\s+)(\\d{1,2}):(\\d{2})' +
    '(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?$',
  'i',
)
const ISO_KINDS = ['Y', 'M', 'D', 'h', 'm', 's', 'f', 'Z']

function readIso(text: string, zoneMinutes: number): Instant | undefined {
  const written = text.length <= LONGEST ? ISO.exec(text) : null
  if (!written) return undefined
  const time = assemble(
    ISO_KINDS,
    written.slice(1).map((word) => word ?? ''),
    zoneMinutes,
  )
  return time === undefined ? undefined : { time, step: written[6] === undefined ? 60 : 1 }
}

/** Seconds since 1970 have ten digits from 2001 until 2286, milliseconds thirteen. */
function readEpoch(text: string): Instant | undefined {
  if (/^\d{13}$/.test(text)) return { time: Number(text), step: 1 }
  return /^\d{10}(\.\d{1,9})?$/.test(text) ? { time: Math.round(Number(text) * 1000), step: 1 } : undefined
}

/** Minutes ahead of UTC: `-4`, `+05:30`, `-0400`, `UTC`. */
export function zoneNamed(text: string): number | undefined {
  if (/^(Z|UTC|GMT)$/i.test(text)) return 0
  const [, sign, hours = '', minutes = '0'] = /^(?:UTC|GMT)?([+-]?)(\d{1,2})(?::?(\d{2}))?$/i.exec(text) ?? []
  const size = Number(hours) * 60 + Number(minutes)
  return sign === undefined || size > 14 * 60 || Number(minutes) > 59 ? undefined : sign === '-' ? -size : size
}

/** How months begin in English, Spanish, French and Dutch, without accents. */
const MONTHS = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrt', 'maa'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mei'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'ago', 'aou'],
  ['sep', 'set'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dic'],
]

function monthNamed(name: string): number | undefined {
  const plain = name.normalize('NFD').toLowerCase().replace(/\P{L}/gu, '')
  const index = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => plain.startsWith(beginning)))
  return index < 0 ? undefined : index + 1
}
