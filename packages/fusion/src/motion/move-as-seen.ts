import { degreesToRadians, type LatLon } from '@csii/model'
import { Frame } from '../frame.ts'
import type { Body } from './body.ts'
import { MIXED_MEAN } from './layout.ts'

/** Moves a body, its past too, as a radar at `site` would see it further out, metres, and turned clockwise, degrees. */
export function moveAsSeen(body: Body, site: LatLon, range: number, bearingDeg: number): void {
  const frame = new Frame(site)
  const here = body.frame.point(body.s[MIXED_MEAN]!, body.s[MIXED_MEAN + 1]!)
  const x = frame.x(here.lat, here.lon)
  const y = frame.y(here.lat, x)
  const distance = Math.hypot(x, y)
  if (distance === 0) return
  const turned = degreesToRadians(bearingDeg)
  const dx = (range * x) / distance + turned * y
  const dy = (range * y) / distance - turned * x
  body.moveBy(dx, dy)
}
