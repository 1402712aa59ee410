import type { StateRecord } from '../../pipeline/record/records.ts'
import type { ByteReader, ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './column.ts'

/** Of one block. */
export const MOST_STATES = 128

/** Steps in a unit, as `StateRecord` has them; of a millisecond 16, so that 1/128 s (ASTERIX) is whole. */
const STEPS = {
  time: 16, degrees: 1e7, sigma: 10, correlation: 100, speed: 100, course: 100, heading: 10, altitude: 1, share: 254,
}

/** Bits of the column that says of what kind a state is and what it has. */
const SIMULATED = 1
const REVISION = 2
const SPEED = 4
const COURSE = 8
const HEADING = 16
const ALTITUDE = 32
const DARK = 64
const SUSPECT = 128

/** The columns of a block that was read, each with room for as many states as there can be. */
export interface Block {
  readonly serial: Float64Array
  readonly shape: Float64Array
  readonly knownAt: Float64Array
  readonly time: Float64Array
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly sigmaEast: Float64Array
  readonly sigmaNorth: Float64Array
  readonly correlation: Float64Array
  readonly speed: Float64Array
  readonly course: Float64Array
  readonly heading: Float64Array
  readonly altitude: Float64Array
  readonly means: Float64Array
  readonly flags: Float64Array
  readonly existence: Float64Array
  readonly dark: Float64Array
  readonly suspect: Float64Array
}

const room = (): Float64Array => new Float64Array(MOST_STATES)

/** Filled anew for each block: 18 arrays for each of thousands of blocks would cost more than reading them. */
const block: Block = {
  serial: room(), shape: room(), knownAt: room(), time: room(), lat: room(), lon: room(), sigmaEast: room(),
  sigmaNorth: room(), correlation: room(), speed: room(), course: room(), heading: room(), altitude: room(),
  means: room(), flags: room(), existence: room(), dark: room(), suspect: room(),
}

/** A column of what a state may lack is left out where the whole block lacks it. */
export function writeBlock(writer: ByteWriter, states: readonly StateRecord[]): void {
  const shapes = states.map(shapeOf)
  const present = shapes.reduce((a, b) => a | b, 0)
  const plain = (valueOf: (state: StateRecord) => number, steps = 1): void =>
    writeColumn(writer, states.map((state) => inSteps(valueOf(state), steps)))
  const optional = (bit: number, values: readonly (number | undefined)[], steps: number, turn = 0): void => {
    if (present & bit) writeColumn(writer, filled(values, steps, turn))
  }
  plain(({ serial }) => serial)
  writeColumn(writer, shapes)
  // By a power of two: exact for times that lie between two steps, too.
  writeColumn(writer, states.map(({ knownAt }) => knownAt * STEPS.time))
  writeColumn(writer, states.map(({ time }) => time * STEPS.time))
  plain(({ lat }) => lat, STEPS.degrees)
  plain(({ lon }) => lon, STEPS.degrees)
  plain(({ sigmaEast }) => sigmaEast, STEPS.sigma)
  plain(({ sigmaNorth }) => sigmaNorth, STEPS.sigma)
  plain(({ correlation }) => correlation, STEPS.correlation)
  optional(SPEED, states.map(({ speed }) => speed), STEPS.speed)
  optional(COURSE, states.map(({ courseDeg }) => courseDeg), STEPS.course, 360 * STEPS.course)
  optional(HEADING, states.map(({ headingDeg }) => headingDeg), STEPS.heading, 360 * STEPS.heading)
  optional(ALTITUDE, states.map(({ altitude }) => altitude), STEPS.altitude)
  plain(({ means }) => means)
  plain(({ flags }) => flags)
  plain(({ existence }) => existence, STEPS.share)
  optional(DARK, states.map(({ dark }) => dark), STEPS.share)
  optional(SUSPECT, states.map(({ suspect }) => suspect), STEPS.share)
}

/** Valid until the next block is read. */
export function readBlock(reader: ByteReader, count: number): Block {
  const column = (into: Float64Array): void => readColumn(reader, into, count)
  column(block.serial)
  column(block.shape)
  let present = 0
  for (let at = 0; at < count; at++) present |= block.shape[at]!
  const optional = (bit: number, into: Float64Array): void => {
    if (present & bit) column(into)
  }
  column(block.knownAt)
  column(block.time)
  column(block.lat)
  column(block.lon)
  column(block.sigmaEast)
  column(block.sigmaNorth)
  column(block.correlation)
  optional(SPEED, block.speed)
  optional(COURSE, block.course)
  optional(HEADING, block.heading)
  optional(ALTITUDE, block.altitude)
  column(block.means)
  column(block.flags)
  column(block.existence)
  optional(DARK, block.dark)
  optional(SUSPECT, block.suspect)
  return block
}

const inSteps = (value: number, steps: number): number => Math.round(value * steps) + 0

function shapeOf(state: StateRecord): number {
  return (
    (state.simulated ? SIMULATED : 0) |
    (state.isRevision ? REVISION : 0) |
    (state.speed === undefined ? 0 : SPEED) |
    (state.courseDeg === undefined ? 0 : COURSE) |
    (state.headingDeg === undefined ? 0 : HEADING) |
    (state.altitude === undefined ? 0 : ALTITUDE) |
    (state.dark === undefined ? 0 : DARK) |
    (state.suspect === undefined ? 0 : SUSPECT)
  )
}

/** What is lacking stays as it was. A direction goes the shorter way round, and so beyond a full turn. */
function filled(values: readonly (number | undefined)[], steps: number, turn: number): readonly number[] {
  let last = inSteps(values.find((value) => value !== undefined) ?? 0, steps)
  return values.map((value) => {
    const index = value === undefined ? last : inSteps(value, steps)
    last = turn === 0 ? index : index - Math.round((index - last) / turn) * turn
    return last
  })
}

export const knownAtAt = ({ knownAt }: Block, at: number): number => knownAt[at]! / STEPS.time
export const timeAt = ({ time }: Block, at: number): number => time[at]! / STEPS.time
export const isRevisionAt = ({ shape }: Block, at: number): boolean => (shape[at]! & REVISION) !== 0

/** A state as it was, to the resolution of `StateRecord`; directions from 0 to below 360. */
export function stateAt(block: Block, at: number): StateRecord {
  const shape = block.shape[at]!
  return {
    serial: block.serial[at]!,
    simulated: (shape & SIMULATED) !== 0,
    knownAt: knownAtAt(block, at),
    time: timeAt(block, at),
    isRevision: (shape & REVISION) !== 0,
    lat: block.lat[at]! / STEPS.degrees,
    lon: block.lon[at]! / STEPS.degrees,
    sigmaEast: block.sigmaEast[at]! / STEPS.sigma,
    sigmaNorth: block.sigmaNorth[at]! / STEPS.sigma,
    correlation: block.correlation[at]! / STEPS.correlation,
    speed: shape & SPEED ? block.speed[at]! / STEPS.speed : undefined,
    courseDeg: shape & COURSE ? within(block.course[at]!, 360 * STEPS.course) / STEPS.course : undefined,
    headingDeg: shape & HEADING ? within(block.heading[at]!, 360 * STEPS.heading) / STEPS.heading : undefined,
    altitude: shape & ALTITUDE ? block.altitude[at]! / STEPS.altitude : undefined,
    means: block.means[at]!,
    flags: block.flags[at]!,
    existence: block.existence[at]! / STEPS.share,
    dark: shape & DARK ? block.dark[at]! / STEPS.share : undefined,
    suspect: shape & SUSPECT ? block.suspect[at]! / STEPS.share : undefined,
  }
}

const within = (index: number, turn: number): number => index - Math.floor(index / turn) * turn
