import { setImmediate as pause } from 'node:timers/promises'
import type { Plot, Statement, Timestamp } from '@csii/model'
import type { StateRecord, TrackRef } from '../../pipeline/record/records.ts'
import { unpackPlots } from '../pack/plots.ts'
import { unpackStates } from '../pack/states.ts'
import { unpackStatements } from '../packing/period-packer.ts'
import { readEnd, readInfo, readKeyframe, trackRowsOf, type Keyframe, type TrackRow } from '../packing/track-rows.ts'
import type { TrackEnd } from '../period/latest-tracks.ts'
import type { TrackInfo } from '../period/period.ts'
import { createCheckedReading, type CheckedReading, type ChunkRow, type ReaderPorts } from './checked-reading.ts'
import type { StatesQuery, TrackIdentity } from './reading.store.ts'

/** States of one track, in the order in which they were known. */
export interface TrackStates {
  readonly track: TrackRef
  readonly states: readonly StateRecord[]
}

/**
 * Reads the past, whether it is in chunks or in memory still. Times are of validity unless they are called known; both
 * ends are included. What is damaged is left out, and noted.
 */
export interface HistoryReader {
  statesOf(track: TrackRef, from: Timestamp, to: Timestamp): Promise<StateRecord[]>
  /** Track by track where one comes; a track comes again with what was known of it later. */
  statesKnown(query: StatesQuery): AsyncIterable<TrackStates>
  plotsOf(source: string, from: Timestamp, to: Timestamp): Promise<Plot[]>
  statementsOf(source: string, from: Timestamp, to: Timestamp): Promise<Statement[]>
  /** All tracks of one world as they were known at some moment at or before a time: the last one that is kept. */
  keyframe(at: Timestamp, simulated: boolean): Promise<Keyframe | undefined>
  infosOf(track: TrackRef): Promise<TrackInfo[]>
  infosKnown(from: Timestamp, to: Timestamp): Promise<TrackInfo[]>
  endsKnown(from: Timestamp, to: Timestamp): Promise<TrackEnd[]>
  /** The latest first. */
  tracksBy(identity: TrackIdentity): Promise<TrackRow[]>
}

/** Rows read in one go, so that a commit never waits long. */
const CHUNKS_A_READ = 500

export function createReader(ports: ReaderPorts): HistoryReader {
  const reading = createCheckedReading(ports)
  return { ...recordReader(reading), ...trackReader(reading) }
}

const isWithin = (from: Timestamp, to: Timestamp) => ({ time }: { time: Timestamp }) => time >= from && time <= to

type RecordReader = Pick<HistoryReader, 'statesOf' | 'statesKnown' | 'plotsOf' | 'statementsOf'>

function recordReader(of: CheckedReading): RecordReader {
  return {
    async statesOf(track, from, to) {
      const { packing, periods } = of.now()
      const chunks = await of.chunks(await of.read(packing, (reading) => reading.chunksOfTrack(track, from, to)))
      const packed = chunks.flatMap(({ body }) => unpackStates(body, { from, until: to }))
      return [...packed, ...periods.flatMap(({ states }) => states.of(track).filter(isWithin(from, to)))]
    },
    statesKnown: (query) => statesKnown(of, query),
    async plotsOf(source, from, to) {
      const { packing, periods } = of.now()
      const chunks = await of.chunks(await of.read(packing, (reading) => reading.chunksOfSource('plots', source, from, to)))
      return [...chunks.flatMap(({ body }) => unpackPlots(body, from, to)), ...periods.flatMap((period) => period.plotsOf(source, from, to))]
    },
    async statementsOf(source, from, to) {
      const { packing, periods } = of.now()
      const chunks = await of.chunks(await of.read(packing, (reading) => reading.chunksOfSource('statements', source, from, to)))
      const packed = chunks.flatMap(({ body }) => unpackStatements(body)).filter(isWithin(from, to))
      return [...packed, ...periods.flatMap((period) => period.statementsOf(source, from, to))]
    },
  }
}

function trackReader(of: CheckedReading): Omit<HistoryReader, keyof RecordReader> {
  return {
    async keyframe(at, simulated) {
      const { packing } = of.now()
      for (let before = at; ; ) {
        const row = await of.read(packing, (reading) => reading.keyframeBefore(before, simulated))
        const keyframe = row && readKeyframe(row)
        if (!row || keyframe) return keyframe
        of.keyframeDamaged(row.at)
        before = row.at - 1
      }
    },
    async infosOf(track) {
      const { packing, periods } = of.now()
      const rows = await of.read(packing, (reading) => reading.infosOf(track))
      const isOfTrack = ({ run, info }: TrackInfo) => run === track.run && info.serial === track.serial
      return [...of.sound('track_info', rows, readInfo), ...periods.flatMap(({ infos }) => infos.filter(isOfTrack))]
    },
    async infosKnown(from, to) {
      const { packing, periods } = of.now()
      const rows = await of.read(packing, (reading) => reading.infosBetween(from, to))
      const isKnown = ({ info: { knownAt } }: TrackInfo) => knownAt >= from && knownAt <= to
      return [...of.sound('track_info', rows, readInfo), ...periods.flatMap(({ infos }) => infos.filter(isKnown))]
    },
    async endsKnown(from, to) {
      const { packing, periods } = of.now()
      const rows = await of.read(packing, (reading) => reading.endsBetween(from, to))
      const isKnown = ({ end: { knownAt } }: TrackEnd) => knownAt >= from && knownAt <= to
      return [...of.sound('track_end', rows, readEnd), ...periods.flatMap(({ ends }) => ends.filter(isKnown))]
    },
    async tracksBy(identity) {
      const { packing, periods } = of.now()
      const stored = await of.read(packing, (reading) => reading.tracksBy(identity))
      const [[column, value]] = Object.entries(identity) as [[keyof TrackRow, string | number]]
      const inMemory = periods.flatMap((period) => [...trackRowsOf(period)].filter((row) => row[column] === value))
      return merged([...inMemory.reverse(), ...stored])
    },
  }
}

async function* statesKnown(of: CheckedReading, query: StatesQuery): AsyncGenerator<TrackStates> {
  const { packing, periods } = of.now()
  const isWanted = ({ knownAt, simulated }: StateRecord) =>
    knownAt >= query.knownFrom && knownAt <= query.knownTo && simulated === query.simulated
  for (let after = 0, rows: ChunkRow[] = []; ; ) {
    rows = await of.read(packing, (reading) => reading.chunksOfStates(query, after, CHUNKS_A_READ))
    for (const { run, serial, body } of await of.chunks(rows)) {
      yield { track: { run, serial }, states: unpackStates(body, { knownUntil: query.knownTo }).filter(isWanted) }
    }
    if (rows.length < CHUNKS_A_READ) break
    after = rows.at(-1)!.id
    await pause()
  }
  for (const { states } of periods) {
    for (const track of states.tracks()) {
      const known = states.of(track).filter(isWanted)
      if (known.length > 0) yield { track, states: known }
    }
  }
}

/** One row for each track, the first said of it first. */
function merged(rows: readonly TrackRow[]): TrackRow[] {
  const tracks = new Map<string, TrackRow>()
  for (const row of rows) {
    const name = `${row.run}.${row.serial}`
    const known = tracks.get(name)
    tracks.set(name, known ? { ...row, ...known, first_at: Math.min(row.first_at, known.first_at), last_at: Math.max(row.last_at, known.last_at) } : row)
  }
  return [...tracks.values()].toSorted((a, b) => b.last_at - a.last_at)
}
