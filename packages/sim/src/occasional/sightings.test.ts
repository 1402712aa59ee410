import { createSharedMemory, readSighting, sensorKinds } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { SIGHTING_LINE } from '../caribbean/other-sensors.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { truthAt } from '../truth.ts'
import { sightingLine } from './sightings.ts'

const scenario = caribbean(1)
/** Six in the morning, island time. */
const morning = Date.UTC(2026, 10, 24, 10)
const HOUR = 3_600_000
const group = sightingLine(scenario, SIGHTING_LINE)
const messages = [...group.deliver(morning, morning + 12 * HOUR)]
const texts = messages.map(({ bytes }) => Buffer.from(bytes).toString())

describe('messages from the coast', () => {
  it('are some an hour by day, in the order of time, the same again', () => {
    expect(messages.length).toBeGreaterThan(20)
    const times = messages.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect([...group.deliver(morning + HOUR, morning + 12 * HOUR)])
      .toEqual(messages.filter(({ t }) => t >= morning + HOUR))
  })

  it('fit into an SMS, in English or Spanish, and say that it is an exercise', () => {
    for (const text of texts) {
      expect(text.trim().length).toBeLessThanOrEqual(160)
      expect(text).toMatch(/^(SIGHT .* EXERCISE|VISTO .* EJERCICIO)\r\n$/)
    }
    expect(new Set(texts.map((text) => text.slice(0, 5)))).toEqual(new Set(['SIGHT', 'VISTO']))
  })

  it('are understood but for the word that it is an exercise', () => {
    messages.forEach(({ t }, i) => {
      const read = readSighting(texts[i]!.trim(), { receivedAt: t, places: [] })
      expect(read.ok && read.value.leftOver.join(' ')).toMatch(/^(EXERCISE|EJERCICIO)$/i)
      expect(read.ok && read.value.vesselKind).toBeTruthy()
      expect(read.ok && read.value.time).toBeLessThan(t)
    })
  })

  it('become plots near a boat that sends no AIS, with an error that covers what an eye errs', () => {
    const plots: Plot[] = []
    const reader = sensorKinds.find(({ id }) => id === 'sighting')!
      .open({ sensorId: 'coast', simulated: true }, createSharedMemory())
    messages.forEach(({ t, bytes }) =>
      reader.read(bytes, t, { plot: (plot) => plots.push(plot), statement() {}, measurement() {}, problem() {} }))
    expect(plots).toHaveLength(messages.length)
    for (const { position, time, covariance } of plots) {
      const silent = truthAt(scenario, time).filter(({ ais, altitude }) => ais === 'off' && altitude === undefined)
      const nearest = Math.min(...silent.map((state) => metresBetween(state, position)))
      expect(nearest).toBeLessThan(4 * Math.sqrt(covariance.ee))
    }
  })

  it('say where the boat is, or how far and in which direction from a lookout', () => {
    for (const text of texts) expect(text).toMatch(/ \d{4}N \d{5}W /)
    expect(texts.some((text) => /^SIGHT \d{4}N/.test(text))).toBe(true)
    expect(texts.some((text) => /^SIGHT \d+NM \w+ OF /.test(text))).toBe(true)
    expect(texts.some((text) => /^VISTO A \d+ MILLAS AL [A-Z]+ DE /.test(text))).toBe(true)
  })

  it('tell of the go-fast when she comes', () => {
    expect(texts.some((text) => /GOFAST|LANCHA RAPIDA/.test(text))).toBe(true)
  })
})
