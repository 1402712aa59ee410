/** A stretch of constant acceleration along a path. Seconds, metres. */
interface Phase {
  readonly time: number
  readonly distance: number
  readonly speed: number
  readonly acceleration: number
}

/** How fast a vessel goes along a path, from its start to its end. */
export interface Profile {
  readonly phases: readonly Phase[]
  /** Seconds. */
  readonly duration: number
}

export interface Stretch {
  readonly length: number
  /** m/s. */
  readonly limit: number
}

/** Keeps every stretch's limit and never speeds up or slows down harder than the acceleration, m/s². */
export function planSpeed(stretches: readonly Stretch[], acceleration: number, first: number, last: number): Profile {
  const speeds = speedsAtJoints(stretches, acceleration, first, last)
  const phases: Phase[] = []
  let time = 0
  let distance = 0
  const add = (speed: number, rate: number, length: number, seconds: number) => {
    if (seconds <= 0) return
    phases.push({ time, distance, speed, acceleration: rate })
    time += seconds
    distance += length
  }
  stretches.forEach(({ length, limit }, i) => {
    const [enter, leave] = [speeds[i]!, speeds[i + 1]!]
    const peak = Math.min(limit, Math.sqrt(acceleration * length + (enter ** 2 + leave ** 2) / 2))
    const up = Math.max(0, (peak ** 2 - enter ** 2) / (2 * acceleration))
    const down = Math.max(0, (peak ** 2 - leave ** 2) / (2 * acceleration))
    const cruise = Math.max(0, length - up - down)
    add(enter, acceleration, up, (peak - enter) / acceleration)
    add(peak, 0, cruise, cruise / peak)
    add(peak, -acceleration, down, (peak - leave) / acceleration)
  })
  return { phases, duration: time }
}

/** Where and how fast one is, so many seconds after the start. */
export function progress({ phases, duration }: Profile, seconds: number): { distance: number; speed: number } {
  const time = Math.max(0, Math.min(duration, seconds))
  let low = 0
  let high = phases.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (phases[middle]!.time <= time) low = middle
    else high = middle - 1
  }
  const phase = phases[low]!
  const into = time - phase.time
  return {
    distance: phase.distance + phase.speed * into + (phase.acceleration * into * into) / 2,
    speed: phase.speed + phase.acceleration * into,
  }
}

function speedsAtJoints(stretches: readonly Stretch[], acceleration: number, first: number, last: number): number[] {
  const joints = stretches.map(({ limit }, i) => (i === 0 ? first : Math.min(limit, stretches[i - 1]!.limit)))
  joints.push(last)
  const reach = (speed: number, length: number) => Math.sqrt(speed ** 2 + 2 * acceleration * length)
  for (let i = 1; i < joints.length; i++) {
    joints[i] = Math.min(joints[i]!, reach(joints[i - 1]!, stretches[i - 1]!.length))
  }
  for (let i = joints.length - 2; i >= 0; i--) {
    joints[i] = Math.min(joints[i]!, reach(joints[i + 1]!, stretches[i]!.length))
  }
  return joints
}
