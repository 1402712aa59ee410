import { FLAG, type Contact } from '@csii/contract'
import { sigmaOf } from '@csii/fusion'
import { STATIONS, type Claim, type Station, type Track } from '@csii/model'

/** A track as the picture shows it. One without a fix has no place to be shown at: its position is of no meaning. */
export function contactOf(track: Track): Contact {
  const { fix, claim } = track
  return {
    serial: track.serial,
    flags: flagsOf(track),
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
    name: claim.name,
  }
}

function flagsOf({ simulated, conflicts, claim }: Track): number {
  return (
    (simulated ? FLAG.simulated : 0) |
    (conflicts.length > 0 ? FLAG.conflicting : 0) |
    (isDistress(claim) ? FLAG.distress : 0) |
    (claim.test === true ? FLAG.test : 0)
  )
}

const DISTRESS_STATIONS: ReadonlySet<Station | undefined> = new Set(['ais-sart', 'mob', 'epirb'] as const)

/** A device that calls for help, unless its own word is that this is a test. */
const isDistress = ({ station, test }: Claim): boolean => DISTRESS_STATIONS.has(station) && test !== true
