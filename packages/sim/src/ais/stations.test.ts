import { describe, expect, it } from 'vitest'
import { caribbean } from '../scenario.ts'
import { conductOf } from '../truth.ts'
import type { Vessel } from '../vessel.ts'
import { stationsOf } from './stations.ts'

const scenario = caribbean(1)
const stations = stationsOf(scenario)
const noon = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000

/** When a station transmits in a stretch of time. */
function timesOf(subject: string, from: number, to: number): number[] {
  const station = stations.find((candidate) => candidate.subject === subject)!
  const times: number[] = []
  for (let t = station.next(from); t < to; t = station.next(t)) if (station.send(t)) times.push(t)
  return times
}

const gaps = (times: readonly number[]) => times.slice(1).map((t, i) => t - times[i]!)
const isBusy = (vessel: Vessel, activity: string) =>
  [0, 5, 10, 15, 20, 25, 30].every(
    (minute) => conductOf(scenario, vessel, noon + minute * MINUTE).activity === activity,
  )
const straight = (vessel: Vessel) =>
  Array.from({ length: 60 }, (_, i) => conductOf(scenario, vessel, noon + i * 10_000))
    .every(({ turnDegMin }) => turnDegMin === 0)

describe('a class A ship', () => {
  it('at her berth reports every three minutes', () => {
    const moored = scenario.vessels.find((vessel) => vessel.unit === 'class-a' && isBusy(vessel, 'moored'))!
    const apart = gaps(timesOf(`${moored.id}/position`, noon, noon + 30 * MINUTE))
    expect(apart.length).toBeGreaterThan(7)
    for (const gap of apart) expect(Math.abs(gap - 180_000)).toBeLessThanOrEqual(36_001)
  })

  it('under way below 14 knots on a straight course reports every ten seconds', () => {
    const bulker = scenario.vessels.find((vessel) =>
      vessel.kind === 'bulker' && isBusy(vessel, 'under-way') && straight(vessel))!
    const apart = gaps(timesOf(`${bulker.id}/position`, noon, noon + 9 * MINUTE))
    expect(apart.length).toBeGreaterThan(45)
    for (const gap of apart) expect(Math.abs(gap - 10_000)).toBeLessThanOrEqual(2_001)
  })

  it('above 23 knots reports every two seconds', () => {
    const t = noon + 6.5 * 60 * MINUTE
    const fast = scenario.vessels.find((vessel) =>
      vessel.unit === 'class-a' && [0, 1, 2, 3].every(
        (minute) => conductOf(scenario, vessel, t + minute * MINUTE).speed > 12,
      ))!
    const apart = gaps(timesOf(`${fast.id}/position`, t, t + 3 * MINUTE))
    for (const gap of apart) expect(Math.abs(gap - 2_000)).toBeLessThanOrEqual(401)
  })

  it('reports oftener while she turns', () => {
    const ferry = scenario.vessels.find(({ kind }) => kind === 'ferry')!
    const times = timesOf(`${ferry.id}/position`, noon - 7 * 60 * MINUTE, noon)
    const turning = times.slice(0, -1).filter((t, i) =>
      Math.abs(conductOf(scenario, ferry, t).turnDegMin) > 20 && times[i + 1]! - t < 4_100)
    expect(turning.length).toBeGreaterThan(10)
  })

  it('states her voyage every six minutes', () => {
    const times = timesOf(`${scenario.vessels[0]!.id}/voyage`, noon, noon + 60 * MINUTE)
    expect(times.length).toBeGreaterThanOrEqual(9)
    for (const gap of gaps(times)) expect(Math.abs(gap - 360_000)).toBeLessThanOrEqual(72_001)
  })
})

describe('a class B yacht', () => {
  const lying = scenario.vessels.find((vessel) => vessel.unit === 'class-b-cs' && isBusy(vessel, 'anchored'))!
  const sailing = scenario.vessels.find((vessel) =>
    vessel.unit === 'class-b-cs' && [0, 5, 10, 15, 20].every(
      (minute) => conductOf(scenario, vessel, noon + minute * MINUTE).speed > 1.5,
    ))!

  it('at anchor reports every three minutes', () => {
    const apart = gaps(timesOf(`${lying.id}/position`, noon, noon + 30 * MINUTE))
    for (const gap of apart) expect(gap).toBeGreaterThan(140_000)
  })

  it('sailing reports every thirty seconds', () => {
    const apart = gaps(timesOf(`${sailing.id}/position`, noon, noon + 20 * MINUTE))
    for (const gap of apart) expect(Math.abs(gap - 30_000)).toBeLessThanOrEqual(6_001)
  })

  it('does not wait three minutes to tell that she has weighed anchor', () => {
    const t = noon + conductOf(scenario, lying, noon).until
    const first = timesOf(`${lying.id}/position`, t, t + 3 * MINUTE)[0]!
    expect(first - t).toBeLessThan(15_000)
  })

  it('gives her name, and within a minute the rest', () => {
    const names = timesOf(`${lying.id}/name`, noon, noon + 20 * MINUTE)
    const hulls = timesOf(`${lying.id}/hull`, noon, noon + 21 * MINUTE)
    for (const t of names) expect(hulls.some((other) => other > t && other - t <= MINUTE)).toBe(true)
  })
})

describe('a vessel without AIS', () => {
  it('has no station at all', () => {
    const silent = scenario.vessels.filter(({ unit }) => unit === 'none').map(({ id }) => id)
    expect(stations.filter(({ subject }) => silent.includes(subject.split('/')[0]!))).toEqual([])
  })
})

describe('a station that does not move', () => {
  it('reports every ten seconds ashore and every three minutes as an aid', () => {
    expect(timesOf('base-0', noon, noon + 10 * MINUTE).length).toBeCloseTo(60, -1)
    expect(timesOf('aid-0', noon, noon + 60 * MINUTE)).toHaveLength(20)
  })

  it('that is tested once an hour sends three bursts of eight', () => {
    const times = timesOf('sart', noon, noon + 60 * MINUTE)
    expect(times).toHaveLength(24)
    expect(gaps(times).filter((gap) => gap === 2_000)).toHaveLength(21)
    expect(timesOf('sart', noon + 30 * MINUTE, noon + 60 * MINUTE)).toEqual([])
  })
})
