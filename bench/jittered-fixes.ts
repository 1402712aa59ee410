/** As many AIS fixes as are wanted, made of a recorded five minutes, in parts, so that memory stays small. */
import { ais, createSharedMemory } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { numbers } from './chance.ts'
import { recording } from './recordings.ts'

const NAME = 'ais/denmark-5min.nmea.gz'
const FIVE_MINUTES = 300_000
/** By the seconds in the recorded messages, its lines came this far apart, ms. It has no times of receipt. */
const MS_A_LINE = 10.84
/** A socket is read so often, ms. */
const READ_EVERY = 20
const STEP = 1 / 600_000
/** Two steps to either side are half a metre: the receiver's own noise is larger. */
const STEPS = 2
/** Whole seconds to either side by which a vessel's turn to send differs from copy to copy. */
const SECONDS = 3

/** The recording's fixes as our decoder reads them, each line a chance time after the one before it. */
export function recordedFixes(): readonly Plot[] | undefined {
  const bytes = recording(NAME)
  if (!bytes) return undefined
  const plots: Plot[] = []
  const chance = numbers(7)
  const reader = ais.open({ sensorId: 'denmark', simulated: false }, createSharedMemory())
  const sink = { plot: (plot: Plot) => void plots.push(plot), statement() {}, measurement() {}, problem() {} }
  let at = Date.UTC(2013, 10, 12, 12)
  for (const line of bytes.toString('latin1').split(/\r?\n/)) {
    at -= Math.log(1 - chance(1 << 24) / (1 << 24)) * MS_A_LINE
    reader.read(Buffer.from(`${line}\r\n`, 'latin1'), Math.ceil(at / READ_EVERY) * READ_EVERY, sink)
  }
  return plots
}

/** One copy after another, each five minutes later, every fix moved a little on its sensor's grid in place and time. */
export function* jitteredParts(fixes: readonly Plot[], count: number, copiesInPart: number): Generator<readonly Plot[]> {
  const chance = numbers(11)
  const around = (most: number): number => chance(2 * most + 1) - most
  for (let copy = 0, made = 0; made < count; ) {
    const part: Plot[] = []
    for (let n = 0; n < copiesInPart; n++, copy++) {
      const shifts = new Map<number, number>()
      for (const plot of fixes.slice(0, count - made - part.length)) {
        const mmsi = plot.claim?.mmsi ?? 0
        const shift = shifts.get(mmsi) ?? around(SECONDS) * 1000
        shifts.set(mmsi, shift)
        part.push(moved(plot, copy * FIVE_MINUTES + shift, around(STEPS), around(STEPS)))
      }
    }
    made += part.length
    yield part.sort((a, b) => a.receivedAt - b.receivedAt)
  }
}

const moved = (plot: Plot, ms: number, north: number, east: number): Plot => ({
  ...plot,
  time: plot.time + ms,
  receivedAt: plot.receivedAt + ms,
  position: { lat: onGrid(plot.position.lat, north), lon: onGrid(plot.position.lon, east) },
})

const onGrid = (degrees: number, steps: number): number => (Math.round(degrees / STEP) + steps) / 600_000
