import { OCCASIONAL, type Darkness, type LatLon, type Timestamp } from '@csii/model'
import { isFixed } from './station.ts'
import { placeOf, type Followed } from '../tracks/followed.ts'
import { expectedInterval, speedOf } from './expected.ts'

/** What is known of hearing reports of vessels, where the tracker runs. */
export interface Hearing {
  /** Probability that a report sent from there is received by a receiver on land: 0 to 1. */
  receptionAt(position: LatLon, now: Timestamp): number
  /** When reports from around there were received again after a time without any; -Infinity where they never ceased. */
  resumedAt(position: LatLon): Timestamp
  /** Share of the vessels that only satellites hear: 0 to 1. */
  readonly farShare: number
}

/** Faster than this it is no vessel, m/s. */
const FASTEST_VESSEL = 40
/** Turns of a radar, and milliseconds, within which an echo counts as seen now. */
const SEEN_TURNS = 8
const SEEN_MS = 30_000
/** Of what radar sees and nobody has heard yet, half transmits. */
const PRIOR_UNHEARD = 0.5
/** Of those that were heard, so many are switched off while we look. */
const PRIOR_HEARD = 0.04
/** Of vessels never heard, how many would be class A. */
const CLASS_A_SHARE = 0.5
/** How long a satellite takes to hear a vessel and to tell, s. */
const FAR_INTERVAL = 240
/** Nothing is surer than this: a transponder breaks, a radar sees a rock. */
const MOST = 0.995

/**
 * Whether an object that a radar sees does not transmit, by Bayes' rule from how long it was silent, how often one like
 * it reports, and how likely a report from there is received. Undefined where nothing can be said: no radar sees it
 * now, it flies, or reports from there are not received.
 */
export function darknessOf(track: Followed, hearing: Hearing, now: Timestamp): Darkness | undefined {
  const { identity } = track
  if (!track.isConfirmed || track.isAirborne || !track.body || speedOf(track) > FASTEST_VESSEL) return undefined
  if (identity && typeof identity.key !== 'number') return undefined
  if (isFixed(track.claim) || !isSeen(track)) return undefined
  const reception = hearing.receptionAt(placeOf(track)!, now)
  if (reception < LEAST_RECEPTION) return undefined
  const heard = track.lastReportAt > -Infinity
  const place = placeOf(track)!
  // While nothing at all was received from there, silence meant nothing.
  const since = Math.max(heard ? track.lastReportAt : track.firstAt, hearing.resumedAt(place))
  const delay = heard && identity ? identity.delay / 1000 : 0
  const silence = Math.max(0, (now - since) / 1000 - delay)
  const interval = expectedInterval(track, heard ? identity : undefined)
  const silent = heard
    ? missing(silence / (identity && !identity.isHeardNear ? Math.max(interval, FAR_INTERVAL) : interval), reception)
    : unheard(silence, interval, reception, hearing.farShare)
  const prior = heard ? PRIOR_HEARD : PRIOR_UNHEARD
  const probability = Math.min(MOST, prior / (prior + (1 - prior) * silent))
  return { probability, since, missedReports: Math.floor((silence / interval) * reception) }
}

/** Where fewer reports than this are received, silence says too little. */
const LEAST_RECEPTION = 0.3

function unheard(silence: number, interval: number, reception: number, farShare: number): number {
  const asClassB = missing(silence / interval, reception)
  const near = interval > 60
    ? asClassB
    : CLASS_A_SHARE * missing((3 * silence) / interval, reception) + (1 - CLASS_A_SHARE) * asClassB
  return (1 - farShare) * near + farShare * missing(silence / FAR_INTERVAL, reception)
}

/** Probability that none of so many reports is received; the first may still be to come. */
const missing = (reports: number, reception: number): number =>
  reports < 1 ? 1 - reception * reports : Math.pow(1 - reception, reports)

const isSeen = (track: Followed): boolean =>
  track.looks.some(({ scanner: { facts, latest, period, isAtOdds }, seenAt }) =>
    seenAt > -Infinity && !isAtOdds && !OCCASIONAL.has(facts.means) && period > 0
      && latest - seenAt < Math.max(SEEN_MS, SEEN_TURNS * period))
