import { FLAG, type Contact } from '@csii/contract'
import { sigmaOf } from '@csii/fusion'
import { MEANS, STATIONS, type Claim, type Station, type Track } from '@csii/model'

/** A track as the picture shows it. One without a fix has no place to be shown at: its position is of no meaning. */
export function contactOf(track: Track): Contact {
  const { fix, claim } = track
  return {
    serial: track.serial,
    flags: flagsOf(track),
    means: Math.max(0, MEANS.indexOf(fix?.means ?? 'unknown')),
    station: STATIONS.indexOf(claim.station ?? 'unknown'),
    navigationStatus: claim.navigationStatus,
    shipType: claim.shipType,
    sensors: track.contributors.length,
    mmsi: claim.mmsi,
    lat: fix?.position.lat ?? 0,
    lon: fix?.position.lon ?? 0,
    speed: track.speed,
    courseDeg: track.courseDeg,
    headingDeg: track.headingDeg,
    sigma: fix ? sigmaOf(fix.covariance) : 0,
    time: fix?.time ?? 0,
    dark: track.darkness?.probability,
    suspect: track.suspicion?.probability,
    name: shownName(claim),
  }
}

/** What stands for a vessel's name where it states another identity: an aircraft its call sign, a boat its marking. */
function shownName({ name, mmsi, callSign, marking, icaoAddress, description }: Claim): string | undefined {
  if (name !== undefined || mmsi !== undefined) return name
  return callSign ?? marking ?? icaoAddress?.toString(16).toUpperCase().padStart(6, '0') ?? description
}

/** Bits of `FLAG`. */
export function flagsOf({ simulated, conflicts, identity, claim }: Track): number {
  return (
    (simulated ? FLAG.simulated : 0) |
    (conflicts.length > 0 || identity?.isConflicting === true ? FLAG.conflicting : 0) |
    (isDistress(claim) ? FLAG.distress : 0) |
    (claim.test === true ? FLAG.test : 0)
  )
}

const DISTRESS_STATIONS: ReadonlySet<Station | undefined> = new Set(['ais-sart', 'mob', 'epirb'] as const)

/** A device or crew that calls for help, unless its own word is that this is a test. */
const isDistress = ({ station, emergency, test }: Claim): boolean =>
  (DISTRESS_STATIONS.has(station) || emergency !== undefined) && test !== true
