import { createSharedMemory, sensorKinds } from '@csii/codecs'
import type { Claim, Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ADSB_RECEIVER } from '../caribbean/other-sensors.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { flightOf } from '../truth.ts'
import { adsbReceiver } from './adsb-receiver.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000
const heardOf = (seed: number, from = noon, to = noon + 2 * MINUTE, receiver = ADSB_RECEIVER) =>
  [...adsbReceiver(caribbean(seed), receiver).deliver(from, to)]
const deliveries = heardOf(1)
const flying = scenario.aircraft.filter((aircraft) =>
  [0, 1, 2].every((minute) => flightOf(scenario, aircraft, noon + minute * MINUTE)))

function read() {
  const plots: Plot[] = []
  const claims = new Map<number, Claim>()
  const claim = (said: Claim = {}) => {
    const address = said.icaoAddress ?? 0
    claims.set(address, { ...claims.get(address), ...said })
  }
  const problems: string[] = []
  const reader = sensorKinds.find(({ id }) => id === 'adsb')!
    .open({ sensorId: 'air', simulated: true, position: ADSB_RECEIVER.position }, createSharedMemory())
  for (const { t, bytes } of deliveries) {
    reader.read(bytes, t, {
      plot: (plot) => plots.push(plot) && claim(plot.claim),
      statement: (statement) => claim(statement.claim),
      measurement() {},
      problem: (problem) => problems.push(problem),
    })
  }
  return { plots, claims, problems }
}

describe('an ADS-B receiver', () => {
  const { plots, claims, problems } = read()
  const byAddress = Map.groupBy(plots, ({ claim }) => claim?.icaoAddress)

  it('delivers in the order of time, the same again, and something else with another seed', () => {
    const times = deliveries.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(heardOf(1)).toEqual(deliveries)
    expect(heardOf(2)).not.toEqual(deliveries)
  })

  it('hears the same when it is begun in the middle', () => {
    expect(heardOf(1, noon + MINUTE)).toEqual(deliveries.filter(({ t }) => t >= noon + MINUTE))
  })

  it('is read without a problem, every aircraft in the air with its address, call sign and code', () => {
    expect(problems).toEqual([])
    expect(flying.length).toBeGreaterThan(2)
    for (const { icaoAddress, callSign, squawk } of flying) {
      expect(claims.get(icaoAddress)).toMatchObject({ icaoAddress, callSign, squawk })
    }
  })

  it('shows each where it is: its place within metres, its height within the weather, its speed', () => {
    for (const aircraft of flying) {
      for (const plot of byAddress.get(aircraft.icaoAddress)!) {
        const truth = flightOf(scenario, aircraft, plot.time)!
        expect(metresBetween(plot.position, truth)).toBeLessThan(40)
        expect(Math.abs(plot.altitude! - truth.altitude)).toBeLessThan(60)
      }
      const last = byAddress.get(aircraft.icaoAddress)!.at(-1)!
      expect(Math.abs(last.speed! - flightOf(scenario, aircraft, last.time)!.speed)).toBeLessThan(3)
    }
  })

  it('hears each about twice a second with its place, less what is lost', () => {
    for (const { icaoAddress } of flying) {
      const rate = byAddress.get(icaoAddress)!.length / 120
      expect(rate).toBeGreaterThan(1)
      expect(rate).toBeLessThanOrEqual(2.1)
    }
  })

  it('low by the sea hears only what flies high', () => {
    const beach = { ...ADSB_RECEIVER, position: { lat: 10, lon: -63.4 }, antennaHeight: 2 }
    const low = heardOf(1, noon, noon + MINUTE, beach)
    expect(low.length).toBeLessThan(heardOf(1, noon, noon + MINUTE).length)
  })
})
