/** Rest of the map between two drawings of so many tracks, ms: beyond a thousand, drawing costs more than it tells. */
export const restBetween = (tracks: number): number => Math.min(3000, Math.max(60, tracks / 10))

/** A drawing that is not seen for so long is given up: the tab is hidden, or the map is in trouble. */
const LONGEST_DRAWING_MS = 5000

/**
 * Runs `draw` when asked, one at a time: the next begins no sooner than `rest()` after the last was `done`, and shows
 * all that was asked meanwhile. Drawing faster than the screen can follow would only put off what is seen.
 */
export function paced(draw: (done: () => void) => void, rest: () => number, ports: PacePorts): () => void {
  let busyUntil = 0
  let drawing = 0
  let isWaiting = false

  function run(): void {
    isWaiting = false
    const mine = ++drawing
    busyUntil = ports.now() + LONGEST_DRAWING_MS
    draw(() => {
      if (mine === drawing) busyUntil = ports.now() + rest()
      if (isWaiting) wait()
    })
  }

  function wait(): void {
    isWaiting = true
    const mine = drawing
    ports.later(() => {
      if (isWaiting && mine === drawing && ports.now() >= busyUntil) run()
    }, Math.max(0, busyUntil - ports.now()))
  }

  return () => {
    if (isWaiting) return
    if (ports.now() >= busyUntil) run()
    else wait()
  }
}

export interface PacePorts {
  now(): number
  later(run: () => void, ms: number): void
}
