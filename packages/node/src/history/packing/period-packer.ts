import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Box } from '@csii/geo'
import type { Plot, Statement } from '@csii/model'
import type { Batch, StateRecord, TrackRef } from '../../pipeline/record/records.ts'
import { OpenStates } from '../period/open-states.ts'
import { hourOf } from '../period/period.ts'
import { boundsOf } from '../pack/bounds.ts'
import { packPlots } from '../pack/plots.ts'
import { packStates } from '../pack/states.ts'
import type { Chunk } from './chunk.ts'

/** Plots of one source that go into one chunk: enough to pack well, few enough to be read for a few of them. */
const PLOTS_A_CHUNK = 65_536

interface Source<T> {
  readonly source: string
  readonly hour: number
  readonly simulated: boolean
  records: T[]
  part: number
}

/** Sorts what batches hold by source, track and hour, and packs it. The same batches always give the same chunks. */
export class PeriodPacker {
  readonly #plots = new Map<string, Source<Plot>>()
  readonly #statements = new Map<string, Source<Statement>>()
  readonly #states = new OpenStates()

  /** Gives what is full. */
  add({ run, plots, statements, states }: Batch): Chunk[] {
    for (const state of states) this.#states.add(run, state)
    for (const statement of statements) entryOf(this.#statements, statement).records.push(statement)
    const full: Chunk[] = []
    for (const plot of plots) {
      const entry = entryOf(this.#plots, plot)
      if (entry.records.push(plot) === PLOTS_A_CHUNK) full.push(plotChunk(entry))
    }
    return full
  }

  /** Gives the rest, one by one: it takes its time. */
  *finish(): Generator<Chunk> {
    for (const entry of this.#plots.values()) if (entry.records.length > 0) yield plotChunk(entry)
    for (const entry of this.#statements.values()) yield statementChunk(entry)
    for (const track of this.#states.tracks()) yield* stateChunks(track, this.#states.of(track))
  }
}

function entryOf<T extends Plot | Statement>(entries: Map<string, Source<T>>, { sensorId, receivedAt, simulated }: T): Source<T> {
  const hour = hourOf(receivedAt)
  const key = `${hour} ${simulated} ${sensorId}`
  const known = entries.get(key) ?? { source: sensorId, hour, simulated, records: [], part: 0 }
  entries.set(key, known)
  return known
}

function plotChunk(entry: Source<Plot>): Chunk {
  const { records } = entry
  entry.records = []
  return {
    ...ofSource(entry), kind: 'plots', part: entry.part++, count: records.length, body: packPlots(records), ...boundsOf(records)!,
    cells: [],
  }
}

function statementChunk(entry: Source<Statement>): Chunk {
  const { records, part } = entry
  const times = records.map(({ time }) => time)
  const known = records.map(({ receivedAt }) => receivedAt)
  return {
    ...ofSource(entry), kind: 'statements', part, count: records.length, body: packStatements(records), cells: [],
    fromTime: least(times), toTime: most(times), knownFrom: least(known), knownTo: most(known), box: NOWHERE,
  }
}

const ofSource = ({ source, hour, simulated }: Source<unknown>) => ({
  source, run: 0, serial: 0, hour, simulated, label: '',
})

/** A statement does not say where. */
const NOWHERE: Box = { west: 0, south: 0, east: 0, north: 0 }
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))

/** One chunk for each hour in which something was known of it. */
function* stateChunks({ run, serial }: TrackRef, states: readonly StateRecord[]): Generator<Chunk> {
  let before: StateRecord | undefined
  for (const [hour, known] of Map.groupBy(states, ({ knownAt }) => hourOf(knownAt))) {
    yield {
      kind: 'states', source: '', run, serial, hour, part: 0, simulated: known[0]!.simulated, label: '',
      count: known.length, body: packStates(known), ...boundsOf(known, before)!,
    }
    before = known.at(-1)
  }
}

const packStatements = (statements: readonly Statement[]): Uint8Array =>
  deflateRawSync(JSON.stringify(statements))

/** The sum of the row tells that the bytes are ours. */
export const unpackStatements = (bytes: Uint8Array): Statement[] =>
  JSON.parse(inflateRawSync(bytes).toString('utf8')) as Statement[]
