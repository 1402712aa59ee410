import type { ExportFormat } from '@csii/contract'
import { contains, type Box } from '@csii/geo'
import type { Claim, Timestamp } from '@csii/model'
import type { StateRecord, TrackRef } from '../../pipeline/record/records.ts'
import { refText, type HistoryReader, type Knowledge, type StatePack, type TrackInfo, type Window } from '../history-reader.ts'
import type { Pauses } from '../pauses.ts'
import { isNewer } from '../picture-at/between.ts'
import { noteLater, type LaterNotes } from '../picture-at/later-notes.ts'

/** What is to be written out. */
export interface ExportRequest {
  /** Times of validity. */
  readonly from: Timestamp
  readonly to: Timestamp
  readonly box?: Box | undefined
  readonly format: ExportFormat
  /** `then`: what the picture showed, known by the end of the window. `now`: what is known today. */
  readonly known: Knowledge
  readonly exercise: boolean
}

/** One track of an export, and what is known of who it is. */
export interface ExportedTrack {
  readonly track: TrackRef
  readonly name: string
  readonly claim: Claim
  /** What it turned out to be one with, by the knowledge of today. */
  readonly sameAs?: TrackRef | undefined
}

/** The states of one track in one day at most, in the order of time. */
export interface Stretch {
  readonly track: ExportedTrack
  readonly states: readonly StateRecord[]
}

/** What an export holds, before any of it is written. */
export interface Contents {
  readonly tracks: readonly ExportedTrack[]
  readonly fixes: number
}

const DAY = 24 * 3_600_000

/** Finds out what is in a window: each track, and how many fixes there are. */
export async function contentsOf(reader: HistoryReader, request: ExportRequest, pauses: Pauses): Promise<Contents> {
  const { exercise, box, from, to } = request
  const refs = new Map<string, TrackRef>()
  for await (const packs of reader.packs({ exercise, valid: { from, until: to }, box })) {
    for (const { track } of packs) refs.set(refText(track), track)
    await pauses()
  }
  let fixes = 0
  const present: TrackRef[] = []
  for (const track of refs.values()) {
    let own = 0
    for await (const states of statesOf(reader, track, request, pauses)) own += states.length
    if (own > 0) present.push(track)
    fixes += own
  }
  return { tracks: await named(reader, present, request), fixes }
}

/** All that is written of these tracks, one after another. */
export async function* stretchesOf(
  reader: HistoryReader, tracks: readonly ExportedTrack[], request: ExportRequest, pauses: Pauses,
): AsyncIterable<Stretch> {
  for (const track of tracks) {
    for await (const states of statesOf(reader, track.track, request, pauses)) yield { track, states }
  }
}

async function* statesOf(
  reader: HistoryReader, track: TrackRef, request: ExportRequest, pauses: Pauses,
): AsyncIterable<readonly StateRecord[]> {
  const { exercise, from, to } = request
  for (let start = from; start <= to; start += DAY) {
    const valid = { from: start, until: Math.min(to, start + DAY) }
    const packs: StatePack[] = []
    for await (const some of reader.packs({ exercise, valid, tracks: [track] })) packs.push(...some)
    await pauses()
    const states = chosen(packs, valid, request).filter(({ time }) => time < start + DAY)
    if (states.length > 0) yield states
  }
}

/** Of each time what was known last, by the end of the window or today. All packs are of one track. */
export function chosen(packs: readonly StatePack[], { from, until }: Window, { known, to, box }: ExportRequest): StateRecord[] {
  const knownUntil = known === 'then' ? to : undefined
  const byTime = new Map<Timestamp, StateRecord>()
  for (const pack of packs) {
    for (const state of pack.states({ from, until, knownUntil })) {
      if (known === 'then' && state.isRevision) continue
      if (isNewer(state, byTime.get(state.time))) byTime.set(state.time, state)
    }
  }
  const states = [...byTime.values()].sort((a, b) => a.time - b.time)
  return box ? states.filter(({ lat, lon }) => contains(box, lat, lon)) : states
}

async function named(reader: HistoryReader, tracks: readonly TrackRef[], { exercise, known, to }: ExportRequest): Promise<ExportedTrack[]> {
  const claims = new Map<string, Claim>()
  if (known === 'then') {
    for (let at = 0; at < tracks.length; at += SOME) {
      const wanted = { exercise, tracks: tracks.slice(at, at + SOME), known: { from: -Infinity, until: to } }
      for await (const infos of reader.infos(wanted)) for (const { track, claim } of infos) claims.set(refText(track), claim)
    }
    return tracks.map((track) => exported(track, claims.get(refText(track)) ?? {}))
  }
  const notes = noteLater(reader, exercise)
  await notes.learn(tracks)
  return tracks.map((track) => exported(track, claimToday(notes, track), survivorOf(notes, track)))
}

const SOME = 1000

const claimToday = (notes: LaterNotes, track: TrackRef): Claim => {
  const own: TrackInfo | undefined = notes.infoOf(track)
  return { ...notes.infoOf(notes.survivorOf(track))?.claim, ...own?.claim }
}

function survivorOf(notes: LaterNotes, track: TrackRef): TrackRef | undefined {
  const survivor = notes.survivorOf(track)
  return refText(survivor) === refText(track) ? undefined : survivor
}

function exported(track: TrackRef, claim: Claim, sameAs?: TrackRef): ExportedTrack {
  const { name, callSign, marking, mmsi, uid } = claim
  return { track, claim, sameAs, name: name ?? callSign ?? marking ?? (mmsi === undefined ? undefined : String(mmsi)) ?? uid ?? refText(track) }
}
