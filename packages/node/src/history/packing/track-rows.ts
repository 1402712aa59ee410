import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { Selectable } from 'kysely'
import type { Claim, Timestamp } from '@csii/model'
import type { InfoRecord } from '../../pipeline/record/records.ts'
import type { HistoryTables } from '../history.tables.ts'
import type { KnownTrack, TrackEnd } from '../period/latest-tracks.ts'
import type { Period, TrackInfo } from '../period/period.ts'
import { rowSum } from '../sum.ts'

export type TrackInfoRow = Omit<Selectable<HistoryTables['track_info']>, 'packing'>
export type TrackEndRow = Omit<Selectable<HistoryTables['track_end']>, 'packing'>
export type KeyframeRow = Omit<Selectable<HistoryTables['keyframe']>, 'packing'>
export type TrackRow = Selectable<HistoryTables['track']>

const deflate = promisify(deflateRaw)

export function infoRow({ run, info }: TrackInfo): TrackInfoRow {
  const { serial, knownAt } = info
  const body = new TextEncoder().encode(JSON.stringify(info))
  return { run, serial, known_at: knownAt, body, sum: rowSum([run, serial, knownAt], body) }
}

/** Undefined where the sum does not fit. */
export function readInfo({ run, serial, known_at, body, sum }: TrackInfoRow): TrackInfo | undefined {
  if (sum !== rowSum([run, serial, known_at], body)) return undefined
  // Whole, so as `infoRow` wrote it.
  return { run, info: JSON.parse(new TextDecoder().decode(body)) as InfoRecord }
}

export function endRow({ run, end: { serial, simulated, knownAt, into } }: TrackEnd): TrackEndRow {
  const into_run = into === undefined ? null : run
  const sum = rowSum([run, serial, knownAt, into_run, into ?? null, simulated ? 1 : 0])
  return { run, serial, known_at: knownAt, simulated: simulated ? 1 : 0, into_run, into_serial: into ?? null, sum }
}

export function readEnd({ run, serial, known_at, simulated, into_run, into_serial, sum }: TrackEndRow): TrackEnd | undefined {
  if (sum !== rowSum([run, serial, known_at, into_run, into_serial, simulated])) return undefined
  return { run, end: { serial, simulated: simulated !== 0, knownAt: known_at, ...(into_serial !== null && { into: into_serial }) } }
}

/** What a track can be looked up by. */
export function trackRow(run: number, serial: number, firstAt: Timestamp, lastAt: Timestamp, simulated: boolean, claim: Claim = {}): TrackRow {
  return {
    run, serial, simulated: simulated ? 1 : 0, first_at: firstAt, last_at: lastAt, mmsi: claim.mmsi ?? null, imo: claim.imo ?? null,
    icao: claim.icaoAddress ?? null, name: claim.name ?? null, call_sign: claim.callSign ?? null,
    marking: claim.marking ?? null, uid: claim.uid ?? null,
  }
}

/** One after another: there may be many. */
export function* trackRowsOf({ states, infos }: Period): Generator<TrackRow> {
  const claims = new Map(infos.map(({ run, info }) => [`${run}.${info.serial}`, info.claim]))
  for (const { run, serial } of states.tracks()) {
    const of = states.of({ run, serial })
    const times = of.map(({ time }) => time)
    const [firstAt, lastAt] = [Math.min(...times), Math.max(...times)]
    yield trackRow(run, serial, firstAt, lastAt, of[0]!.simulated, claims.get(`${run}.${serial}`))
  }
}

const A_SLICE = 500

/** The tracks at one moment. In pieces: what else the thread has to do must not wait for twenty thousand tracks. */
export async function keyframeRow(
  at: Timestamp, simulated: boolean, tracks: readonly KnownTrack[], pause: () => Promise<void>,
): Promise<KeyframeRow> {
  const lines: string[] = []
  for (const [place, track] of tracks.entries()) {
    lines.push(JSON.stringify(track))
    if (place % A_SLICE === A_SLICE - 1) await pause()
  }
  const body = new Uint8Array(await deflate(`[${lines.join(',\n')}]`))
  return { at, simulated: simulated ? 1 : 0, body, sum: rowSum([at, simulated ? 1 : 0], body) }
}

export interface Keyframe {
  readonly at: Timestamp
  readonly tracks: readonly KnownTrack[]
}

export function readKeyframe({ at, simulated, body, sum }: KeyframeRow): Keyframe | undefined {
  if (sum !== rowSum([at, simulated], body)) return undefined
  // Whole, so as `keyframeRow` wrote it.
  return { at, tracks: JSON.parse(inflateRawSync(body).toString('utf8')) as KnownTrack[] }
}

