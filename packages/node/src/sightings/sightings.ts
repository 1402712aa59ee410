import type { FiledSighting, FiledSightings, SightingReading, SightingReport } from '@csii/contract'
import type { Timestamp } from '@csii/model'
import type { SourceConfig } from '../platform/config.ts'
import { refusal } from '../platform/errors.ts'
import { createTurn } from '../platform/in-turn.ts'
import type { Desk } from './desk.ts'
import { lineOf, understand } from './reading.ts'
import type { SightingStore } from './sightings.store.ts'

/** What people told this desk of what they saw. */
export interface Sightings {
  /** What is understood, and nothing is filed. */
  read(report: SightingReport): SightingReading
  file(report: SightingReport): Promise<FiledSighting>
  /** Those of the last day, newest first. */
  list(): Promise<FiledSightings>
}

export interface SightingPorts {
  readonly desk: Desk
  readonly store: SightingStore
  /** Those that the node has. */
  readonly sources: { list(): readonly { readonly source: SourceConfig }[]; add(source: SourceConfig): void }
  /** ISO 3166-1 alpha-3 code of the node's nation. */
  readonly nation: string
  readonly clock: () => Timestamp
}

const MINUTE = 60_000
const KEPT = 24 * 60 * MINUTE
export const MOST_KEPT = 1000
/** More than a desk can type, and nobody fills the picture by asking. */
export const MOST_A_MINUTE = 30

export function createSightings({ desk, store, sources, nation, clock }: SightingPorts): Sightings {
  const inTurn = createTurn()
  let filedAt: readonly Timestamp[] = []

  /** Whether all that this node hears is simulated. */
  function isExercise(): boolean {
    const others = sources.list().filter(({ source }) => !desk.ids.has(source.id))
    return others.length > 0 && others.every(({ source }) => source.simulated)
  }

  function put(report: SightingReport, { id, simulated }: FiledSighting): boolean {
    const source = desk.sourceOf(simulated)
    if (!sources.list().some((other) => other.source.id === source.id)) sources.add(source)
    return desk.put(lineOf(report, id), simulated)
  }

  function read(report: SightingReport, receivedAt: Timestamp): SightingReading {
    const { places, zone } = desk
    const context = { receivedAt, places, ...(zone !== undefined && { zone }) }
    return understand(report, context, report.exercise ?? isExercise())
  }

  function refuseTooMany(now: Timestamp): void {
    // Either way: the clock may have been set back.
    filedAt = filedAt.filter((time) => Math.abs(now - time) < MINUTE)
    if (filedAt.length < MOST_A_MINUTE) return
    throw refusal('SIGHTING_LIMIT', `${MOST_A_MINUTE} reports were filed in the last minute. Wait a minute, then file this one.`)
  }

  async function file(report: SightingReport): Promise<FiledSighting> {
    const now = clock()
    refuseTooMany(now)
    const reading = read(report, now)
    await store.forgetBefore(now - KEPT)
    const { number, entry } = await store.add(now, (next) => ({ filed: { id: `${nation}-REPORT-${next}`, filedAt: now, ...reading }, report }))
    if (!put(report, entry.filed)) {
      await store.remove(number)
      throw refusal('UNAVAILABLE', 'The node takes no reports at the moment. File it again in a few seconds.')
    }
    filedAt = [...filedAt, now]
    await store.keepNewest(MOST_KEPT)
    return entry.filed
  }

  return {
    read: (report) => read(report, clock()),
    file: (report) => inTurn(() => file(report)),
    list: async () => ({ sightings: [...(await store.since(clock() - KEPT))] }),
  }
}
