import { rounded, type TruthLine } from './format.ts'
import { covers } from './radar.ts'
import { identityAt, reportingInterval } from './reports.ts'
import type { Scene, SceneObject } from './scene.ts'

/** Seconds of silence that are never called dark, and how long after them it is not scored. */
const [QUIET, GRACE] = [60, 180]

/** What is true of every object at every scored instant, and where its false positions are. */
export function truthOf(scene: Scene, sentBy: ReadonlyMap<string, readonly number[]>): TruthLine[] {
  const lines: TruthLine[] = []
  for (let t = scene.scoreEvery; t <= scene.duration; t += scene.scoreEvery) {
    for (const object of scene.objects) lines.push(trueLine(object, scene, t, sentBy.get(object.id) ?? []))
    for (const object of scene.objects) {
      const offset = object.transmitter?.offset
      if (!offset || t < offset.from) continue
      const place = placed(object, t, offset.east, offset.north)
      lines.push({ t, id: `ghost:${object.id}`, ...place, cls: 'ghost', vis: false, dark: null, ident: null })
    }
  }
  return lines
}

function trueLine(object: SceneObject, scene: Scene, t: number, sent: readonly number[]): TruthLine {
  const place = placed(object, t, 0, 0)
  const { x, y } = object.path(t)
  const inCover = scene.radars.some((radar) => covers(radar, x, y))
  const silence = silenceOf(object, t, sent)
  const isKnown = object.transmitter !== undefined && sent.some((at) => at <= t)
  const quiet = object.transmitter ? Math.max(QUIET, 1.5 * reportingInterval(object.transmitter, object.path(t))) : 0
  return {
    t, id: object.id, ...place, cls: object.cls,
    vis: inCover || silence <= quiet,
    dark: object.cls === 'air' || !inCover ? null : !object.transmitter ? 1
      : !isKnown ? null : silence <= quiet ? 0 : silence <= quiet + GRACE ? null : 1,
    ident: isKnown ? identityAt(object.transmitter!, t) : null,
  }
}

/** Seconds since the object last reported its own position: infinite where it never did. */
function silenceOf({ transmitter }: SceneObject, t: number, sent: readonly number[]): number {
  const falseFrom = transmitter?.offset?.from ?? Infinity
  const last = sent.findLast((at) => at <= t && at < falseFrom)
  return last === undefined ? Infinity : t - last
}

function placed({ path }: SceneObject, t: number, east: number, north: number) {
  const { x, y, vx, vy } = path(t)
  return { x: rounded(x + east, 2), y: rounded(y + north, 2), vx: rounded(vx, 3), vy: rounded(vy, 3) }
}
