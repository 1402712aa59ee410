import { formatDirection, formatDistance, formatLatitude, formatLongitude, formatSpeed } from '../text/format.ts'
import type { Observation } from './preview-state.ts'

interface Words {
  readonly who: string
  readonly what: readonly string[]
}

/** Who speaks or is seen, and what of it, each in a few words. */
export function observationInWords(observation: Observation): Words {
  if ('measurement' in observation) {
    const { asset, path, value } = observation.measurement
    return { who: asset, what: [`${path} = ${value}`] }
  }
  if ('statement' in observation) {
    const { claim } = observation.statement
    return { who: nameOf(claim) ?? '?', what: factsOf(claim) }
  }
  const { claim, sensorTrack, position, sigma, speed, courseDeg, altitude } = observation.plot
  return {
    who: (claim && nameOf(claim)) ?? (sensorTrack === undefined ? '•' : `#${sensorTrack}`),
    what: [
      `${formatLatitude(position.lat)} ${formatLongitude(position.lon)}`,
      `± ${formatDistance(sigma)}`,
      ...(speed === undefined ? [] : [`${formatSpeed(speed)} kn`]),
      ...(courseDeg === undefined ? [] : [formatDirection(courseDeg)]),
      ...(altitude === undefined ? [] : [`↑ ${Math.round(altitude)} m`]),
    ],
  }
}

type Claim = Readonly<Record<string, unknown>>

/** By the name that is most like one. */
function nameOf(claim: Claim): string | undefined {
  const { icaoAddress } = claim
  const hex = typeof icaoAddress === 'number' ? icaoAddress.toString(16).toUpperCase().padStart(6, '0') : undefined
  const names = [claim['name'], claim['callSign'], claim['mmsi'], hex, claim['uid'], claim['description']]
  const first = names.find((name) => name !== undefined && name !== '')
  return first === undefined ? undefined : String(first)
}

const MOST_FACTS = 4

/** Fields by the names that they have in the API. */
const factsOf = (claim: Claim): string[] =>
  Object.entries(claim)
    .filter(([field, value]) => field !== 'name' && typeof value !== 'object')
    .slice(0, MOST_FACTS)
    .map(([field, value]) => `${field} ${String(value)}`)
