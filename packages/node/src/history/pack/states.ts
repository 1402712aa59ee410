import type { Timestamp } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'
import { ByteReader, ByteWriter } from './byte-writer.ts'
import { DamagedPack } from './coder.ts'
import {
  isRevisionAt, knownAtAt, MOST_STATES, readBlock, stateAt, timeAt, writeBlock, type Block,
} from './state-block.ts'

/** The first byte of a pack of states: the upper half says what it holds, the lower is the version. */
export const STATES_VERSION = 0x21

/** Which states are wanted; all times are included. */
export interface StateWindow {
  /** Known by then. */
  readonly knownUntil?: Timestamp | undefined
  /** Of validity. */
  readonly from?: Timestamp | undefined
  readonly until?: Timestamp | undefined
}

/** States in blocks that can be passed over, in the order in which they come, at the resolution of `StateRecord`. */
export function packStates(states: readonly StateRecord[]): Uint8Array {
  const writer = new ByteWriter()
  writer.byte(STATES_VERSION)
  for (let from = 0; from < states.length; from += MOST_STATES) {
    const block = states.slice(from, from + MOST_STATES)
    const body = new ByteWriter()
    writeBlock(body, block)
    writeHeader(writer, block, body.length)
    writer.append(body)
  }
  return writer.finish()
}

/**
 * The states of a pack that are wanted, in the order in which they came. A field that a state lacks is undefined.
 * @throws {DamagedPack} where it is none, or is not whole
 */
export function unpackStates(bytes: Uint8Array, window: StateWindow = {}): StateRecord[] {
  const { knownUntil = Infinity, from = -Infinity, until = Infinity } = window
  const states: StateRecord[] = []
  const reader = opened(bytes)
  while (!reader.isAtEnd) {
    const header = readHeader(reader)
    const { start, count } = header
    if (header.knownFrom > knownUntil || header.timeFrom > until || header.timeTo < from) continue
    const block = wholeBlock(reader, header)
    for (let at = 0; at < count; at++) {
      const time = timeAt(block, at)
      if (knownAtAt(block, at) <= knownUntil && time >= from && time <= until) states.push(stateAt(block, at))
    }
    reader.at = start + header.length
  }
  return states
}

/**
 * The last state of a pack that was known by a time and revised no past: what the picture showed then of a track.
 * Reads one block, seldom more.
 * @throws {DamagedPack} where it is none, or is not whole
 */
export function lastStateKnown(bytes: Uint8Array, knownUntil: Timestamp): StateRecord | undefined {
  const reader = opened(bytes)
  const headers: Header[] = []
  while (!reader.isAtEnd) {
    const header = readHeader(reader)
    if (header.knownFrom <= knownUntil) headers.push(header)
  }
  for (const header of headers.reverse()) {
    const block = wholeBlock(reader, header)
    for (let at = header.count - 1; at >= 0; at--) {
      if (knownAtAt(block, at) <= knownUntil && !isRevisionAt(block, at)) return stateAt(block, at)
    }
  }
  return undefined
}

function opened(bytes: Uint8Array): ByteReader {
  const reader = new ByteReader(bytes)
  if (reader.isAtEnd || reader.byte() !== STATES_VERSION) throw new DamagedPack('it is no pack of states')
  return reader
}

/** What of a block can be known without reading it. Times are at most a second wider than the block's. */
interface Header {
  readonly count: number
  readonly knownFrom: Timestamp
  readonly knownTo: Timestamp
  readonly timeFrom: Timestamp
  readonly timeTo: Timestamp
  /** Of the body, in bytes. */
  readonly start: number
  readonly length: number
}

function writeHeader(writer: ByteWriter, block: readonly StateRecord[], length: number): void {
  const known = block.map(({ knownAt }) => knownAt)
  const times = block.map(({ time }) => time)
  const knownFrom = least(known)
  writer.unsigned(block.length)
  writer.unsigned(length)
  writer.double(knownFrom)
  writer.signed(Math.ceil((most(known) - knownFrom) / 1000))
  writer.signed(Math.floor((least(times) - knownFrom) / 1000))
  writer.signed(Math.ceil((most(times) - knownFrom) / 1000))
}

/** Leaves the reader behind the block. */
function readHeader(reader: ByteReader): Header {
  const count = reader.unsigned()
  if (count < 1 || count > MOST_STATES) throw new DamagedPack('a block has more states than it can, or none')
  const length = reader.unsigned()
  const knownFrom = reader.double()
  const knownTo = knownFrom + reader.signed() * 1000
  const timeFrom = knownFrom + reader.signed() * 1000
  const timeTo = knownFrom + reader.signed() * 1000
  return { count, length, knownFrom, knownTo, timeFrom, timeTo, start: reader.skip(length) }
}

function wholeBlock(reader: ByteReader, { start, length, count }: Header): Block {
  reader.at = start
  const block = readBlock(reader, count)
  if (reader.at !== start + length) throw new DamagedPack('a block is not as long as it says')
  return block
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
