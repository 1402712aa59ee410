/** What this needs of the map. */
export interface Drawing {
  on(event: 'render', listener: () => void): unknown
  isSourceLoaded(source: string): boolean
}

/**
 * Says when what the map was given last has become visible: at the first frame drawn after the map's worker has cut it
 * into tiles.
 */
export function watchDrawing(map: Drawing): (seen: () => void) => void {
  let awaited: (() => void) | undefined
  map.on('render', () => {
    if (!awaited || !map.isSourceLoaded('tracks')) return
    const seen = awaited
    awaited = undefined
    seen()
  })
  return (seen) => (awaited = seen)
}

const NAME = 'csii:drawn'

/** For the browser's profiler and whoever measures (User Timing level 3). Only the latest mark is kept. */
export function markDrawn(revision: number): void {
  performance.clearMarks(NAME)
  performance.mark(NAME, { detail: { revision } })
}

const COVERAGE = 'csii:coverage'

/** The same of coverage: which states of cells can be seen. */
export function markCoverage(states: readonly string[]): void {
  performance.clearMarks(COVERAGE)
  performance.mark(COVERAGE, { detail: { states } })
}

const ELLIPSE = 'csii:ellipse'

/** The same of the ellipse of the selected contact: how many pieces of it can be seen. */
export function markEllipse(features: number): void {
  performance.clearMarks(ELLIPSE)
  performance.mark(ELLIPSE, { detail: { features } })
}

const RADAR_IMAGE = 'csii:radar-image'

/** The same of a radar's picture: when its last beam was received; undefined while none is shown. */
export function markRadarImage(time: number | undefined): void {
  performance.clearMarks(RADAR_IMAGE)
  performance.mark(RADAR_IMAGE, { detail: { time } })
}
