import { bad, ok, type Result } from '@csii/model'
import { DELIMITERS, type Delimiter } from './csv-record.ts'
import { unitNamed } from './quantity.ts'
import { timeReader, zoneNamed, type ReadTime } from './time-format.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A column: by its header, or by its number from 1. */
export type ColumnName = string | number

export interface Column {
  /** Several are joined by a blank: a date and a time of day. */
  readonly names: readonly ColumnName[]
  readonly unit?: string
}

/** Which column of a file holds what. */
export interface Mapping {
  readonly columns: Readonly<Record<string, Column>>
  readonly timeFormat?: string
  readonly zone?: string
  readonly delimiter?: Delimiter
}

/**
 * Reads a mapping as a technician writes it: `time=Date+Time timeFormat=DD/MM/YYYY HH:mm zone=-4 lat=Latitude
 * lon=Longitude name="Vessel Name" id=#2 speed=Speed:kn`. A value reaches up to the next key; quotes hold what a
 * header has of `=`, `+` and `:`, or a number that is a header. The problem reads on after "The mapping".
 */
export function parseMapping(
  text: string,
  vocabulary: Vocabulary,
  required: readonly string[],
): Result<Mapping, string> {
  const quoted: string[] = []
  const plain = text.replace(/"([^"]*)"/g, (_, header: string) => `${OPEN}${quoted.push(header) - 1}${CLOSE}`)
  if (plain.includes('"')) return bad('has a quote that does not end; write " on both sides of a header')
  const [before = '', ...items] = plain.split(/(?:^|\s+)([A-Za-z]+)=/)
  if (before.trim() !== '') return bad(`begins with "${before.trim()}"; begin with a key, such as lat=`)
  const draft: Draft = { columns: {} }
  const seen = new Set<string>()
  for (let at = 0; at < items.length; at += 2) {
    const key = items[at]!
    const value = items[at + 1]!.trim()
    const problem = seen.has(key) ? `says ${key}= twice; keep one of them` : take(draft, key, value, quoted, vocabulary)
    if (problem !== undefined) return bad(problem)
    seen.add(key)
  }
  return complete(draft, required)
}

/** The parts of a mapping that are no columns. */
const SETTINGS = ['timeFormat', 'zone', 'delimiter']
const NAMED_DELIMITERS: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }
/** Stand where a quoted header stood; nobody types them. */
const OPEN = '\ue000'
const CLOSE = '\ue001'
const unquote = (text: string, quoted: readonly string[]): string =>
  text.replace(/\ue000(\d+)\ue001/g, (_, index: string) => quoted[Number(index)] ?? '')
type Draft = { -readonly [Key in keyof Mapping]: Mapping[Key] } & { columns: Record<string, Column> }

/** What is wrong with one item, or nothing. */
function take(
  draft: Draft,
  key: string,
  value: string,
  quoted: readonly string[],
  vocabulary: Vocabulary,
): string | undefined {
  const whole = unquote(value, quoted)
  if (key === 'timeFormat') draft.timeFormat = whole
  else if (key === 'zone') draft.zone = whole
  else if (key === 'delimiter') {
    const named = Object.hasOwn(NAMED_DELIMITERS, whole) ? NAMED_DELIMITERS[whole] : undefined
    const delimiter = named ?? DELIMITERS.find((each) => each === whole)
    if (!delimiter) return `has the delimiter "${whole}"; write comma, semicolon, tab or bar`
    draft.delimiter = delimiter
  } else if (!Object.hasOwn(vocabulary, key)) {
    return `does not know ${key}=; write one of: ${[...Object.keys(vocabulary), ...SETTINGS].join(', ')}`
  } else {
    const column = columnOf(value, quoted, key, vocabulary)
    if (typeof column === 'string') return column
    draft.columns[key] = column
  }
  return undefined
}

function columnOf(value: string, quoted: readonly string[], key: string, vocabulary: Vocabulary): Column | string {
  const { units } = vocabulary[key]!
  const [, named = value, written] = (units && /^(.*):([^:+]+)$/s.exec(value)) ?? []
  const unit = written === undefined ? undefined : unitNamed(written.trim(), units!)
  if (written !== undefined && unit === undefined)
    return `has the unit "${written.trim()}" for ${key}=; write one of: ${Object.keys(units!).join(', ')}`
  const names = named.split('+').map((name) => nameOf(name.trim(), quoted))
  if (names.some((name) => name === '' || name === 0))
    return `names no column for ${key}=; write its header, or its number from 1`
  return { names, ...(unit !== undefined && { unit }) }
}

function nameOf(text: string, quoted: readonly string[]): ColumnName {
  const [, number] = /^#?(\d{1,4})$/.exec(text) ?? []
  if (number !== undefined) return Number(number)
  return unquote(text, quoted).trim()
}

function complete(draft: Draft, required: readonly string[]): Result<Mapping, string> {
  const absent = required.filter((key) => !draft.columns[key])
  if (absent.length > 0)
    return bad(`names no column for ${absent.join(' and ')}; add ${absent[0]}= and its header or number`)
  const reader = readTimeOf(draft)
  return reader.ok ? ok(draft) : bad(reader.problem)
}

/** How the mapping's times are read. */
export function readTimeOf({
  timeFormat,
  zone = 'UTC',
}: Pick<Mapping, 'timeFormat' | 'zone'>): Result<ReadTime, string> {
  const minutes = zoneNamed(zone)
  return minutes === undefined
    ? bad(`has the zone "${zone}"; write the hours ahead of UTC, such as -4 or +05:30`)
    : timeReader(timeFormat, minutes)
}

/** The mapping as its text. */
export function writeMapping({ columns, timeFormat, zone, delimiter }: Mapping): string {
  const items = Object.entries(columns).map(
    ([key, { names, unit }]) => `${key}=${names.map(writeName).join('+')}${unit === undefined ? '' : `:${unit}`}`,
  )
  if (timeFormat !== undefined) items.push(`timeFormat=${timeFormat}`)
  if (zone !== undefined) items.push(`zone=${zone}`)
  const named = Object.keys(NAMED_DELIMITERS).find((name) => NAMED_DELIMITERS[name] === delimiter)
  if (named !== undefined) items.push(`delimiter=${named}`)
  return items.join(' ')
}

const writeName = (name: ColumnName): string =>
  typeof name === 'number'
    ? `#${name}`
    : /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)
      ? name
      : `"${name.replaceAll('"', '')}"`
