/** Rest of the map between two drawings of so many tracks, ms: beyond a few thousand, drawing costs more than it tells. */
export const restBetween = (tracks: number): number => Math.min(3000, Math.max(500, tracks / 5))

/** Runs `draw` when asked, but never sooner than `rest()` after the last time; what was asked meanwhile is drawn then. */
export function paced(draw: () => void, rest: () => number, ports: PacePorts): () => void {
  let nextAt = 0
  let isWaiting = false
  const run = () => {
    isWaiting = false
    draw()
    nextAt = ports.now() + rest()
  }
  return () => {
    if (isWaiting) return
    const wait = nextAt - ports.now()
    if (wait <= 0) return run()
    isWaiting = true
    ports.later(run, wait)
  }
}

export interface PacePorts {
  now(): number
  later(run: () => void, ms: number): void
}
