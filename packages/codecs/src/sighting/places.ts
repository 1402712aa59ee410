import type { LatLon } from '@csii/model'
import type { Place } from './sighting.ts'

/** Reads `Bequia 13.01 -61.24; Union Island 12.60 -61.43`; undefined when any of it is no such list. */
export function readPlaces(list: string): readonly Place[] | undefined {
  const entries = list.split(';').map((entry) => entry.trim()).filter((entry) => entry !== '')
  const places = entries.map(placeOf)
  return places.every((place) => place !== undefined) ? places : undefined
}

function placeOf(entry: string): Place | undefined {
  const found = /^(.*\S)\s+(-?\d{1,2}(?:\.\d{1,9})?)[\s,]+(-?\d{1,3}(?:\.\d{1,9})?)$/.exec(entry)
  if (!found) return undefined
  const position: LatLon = { lat: Number(found[2]), lon: Number(found[3]) }
  const name = found[1]!
  return isOnEarth(position) && !name.includes(',') && /\p{L}/u.test(name) ? { name, position } : undefined
}

export const isOnEarth = ({ lat, lon }: LatLon): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180
