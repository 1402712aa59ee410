import { createSharedMemory, decodeNaf, sensorKinds } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { VMS_CENTRE } from '../caribbean/other-sensors.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { conductOf } from '../truth.ts'
import { fleetOf, vmsCentre } from './vms.ts'

const scenario = caribbean(1)
const from = Date.UTC(2026, 10, 24, 11)
const HOUR = 3_600_000
const MINUTE = 60_000
const group = vmsCentre(scenario, VMS_CENTRE)
const deliveries = [...group.deliver(from, from + HOUR)]
const fleet = fleetOf(scenario, 'VCT')

describe('the fisheries centre', () => {
  it('follows the fishing boats of its nation, those with AIS and those without', () => {
    expect(fleet.length).toBeGreaterThan(20)
    expect(new Set(fleet.map(({ unit }) => unit !== 'none'))).toEqual(new Set([true, false]))
    expect(new Set(deliveries.map(({ subject }) => subject))).toEqual(new Set(fleet.map(({ id }) => id)))
  })

  it('hears of each at its interval, some time after the fact', () => {
    for (const { id } of fleet) {
      const count = deliveries.filter(({ subject }) => subject === id).length
      expect(Math.abs(count - 60 / VMS_CENTRE.everyMinutes)).toBeLessThanOrEqual(1)
    }
  })

  it('delivers in the order of time, the same again', () => {
    const times = deliveries.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect([...group.deliver(from + 10 * MINUTE, from + HOUR)])
      .toEqual(deliveries.filter(({ t }) => t >= from + 10 * MINUTE))
  })

  it('says of every report that it is of an exercise', () => {
    for (const { bytes } of deliveries) {
      expect(decodeNaf(bytes)).toMatchObject({ ok: true, value: { fields: { MS: 'EXERCISE' } } })
    }
  })

  it('is read without a problem, every boat where she was at that minute', () => {
    const plots: Plot[] = []
    const problems: string[] = []
    const reader = sensorKinds.find(({ id }) => id === 'vms')!
      .open({ sensorId: 'vms', simulated: true }, createSharedMemory())
    for (const { t, bytes } of deliveries) {
      reader.read(bytes, t, {
        plot: (plot) => plots.push(plot), statement() {}, measurement() {},
        problem: (problem) => problems.push(problem),
      })
    }
    expect(problems).toEqual([])
    expect(plots).toHaveLength(deliveries.length)
    for (const { claim, position, time, receivedAt } of plots) {
      const vessel = fleet.find(({ name }) => name === claim!.name)!
      // Three decimals of a degree, and the error of the receiver on board.
      expect(metresBetween(conductOf(scenario, vessel, time), position)).toBeLessThan(100)
      expect(receivedAt - time).toBeLessThan(VMS_CENTRE.longestDelay)
      expect(claim).toMatchObject({ flag: 'VCT', callSign: vessel.callSign })
    }
  })

  it('remembers long enough that whoever connects learns of every boat', () => {
    const told = new Set([...group.deliver(from - group.memory, from)].map(({ subject }) => subject))
    expect(told.size).toBe(fleet.length)
  })
})
