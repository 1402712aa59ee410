import { createSharedMemory, decodeAsterix, sensorKinds, type AsterixRecord } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { COASTAL_RADARS } from '../caribbean/radars.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import type { Delivery } from '../sensor.ts'
import { conductOf } from '../truth.ts'
import { coastalRadar } from './deliveries.ts'
import { SECTORS } from './messages.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000
const [following, plain] = COASTAL_RADARS as [(typeof COASTAL_RADARS)[0], (typeof COASTAL_RADARS)[0]] // There are two.
const heard = new Map(COASTAL_RADARS.map((radar) =>
  [radar, [...coastalRadar(scenario, radar).deliver(noon, noon + MINUTE)]]))

function recordsOf(deliveries: readonly Delivery[]): AsterixRecord[] {
  return deliveries.flatMap(({ bytes }) => decodeAsterix(bytes, 0, bytes.length).records)
}

describe.each(COASTAL_RADARS)('$antenna.id', (radar) => {
  const deliveries = heard.get(radar)!
  const records = recordsOf(deliveries)

  it('delivers in the order of time, within the time asked for, and the same again', () => {
    const times = deliveries.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(noon)
    expect(times.at(-1)).toBeLessThan(noon + MINUTE)
    expect([...coastalRadar(scenario, radar).deliver(noon, noon + MINUTE)]).toEqual(deliveries)
  })

  it('fits each of its messages into a datagram', () => {
    for (const { bytes } of deliveries) expect(bytes.length).toBeLessThan(1_400)
  })

  it('announces north once a turn and each sector once', () => {
    const turns = MINUTE / radar.antenna.rotation
    const services = records.filter(({ cat }) => cat === 34)
    const ofType = (type: number) => services.filter(({ items }) => items['I034/000'] === type)
    expect(Math.abs(ofType(1).length - turns)).toBeLessThanOrEqual(1)
    expect(ofType(2)).toHaveLength(turns * SECTORS)
    expect(ofType(1)[0]!.items).toMatchObject({ 'I034/041': radar.antenna.rotation / 1000, 'I034/010': { SAC: 0 } })
  })

  it('says of every plot that it is simulated', () => {
    const plots = records.filter(({ cat }) => cat === 48)
    expect(plots.length).toBeGreaterThan(100)
    for (const { items } of plots) expect(items['I048/020']).toMatchObject({ SIM: 1 })
  })

  it('is read without a problem, and each vessel is where her plots say, within their errors', () => {
    const plots: Plot[] = []
    const problems: string[] = []
    const reader = sensorKinds.find(({ id }) => id === 'asterix')!
      .open({ sensorId: radar.antenna.id, simulated: true, position: radar.position }, createSharedMemory())
    const sink = {
      plot: (plot: Plot) => void plots.push(plot), statement() {}, measurement() {},
      problem: (problem: string) => void problems.push(problem),
    }
    for (const { t, bytes } of deliveries) reader.read(bytes, t, sink, true)
    expect(problems).toEqual([])
    const some = plots.filter((_, i) => i % 10 === 0)
    const near = some.filter(({ position, time }) =>
      scenario.vessels.some((vessel) => metresBetween(position, conductOf(scenario, vessel, time)) < 1_000))
    expect(near.length / some.length).toBeGreaterThan(0.75)
    for (const { time, receivedAt, simulated } of plots) {
      expect(simulated).toBe(true)
      expect(receivedAt - time).toBeGreaterThanOrEqual(radar.delay - 8)
      expect(receivedAt - time).toBeLessThan(radar.delay + radar.antenna.rotation)
    }
  })
})

describe('the two radars', () => {
  const numbered = (radar: (typeof COASTAL_RADARS)[0]) =>
    recordsOf(heard.get(radar)!).filter(({ items }) => items['I048/161'] !== undefined)

  it('differ: one numbers its tracks from the first minute on, one sends bare plots', () => {
    expect(numbered(following).length).toBeGreaterThan(300)
    expect(numbered(plain)).toEqual([])
  })

  it('give a track its velocity, and say what they only presume', () => {
    const tracks = numbered(following)
    for (const { items } of tracks) expect(items['I048/200']).toBeDefined()
    expect(tracks.some(({ items }) => (items['I048/020'] as { TYP?: number }).TYP === 0)).toBe(true)
  })
})
