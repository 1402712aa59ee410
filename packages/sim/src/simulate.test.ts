import { ais, createSharedMemory, decodePayload, VdmReader, type AisMessage } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { caribbean } from './scenario.ts'
import { simulate, sourceName, transmissions } from './simulate.ts'

const noon = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000
const scenario = caribbean(1)
const lines = [...simulate(scenario, noon, noon + 5 * MINUTE)]
const latest = Math.max(...scenario.receivers.map(({ delay }) => delay))
const sent = [...transmissions(scenario, noon - latest, noon + 5 * MINUTE)]
/** Without the filling of texts, which is no part of what was meant. */
const trimmed = (message: AisMessage) =>
  Object.fromEntries(Object.entries(message).map(
    ([key, value]) => [key, typeof value === 'string' ? value.replace(/[@ ]+$/, '') : value],
  ))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('what the receivers hear', () => {
  it('is the same, byte for byte, with the same seed and start', () => {
    const again = [...simulate(caribbean(1), noon, noon + 5 * MINUTE)]
    expect(again.map(({ line }) => line).join('\n')).toBe(lines.map(({ line }) => line).join('\n'))
  })

  it('is something else with another seed or start', () => {
    const text = (seed: number, from: number) =>
      [...simulate(caribbean(seed), from, from + 5_000)].map(({ line }) => line).join()
    expect(text(2, noon)).not.toBe(text(1, noon))
    expect(text(1, noon + MINUTE)).not.toBe(text(1, noon))
  })

  it('is hardly different when it is begun in the middle: the exercise follows the clock, not its start', () => {
    const whole = new Set(lines.map(({ line }) => line))
    const late = [...simulate(scenario, noon + 2 * MINUTE, noon + 5 * MINUTE)]
    const known = late.filter(({ line }) => whole.has(line))
    expect(known.length / late.length).toBeGreaterThan(0.97)
  })

  it('comes in the order of time, within the time asked for', () => {
    const times = lines.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(noon)
    expect(times.at(-1)).toBeLessThan(noon + 5 * MINUTE)
  })

  it('says on every line that it is simulated, where and when it was heard', () => {
    for (const { line, receiver, t } of lines) {
      const site = scenario.receivers.find(({ id }) => id === receiver)!
      expect(line.startsWith(`\\s:${sourceName(site)},c:${t}*`)).toBe(true)
    }
  })

  it('is many sentences a second, from every receiver', () => {
    expect(lines.length / 300).toBeGreaterThan(5)
    expect(new Set(lines.map(({ receiver }) => receiver)).size).toBe(scenario.receivers.length)
  })
})

describe('a message', () => {
  it('is heard by nobody, by one receiver or by several', () => {
    const audience = new Set(sent.map(({ heardBy }) => heardBy.length))
    expect(audience).toContain(0)
    expect(audience).toContain(1)
    expect(audience).toContain(2)
  })

  it('that several hear is the same sentence at each', () => {
    const [twice] = sent.filter(({ heardBy, message, t }) => heardBy.length === 2 && message.type === 1 && t > noon)
    const copies = lines.filter(
      ({ t, subject }) => subject.startsWith(`${twice!.subject}/`) && t > twice!.t && t < twice!.t + 200,
    )
    const sentences = copies.map(({ line }) => line.split('\\')[2])
    expect(sentences).toHaveLength(2)
    expect(new Set(sentences).size).toBe(1)
  })

  it('comes out of the decoder as it went into the encoder, every one of them', () => {
    const received = new Map<string, AisMessage[]>()
    for (const { id } of scenario.receivers) {
      const messages: AisMessage[] = []
      const reader = new VdmReader({
        message(ascii, from, to, fillBits) {
          const decoded = decodePayload(ascii, from, to, fillBits)
          if (typeof decoded === 'string') return decoded
          messages.push(decoded)
          return 'decoded'
        },
        problem(problem) {
          throw new Error(problem)
        },
      })
      reader.read(
        bytesOf(lines.filter(({ receiver }) => receiver === id).map(({ line }) => line + '\r\n').join('')), noon,
      )
      received.set(id, messages)
    }
    for (const { id, delay } of scenario.receivers) {
      const meant = sent.filter(
        ({ t, heardBy }) => t + delay >= noon && t + delay < noon + 5 * MINUTE && heardBy.some((one) => one.id === id),
      )
      expect(received.get(id)!.length).toBe(meant.length)
      received.get(id)!.forEach((message, i) => expect(trimmed(message)).toMatchObject(trimmed(meant[i]!.message)))
    }
  })
})

describe('a node that listens to one receiver', () => {
  it('gets plots that are as old as their reports, and not one problem', () => {
    const plots: Plot[] = []
    const reader = ais.open({ sensorId: 'sim-kingstown', simulated: true }, createSharedMemory())
    const sink = {
      plot: (plot: Plot) => plots.push(plot),
      statement: () => {},
      measurement() {},
      problem: (problem: string) => expect(problem).toBe('none'),
    }
    for (const { line, receiver, t } of lines) {
      if (receiver === 'kingstown') reader.read(bytesOf(line + '\r\n'), t, sink)
    }
    expect(plots.length).toBeGreaterThan(300)
    for (const plot of plots) {
      expect(plot.simulated).toBe(true)
      expect(plot.receivedAt - plot.time).toBeGreaterThanOrEqual(0)
      expect(plot.receivedAt - plot.time).toBeLessThan(2_000)
    }
  })
})

