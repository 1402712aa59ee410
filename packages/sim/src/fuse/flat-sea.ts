import type { LatLon } from '@csii/model'

/** WGS 84 at the equator, metres per degree: to the east, and to the north (NIMA TR8350.2). */
const EAST = 111_319.49
const NORTH = 110_574.28

/** A scenario's plane lies on the sea where the equator meets the meridian of Greenwich: it fits to 1 m for 40 km. */
export const onEarth = (x: number, y: number): LatLon => ({ lat: y / NORTH, lon: x / EAST })

/** Metres to the east and to the north of there: undoes `onEarth`. */
export const onPlane = ({ lat, lon }: LatLon): { readonly x: number; readonly y: number } =>
  ({ x: lon * EAST, y: lat * NORTH })
