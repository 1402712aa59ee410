import { identityKey } from '@csii/fusion'
import type { Timestamp } from '@csii/model'
import type { InfoRecord, StateRecord, TrackRef } from '../../pipeline/record/records.ts'
import { refText, type KnownTrack, type Run, type StatePack } from '../history-reader.ts'
import { FILLED_GAP, isNewer, stateBetween } from './between.ts'
import { HOUR, hourOf } from './kept-hours.ts'
import { KEPT_SILENT, knownThen, runAt, type Sources } from './known-then.ts'
import type { LaterNotes } from './later-notes.ts'

/** Nothing that comes later changes a moment: the tracker holds no past for longer. */
const LATEST = 24 * HOUR

/** The states around a moment. */
interface Around {
  readonly track: TrackRef
  before: StateRecord | undefined
  after: StateRecord | undefined
}

/** What is known today of how the world was at a moment, by `run.serial`. */
export async function knownNow(sources: Sources, notes: LaterNotes, at: Timestamp, exercise: boolean): Promise<Map<string, KnownTrack>> {
  const runs = await sources.reader.runs()
  const then = await knownThen(sources, at, exercise)
  const around = new Map<string, Around>()
  for (const [ref, { track, state }] of then) around.set(ref, { track, before: state, after: undefined })
  await lookAround(sources, runs, around, at, exercise)

  await notes.learn([...around.values()].map(({ track }) => track))
  const present = new Map<string, { known: KnownTrack; after: StateRecord | undefined }>()
  for (const { track, before, after } of around.values()) {
    const end = notes.endOf(track)
    const wasSilent = before !== undefined && at - before.time > KEPT_SILENT
    if ((!before && !then.has(refText(track))) || wasSilent || (end && end.knownAt <= at)) continue
    const survivor = notes.survivorOf(track)
    const found = present.get(refText(survivor))
    if (found && !isBetter({ before, after }, { before: found.known.state, after: found.after }, at)) continue
    const info = mixed(then.get(refText(track))?.info, notes.infoOf(survivor))
    present.set(refText(survivor), { known: { track: survivor, state: before && stateBetween(before, after, at), info }, after })
  }
  return onceEach([...present.values()].map(({ known }) => known))
}

async function lookAround(
  { reader, hours, pauses }: Sources, runs: readonly Run[], around: Map<string, Around>, at: Timestamp, exercise: boolean,
): Promise<void> {
  const startOf = new Map(runs.map(({ run, startedAt }) => [run, startedAt]))
  const run = runAt(runs, at)
  const take = (pack: StatePack): void => {
    const startedAt = startOf.get(pack.track.run) ?? -Infinity
    if (pack.valid.from > at + FILLED_GAP || (run !== undefined && pack.track.run < run)) return
    const ref = refText(pack.track)
    const known = around.get(ref) ?? { track: pack.track, before: undefined, after: undefined }
    const states = pack.states({ from: known.before?.time ?? at - LATEST, until: at + FILLED_GAP })
    for (const state of states) {
      // What a run takes over from the one before it says at its start; of the time before, that run has spoken.
      if (startedAt > at && state.knownAt <= startedAt) continue
      if (state.time <= at && isNewer(state, known.before)) known.before = state
      const isNearer = state.time > at && (!known.after || state.time < known.after.time || !isNewer(known.after, state))
      if (isNearer) known.after = state
    }
    if (known.before || known.after) around.set(ref, known)
  }
  for (const pack of await hours.packs(hourOf(at), exercise)) {
    take(pack)
    await pauses()
  }
  const later = { from: (hourOf(at) + 1) * HOUR, until: at + LATEST }
  for await (const packs of reader.packs({ exercise, known: later, valid: { from: at - LATEST, until: at + FILLED_GAP } })) {
    for (const pack of packs) {
      take(pack)
      await pauses()
    }
  }
}

/** Of two tracks that turned out to be one, it is where the one was that had been seen both before and after, or last. */
function isBetter(a: Omit<Around, 'track'>, b: Omit<Around, 'track'>, at: Timestamp): boolean {
  const isFilled = ({ before, after }: Omit<Around, 'track'>) => before && after && stateBetween(before, after, at) !== before
  if (isFilled(a) !== isFilled(b)) return Boolean(isFilled(a))
  return a.before !== undefined && isNewer(a.before, b.before)
}

/** What was said then holds of then; what was learnt since adds to it. */
function mixed(then: InfoRecord | undefined, now: InfoRecord | undefined): InfoRecord | undefined {
  if (!then || !now) return then ?? now
  return { ...now, knownAt: then.knownAt, claim: { ...now.claim, ...then.claim } }
}

/** A vessel whose track began anew with a run of the pipeline is shown once. */
function onceEach(tracks: readonly KnownTrack[]): Map<string, KnownTrack> {
  const runOfIdentity = new Map<string, number>()
  for (const { track, info } of tracks) {
    const key = info && identityKey(info.claim)
    if (key !== undefined) runOfIdentity.set(String(key), Math.max(track.run, runOfIdentity.get(String(key)) ?? 0))
  }
  const once = tracks.filter(({ track, info }) => {
    const key = info && identityKey(info.claim)
    return key === undefined || runOfIdentity.get(String(key)) === track.run
  })
  return new Map(once.map((known) => [refText(known.track), known]))
}
