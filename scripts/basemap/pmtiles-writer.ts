import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import type { Box } from './rings.ts'

export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
  /** A vector tile, compressed with gzip. */
  readonly bytes: Uint8Array
}

export interface ArchiveOptions {
  readonly metadata: object
  readonly box: Box
  readonly maxZoom: number
  readonly center: readonly [lon: number, lat: number, zoom: number]
}

interface Entry {
  readonly id: number
  readonly offset: number
  readonly length: number
  run: number
}

const HEADER_BYTES = 127
/** The root directory must lie in the first 16 KiB of the file. */
const MAX_ROOT_BYTES = 16_384 - HEADER_BYTES

/** One PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3). Identical tiles are stored once. */
export function writeArchive(tiles: readonly Tile[], { metadata, box, maxZoom, center }: ArchiveOptions): Uint8Array {
  const { entries, contents } = layOut(tiles)
  const { root, leaves } = directories(entries)
  const json = gzipSync(JSON.stringify(metadata))
  const data = Buffer.concat(contents)

  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles\u0003', 'latin1')
  let at = HEADER_BYTES
  ;[root, json, leaves, data].forEach((section, index) => {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * index)
    header.writeBigUInt64LE(BigInt(section.length), 16 + 16 * index)
    at += section.length
  })
  ;[tiles.length, entries.length, contents.length].forEach((count, index) => header.writeBigUInt64LE(BigInt(count), 72 + 8 * index))
  const [CLUSTERED, GZIP, MVT] = [1, 2, 1]
  header.set([CLUSTERED, GZIP, GZIP, MVT, 0, maxZoom], 96)
  box.forEach((degrees, index) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index))
  header[118] = center[2]
  header.writeInt32LE(Math.round(center[0] * 1e7), 119)
  header.writeInt32LE(Math.round(center[1] * 1e7), 123)
  return Buffer.concat([header, root, json, leaves, data])
}

function layOut(tiles: readonly Tile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const ordered = tiles.map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes })).sort((a, b) => a.id - b.id)
  const places = new Map<string, number>()
  const contents: Uint8Array[] = []
  const entries: Entry[] = []
  let end = 0
  for (const { id, bytes } of ordered) {
    const key = Buffer.from(bytes).toString('latin1')
    const offset = places.get(key) ?? end
    if (offset === end) {
      places.set(key, offset)
      contents.push(bytes)
      end += bytes.length
    }
    const last = entries.at(-1)
    if (last && last.offset === offset && last.id + last.run === id) last.run++
    else entries.push({ id, offset, length: bytes.length, run: 1 })
  }
  return { entries, contents }
}

/** A root directory alone, or one of leaves that is small enough. */
function directories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const alone = directory(entries)
  if (alone.length <= MAX_ROOT_BYTES) return { root: alone, leaves: Buffer.alloc(0) }
  for (let size = 2048; ; size *= 2) {
    const leaves: Buffer[] = []
    const roots: Entry[] = []
    let offset = 0
    for (let first = 0; first < entries.length; first += size) {
      const leaf = directory(entries.slice(first, first + size))
      roots.push({ id: entries[first]!.id, offset, length: leaf.length, run: 0 })
      leaves.push(leaf)
      offset += leaf.length
    }
    const root = directory(roots)
    if (root.length <= MAX_ROOT_BYTES) return { root, leaves: Buffer.concat(leaves) }
  }
}

/** Column by column, each number as a varint; an offset that follows on from the tile before is written as 0. */
function directory(entries: readonly Entry[]): Buffer {
  const bytes: number[] = []
  const varint = (value: number) => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  varint(entries.length)
  entries.forEach(({ id }, index) => varint(id - (entries[index - 1]?.id ?? 0)))
  for (const { run } of entries) varint(run)
  for (const { length } of entries) varint(length)
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1]
    varint(before && before.offset + before.length === offset ? 0 : offset + 1)
  })
  return gzipSync(Buffer.from(bytes))
}
