import type { Claim, Plot } from '@csii/model'

/** What ties plots together: the MMSI as a number, another identity or the number of one sensor as a text. */
export type Key = number | string

/** The identity that an object states, strongest first. */
export function identityKey({ mmsi, icaoAddress, uid }: Claim): Key | undefined {
  if (mmsi !== undefined) return mmsi
  if (icaoAddress !== undefined) return `icao ${icaoAddress}`
  return uid === undefined ? undefined : `uid ${uid}`
}

/** The number by which a sensor follows the object. It means nothing to others, and the sensor uses it again. */
export const sensorKey = ({ sensorId, sensorTrack }: Plot): Key | undefined =>
  sensorTrack === undefined ? undefined : `sensor ${sensorId} ${sensorTrack}`
