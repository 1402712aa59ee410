import { bad, ok, type DecodeProblem, type LatLon, type Result, type Timestamp } from '@csii/model'
import { text } from '../nmea/ascii.ts'

/** One line of BaseStation's port 30003, in its own units: feet, knots, degrees, feet per minute. */
export interface SbsMessage {
  /** MSG for what was heard; SEL, ID, AIR, STA and CLK for what the program notes. */
  readonly type: string
  /** Of MSG, 1 to 8: identification, surface, airborne, velocity, altitude, squawk, air to air, all-call. */
  readonly transmission?: number
  readonly icao?: number
  /** `icao` is none: the sender numbers it otherwise, and says so with a tilde. */
  readonly address_is_other?: true
  /** By the clock of the computer that wrote it, in whatever zone that keeps, as if it were UTC. */
  readonly generated?: Timestamp
  readonly callsign?: string
  readonly altitude?: number
  readonly groundspeed?: number
  readonly track?: number
  readonly latitude?: number
  readonly longitude?: number
  readonly vertical_rate?: number
  readonly squawk?: string
  readonly emergency?: boolean
  readonly on_ground?: boolean
}

const TYPES = new Set(['MSG', 'SEL', 'ID', 'AIR', 'STA', 'CLK'])
/** CLK ends with its times; the others have an address, MSG twelve fields more. */
const FEWEST: Readonly<Record<string, number>> = { CLK: 10, MSG: 22 }

export function decodeSbs(line: Uint8Array): Result<SbsMessage, DecodeProblem> {
  const fields = text(line, 0, line.length).split(',').map((field) => field.trim())
  const type = fields[0]!
  if (!TYPES.has(type)) return bad('framing')
  if (fields.length < (FEWEST[type] ?? 11)) return bad('length')
  const [, address = '', hex = ''] = /^(~?)([0-9A-Fa-f]{6})$/.exec(fields[4]!) ?? []
  const icao = Number.parseInt(hex, 16)
  if (type !== 'CLK' && Number.isNaN(icao)) return bad('value')
  if (type === 'MSG' && !/^[1-8]$/.test(fields[1]!)) return bad('value')
  const head = {
    type,
    ...(type === 'MSG' && { transmission: Number(fields[1]) }),
    ...(hex !== '' && { icao }),
    ...(address === '~' && { address_is_other: true as const }),
    ...optional('generated', timeOf(fields[6]!, fields[7]!)),
  }
  const noted = optional('callsign', type === 'ID' ? wordOf(fields[10]) : undefined)
  const contents = type === 'MSG' ? contentsOf(fields) : noted
  return contents ? ok({ ...head, ...contents }) : bad('value')
}

/** Undefined when a field holds what it cannot. */
function contentsOf(fields: readonly string[]): Partial<SbsMessage> | undefined {
  const numbers = NUMBERS.map(([name, index, least, most]) => [name, numberOf(fields[index]!, least, most)] as const)
  const squawk = fields[17]!
  const isWrong = numbers.some(([, value]) => value === null) || !/^([0-7]{1,4})?$/.test(squawk)
  if (isWrong) return undefined
  return {
    ...optional('callsign', wordOf(fields[10])),
    ...Object.fromEntries(numbers.filter(([, value]) => value !== undefined)),
    ...(squawk !== '' && { squawk: squawk.padStart(4, '0') }),
    ...optional('emergency', flagOf(fields[19])),
    ...optional('on_ground', flagOf(fields[21])),
  }
}

const NUMBERS = [
  ['altitude', 11, -2000, 200_000], ['groundspeed', 12, 0, 5000], ['track', 13, -360, 360],
  ['latitude', 14, -90, 90], ['longitude', 15, -180, 180], ['vertical_rate', 16, -100_000, 100_000],
] as const

/** Undefined for an empty field, null for what is no number within its range. */
function numberOf(field: string, least: number, most: number): number | undefined | null {
  if (field === '') return undefined
  const value = /^[+-]?\d{1,8}(\.\d{1,12})?$/.test(field) ? Number(field) : Number.NaN
  return value >= least && value <= most ? value : null
}

const wordOf = (field: string | undefined): string | undefined => field || undefined

/** BaseStation writes -1 for yes. */
function flagOf(field: string | undefined): boolean | undefined {
  return field === '-1' || field === '1' ? true : field === '0' ? false : undefined
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> =>
  // The one name of the record is the one that it is asked for.
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>

function timeOf(date: string, time: string): Timestamp | undefined {
  const [, year, month, day] = /^(\d{4})\/(\d\d)\/(\d\d)$/.exec(date) ?? []
  const [, hour, minute, second, fraction = ''] = /^(\d\d):(\d\d):(\d\d)(\.\d{1,6})?$/.exec(time) ?? []
  if (day === undefined || second === undefined) return undefined
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second) + Number(`0${fraction}`)
  return midnight + Math.round(seconds * 1000)
}

const ZONE_STEP = 900_000
const LONGEST_DELAY = 30_000
const LONGEST_LEAD = 2000

/**
 * * When a line was written, in UTC: its zone is whichever, by quarters of an hour, makes it a little older than its
 * receipt. The time of receipt where none does.
 */
export function timeOfLine(generated: Timestamp | undefined, receivedAt: Timestamp): Timestamp {
  if (generated === undefined) return receivedAt
  const delay = receivedAt - generated
  const rest = delay - ZONE_STEP * Math.round(delay / ZONE_STEP)
  const isInAZone = Math.abs(delay) < 15 * 3_600_000
  return isInAZone && rest <= LONGEST_DELAY && rest >= -LONGEST_LEAD ? receivedAt - rest : receivedAt
}

/** Where a line says its aircraft is; BaseStation writes zeros where it does not know. */
export function positionOfLine({ latitude: lat, longitude: lon }: SbsMessage): LatLon | undefined {
  return lat === undefined || lon === undefined || (lat === 0 && lon === 0) ? undefined : { lat, lon }
}

/** A line of type MSG as BaseStation writes it, with its end. */
export function toSbs(message: SbsMessage): string {
  const { icao = 0, generated = 0 } = message
  const [date = '', time = ''] = new Date(generated).toISOString().replace(/-/g, '/').replace('Z', '').split('T')
  const flag = (value: boolean | undefined) => (value === undefined ? '' : value ? '-1' : '0')
  const hex = `${message.address_is_other ? '~' : ''}${icao.toString(16).padStart(6, '0').toUpperCase()}`
  return [
    message.type, message.transmission ?? '', 1, 1, hex, 1, date, time, date, time, message.callsign ?? '',
    message.altitude ?? '', message.groundspeed ?? '', message.track ?? '', message.latitude?.toFixed(5) ?? '',
    message.longitude?.toFixed(5) ?? '', message.vertical_rate ?? '', message.squawk ?? '',
    '', flag(message.emergency), '', flag(message.on_ground),
  ].join(',') + '\r\n'
}
