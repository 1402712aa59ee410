import { createSharedMemory, sensorKinds } from '@csii/codecs'
import type { LatLon, Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { SATELLITE_SERVICE } from '../caribbean/other-sensors.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { truthAt } from '../truth.ts'
import { satelliteService } from './satellite.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const group = satelliteService(scenario, SATELLITE_SERVICE)
const DAY = 86_400_000
const passes = [...group.deliver(noon, noon + DAY)]

function read(): { plots: Plot[]; problems: string[] } {
  const plots: Plot[] = []
  const problems: string[] = []
  const reader = sensorKinds.find(({ id }) => id === 'satellite')!
    .open({ sensorId: 'space', simulated: true }, createSharedMemory())
  for (const { t, bytes } of passes) {
    reader.read(bytes, t, {
      plot: (plot) => plots.push(plot), statement() {}, measurement() {}, problem: (problem) => problems.push(problem),
    })
  }
  return { plots, problems }
}

describe('pictures by a radar in orbit', () => {
  const { plots, problems } = read()

  it('come at each pass, some time after it', () => {
    expect(passes).toHaveLength(DAY / SATELLITE_SERVICE.every)
    for (const { t } of passes) expect((t - SATELLITE_SERVICE.delay) % SATELLITE_SERVICE.every).toBe(0)
  })

  it('are one line each, so that a file of several can be read', () => {
    for (const { bytes } of passes) expect(Buffer.from(bytes).toString().match(/\n/g)).toHaveLength(1)
  })

  it('are read without a problem, and show vessels within the picture where they were', () => {
    expect(problems).toEqual([])
    expect(plots.length).toBeGreaterThan(500)
    const { south, north, west, east } = SATELLITE_SERVICE.box
    const truth = new Map(passes.map(({ t }) => t - SATELLITE_SERVICE.delay).map((t) => [t, truthAt(scenario, t)]))
    for (const { time, receivedAt, position: { lat, lon }, claim } of plots) {
      expect(receivedAt - time).toBe(SATELLITE_SERVICE.delay)
      expect(lat > south - 0.01 && lat < north + 0.01 && lon > west - 0.01 && lon < east + 0.01).toBe(true)
      expect(truth.get(time)!.some((state) => metresBetween(state, { lat, lon }) < 400)).toBe(true)
      expect(claim?.mmsi).toBeUndefined()
    }
  })

  it('see what AIS does not, and miss some of what it does', () => {
    const t = passes[0]!.t - SATELLITE_SERVICE.delay
    const seen = plots.filter(({ time }) => time === t)
    const { south, north, west, east } = SATELLITE_SERVICE.box
    const near = (state: LatLon) => seen.some(({ position }) => metresBetween(position, state) < 300)
    const within = truthAt(scenario, t).filter(({ lat, lon, altitude }) =>
      altitude === undefined && lat > south && lat < north && lon > west && lon < east)
    expect(within.filter(({ ais }) => ais === 'off').some(near)).toBe(true)
    expect(within.every(near)).toBe(false)
  })

  it('are told to whoever connects: the last one, whenever that is', () => {
    for (const hours of [0, 1, 5]) {
      const now = noon + hours * 3_600_000
      expect([...group.deliver(now - group.memory, now)].length).toBeGreaterThanOrEqual(1)
    }
  })
})
