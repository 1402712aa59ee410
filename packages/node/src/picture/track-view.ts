import { FLAG, readContact, type Contact, type TrackDetail, type TrackView } from '@csii/contract'
import { identityKey } from '@csii/fusion'
import { MEANS, STATIONS, type Track } from '@csii/model'
import { contactOf } from '../pipeline/contact.ts'
import type { RowCopy } from '../pipeline/table-reader.ts'
import { PLACED } from '../pipeline/track-table.ts'

export const trackId = (serial: number, isSimulated: boolean): string => `${isSimulated ? 'SIM' : 'T'}-${serial}`

export function viewOfRow(row: RowCopy): TrackView {
  const name = row.nameLength > 0 ? Buffer.from(row.name.subarray(0, row.nameLength)).toString() : undefined
  return viewOf(readContact(row.contactView, 0, name), row.state === PLACED, row.heardAt)
}

/** A track with everything anybody said about it. */
export function detailOf(track: Track): TrackDetail {
  const { altitude, fix, existence, darkness, suspicion, revision, revisedFrom } = track
  return {
    track: viewOf(contactOf(track), fix !== undefined, track.heardAt),
    ...(fix && { covariance: { ee: fix.covariance.ee, en: fix.covariance.en, nn: fix.covariance.nn } }),
    existence,
    ...(darkness && { darkness }),
    ...(suspicion && { suspicion }),
    ...identityOf(track),
    revision,
    ...(revisedFrom !== undefined && { revisedFrom }),
    ...(altitude !== undefined && { altitude }),
    claims: track.claims.map(({ field, value, sensorId, time }) => ({ field, value, sensorId, time })),
    contributors: track.contributors.map(({ sensorId, plots, lastAt }) => ({ sensorId, plots, lastAt })),
    conflicts: track.conflicts.map(({ sensorId, time, position, impliedSpeed }) =>
      ({ sensorId, time, lat: position.lat, lon: position.lon, impliedSpeed })),
  }
}

function identityOf({ claim, identity }: Track): Pick<TrackDetail, 'identity'> {
  const stated = identityKey(claim)
  if (stated === undefined && !identity) return {}
  return {
    identity: {
      ...(stated !== undefined && { stated: String(stated) }),
      ...(identity && { probability: identity.probability }),
      conflicting: identity?.isConflicting ?? false,
      pinned: identity?.isPinned ?? false,
    },
  }
}

function viewOf(contact: Contact, isPlaced: boolean, heardAt: number): TrackView {
  const { serial, flags, means, station, sensors, time, lat, lon, sigma, dark, suspect } = contact
  const simulated = (flags & FLAG.simulated) !== 0
  return {
    id: trackId(serial, simulated),
    simulated,
    heardAt,
    ...(isPlaced && { fix: { time, lat, lon, sigma } }),
    ...stated(contact),
    station: STATIONS[station] ?? 'unknown',
    means: MEANS[means] ?? 'unknown',
    conflicting: (flags & FLAG.conflicting) !== 0,
    distress: (flags & FLAG.distress) !== 0,
    test: (flags & FLAG.test) !== 0,
    ...(dark !== undefined && { dark }),
    ...(suspect !== undefined && { suspect }),
    sensors,
  }
}

/** Only what the object did state: the contract has no "unknown" for the rest. */
function stated({ speed, courseDeg, headingDeg, name, mmsi, shipType, navigationStatus }: Contact) {
  return {
    ...(speed !== undefined && { speed }),
    ...(courseDeg !== undefined && { courseDeg }),
    ...(headingDeg !== undefined && { headingDeg }),
    ...(name !== undefined && { name }),
    ...(mmsi !== undefined && { mmsi }),
    ...(shipType !== undefined && { shipType }),
    ...(navigationStatus !== undefined && { navigationStatus }),
  }
}
