import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Plot, Statement } from '@csii/model'
import type { Batch, StateRecord, TrackRef } from '../../pipeline/record/records.ts'
import { OpenStates } from '../period/open-states.ts'
import { hourOf } from '../period/period.ts'
import { extentOf, type Chunk } from './chunk.ts'
import { boundsOf, packPlots, packStates } from '../pack/index.ts'

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
    ...ofSource(entry), kind: 'plots', part: entry.part++, body: packPlots(records),
    ...extentOf(records.map(({ time, receivedAt, position }) => ({ time, knownAt: receivedAt, ...position }))),
  }
}

function statementChunk(entry: Source<Statement>): Chunk {
  const { records, part } = entry
  return {
    ...ofSource(entry), kind: 'statements', part, body: packStatements(records),
    ...extentOf(records.map(({ time, receivedAt }) => ({ time, knownAt: receivedAt, lat: 0, lon: 0 }))),
  }
}

const ofSource = ({ source, hour, simulated }: Source<unknown>) => ({
  source, run: 0, serial: 0, hour, simulated, label: '', cells: [],
})

/** One chunk for each hour in which something was known of it. */
function* stateChunks({ run, serial }: TrackRef, states: readonly StateRecord[]): Generator<Chunk> {
  for (const [hour, known] of Map.groupBy(states, ({ knownAt }) => hourOf(knownAt))) {
    yield {
      kind: 'states', source: '', run, serial, hour, part: 0, simulated: known[0]!.simulated, label: '',
      body: packStates(known), ...extentOf(known), cells: boundsOf(known)!.cells,
    }
  }
}

const packStatements = (statements: readonly Statement[]): Uint8Array =>
  deflateRawSync(JSON.stringify(statements))

/** The sum of the row tells that the bytes are ours. */
export const unpackStatements = (bytes: Uint8Array): Statement[] =>
  JSON.parse(inflateRawSync(bytes).toString('utf8')) as Statement[]
