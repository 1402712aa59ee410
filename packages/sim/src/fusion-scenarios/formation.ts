import type { Draws } from './draws.ts'
import type { Path } from './path.ts'

/** The wake of another vessel, so many seconds behind it; the distance breathes, as a helmsman keeps station. */
export function astern(leader: Path, seconds: number, draws: Draws): Path {
  const [swing, period, phase] = [draws.between(1, 4), draws.between(150, 400), draws.between(0, 2 * Math.PI)]
  const angle = (time: number) => (2 * Math.PI * time) / period + phase
  return (time) => {
    const motion = leader(time - seconds - swing * Math.sin(angle(time)))
    const pace = 1 - swing * Math.cos(angle(time)) * ((2 * Math.PI) / period)
    return { ...motion, vx: motion.vx * pace, vy: motion.vy * pace, turnRate: motion.turnRate * pace }
  }
}

/** A place so many metres to starboard of another vessel, that turns with it. */
export function abeam(of: Path, metres: number): Path {
  return (time) => {
    const motion = of(time)
    const course = motion.courseDeg * (Math.PI / 180)
    const turning = motion.turnRate * (Math.PI / 180) * metres
    return {
      ...motion,
      x: motion.x + metres * Math.cos(course), y: motion.y - metres * Math.sin(course),
      vx: motion.vx - turning * Math.sin(course), vy: motion.vy - turning * Math.cos(course),
    }
  }
}

/** A vessel that swings about its anchor with wind and tide. */
export function swinging(x: number, y: number, radius: number, draws: Draws): Path {
  const [middle, tide] = [draws.between(0, 2 * Math.PI), draws.aside(0, 4e-4)]
  const [sheer, period, phase] = [draws.between(0.3, 0.8), draws.between(400, 900), draws.between(0, 2 * Math.PI)]
  return (time) => {
    const beat = (2 * Math.PI * time) / period + phase
    const angle = middle + tide * time + sheer * Math.sin(beat)
    const speed = radius * (tide + ((2 * Math.PI) / period) * sheer * Math.cos(beat))
    const [vx, vy] = [speed * Math.cos(angle), -speed * Math.sin(angle)]
    const courseDeg = Math.atan2(vx, vy) * (180 / Math.PI)
    return { x: x + radius * Math.sin(angle), y: y + radius * Math.cos(angle), vx, vy, courseDeg, turnRate: 0 }
  }
}
