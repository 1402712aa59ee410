import { FLAG } from '@csii/contract'
import { MEANS, type Claim, type ClaimField, type Fix, type HeldClaim, type IdentityBelief, type Track } from '@csii/model'
import type { InfoRecord, StateRecord } from '../../pipeline/record/records.ts'
import { refText, type KnownTrack } from '../history-reader.ts'

const NOBODY: Claim = {}

/**
 * A track as the picture showed it. How likely it was dark or elsewhere than it says is kept, and since when and by
 * what evidence is not: the moment itself stands there, and no missed report.
 */
export function trackOf({ track, state, info }: KnownTrack): Track {
  const claim = info?.claim ?? NOBODY
  const heardAt = Math.max(state?.knownAt ?? -Infinity, info?.knownAt ?? -Infinity)
  return {
    id: refText(track),
    serial: track.serial,
    simulated: (state ?? info)?.simulated ?? false,
    heardAt,
    fix: state && fixOf(state),
    speed: state?.speed,
    courseDeg: state?.courseDeg,
    headingDeg: state?.headingDeg,
    altitude: state?.altitude,
    claim,
    claims: info ? claimsOf(info) : [],
    contributors: (info?.contributors ?? []).map(({ sensorId }) => ({ sensorId, plots: 0, lastAt: heardAt })),
    conflicts: [],
    existence: state?.existence ?? 1,
    darkness: state?.dark === undefined ? undefined : { probability: state.dark, since: state.time, missedReports: 0 },
    suspicion: state?.suspect === undefined ? undefined : { probability: state.suspect, reason: 'no-echo', since: state.time },
    identity: identityOf(state, info),
    revision: 0,
  }
}

function fixOf({ time, lat, lon, sigmaEast, sigmaNorth, correlation, means }: StateRecord): Fix {
  return {
    time,
    position: { lat, lon },
    covariance: { ee: sigmaEast ** 2, en: correlation * sigmaEast * sigmaNorth, nn: sigmaNorth ** 2 },
    means: MEANS[means] ?? 'unknown',
  }
}

/** Of several sensors, which one said what is not kept: they stand together. */
function claimsOf({ claim, contributors, knownAt }: InfoRecord): HeldClaim[] {
  const sensorId = contributors.map((contributor) => contributor.sensorId).join(', ')
  // The keys of a claim are its fields, and each that is there has its value.
  return (Object.entries(claim) as [ClaimField, HeldClaim['value']][]).map(([field, value]) => ({ field, value, sensorId, time: knownAt }))
}

function identityOf(state: StateRecord | undefined, info: InfoRecord | undefined): IdentityBelief | undefined {
  const isConflicting = state && (state.flags & FLAG.conflicting) !== 0
  const { identity } = info ?? {}
  if (!isConflicting || identity?.isConflicting) return identity
  return { probability: identity?.probability ?? 1, isPinned: identity?.isPinned ?? false, isConflicting }
}
