import { createSharedMemory, decodeRadarSentence, sensorKinds, Sentence, type FieldsOf } from '@csii/codecs'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { SHIP_RADAR } from '../caribbean/radars.ts'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { conductOf, truthAt } from '../truth.ts'
import { shipRadar } from './ship-radar.ts'

const scenario = caribbean(1)
/** The ferry is among the Grenadines. */
const from = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000
const to = from + 4 * MINUTE
const deliveries = [...shipRadar(scenario, SHIP_RADAR).deliver(from, to)]
const lines = deliveries.flatMap(({ bytes }) => Buffer.from(bytes).toString().trim().split('\r\n'))
const carrier = scenario.vessels.find(({ id }) => id === SHIP_RADAR.carrier)!

function targets(): FieldsOf<'TTM'>[] {
  return lines.filter((line) => line.includes('TTM')).map((line) => {
    const bytes = Buffer.from(line.slice(line.indexOf('$')))
    const sentence = new Sentence()
    expect(sentence.read(bytes, 0, bytes.length)).toBeUndefined()
    const decoded = decodeRadarSentence(sentence)
    if (!decoded.ok || decoded.value.sentence !== 'TTM') throw new Error(`not a target: ${line}`)
    return decoded.value
  })
}

function plots(): { readonly heard: Plot[]; readonly problems: string[] } {
  const heard: Plot[] = []
  const problems: string[] = []
  const reader = sensorKinds.find(({ id }) => id === 'radar-nmea')!
    .open({ sensorId: 'ferry', simulated: true }, createSharedMemory())
  for (const { t, bytes } of deliveries) {
    reader.read(bytes, t, {
      plot: (plot) => heard.push(plot), statement() {}, measurement() {}, problem: (problem) => problems.push(problem),
    })
  }
  return { heard, problems }
}

describe('the radar of a ferry', () => {
  it('says every second where its ship is, which way she points and how she moves', () => {
    for (const sentence of ['GGA', 'HDT', 'VTG']) {
      expect(lines.filter((line) => line.includes(sentence))).toHaveLength((to - from) / 1_000)
    }
  })

  it('says of its own ship that she is simulated', () => {
    for (const line of lines.filter((each) => each.includes('GGA'))) expect(line.split(',')[7]).toBe('8')
    for (const line of lines) expect(line).toMatch(/^\\s:SIM-FERRY-RADAR,c:\d+\*/)
  })

  it('follows no more targets than it can', () => {
    const numbers = new Set(targets().map(({ targetNumber }) => targetNumber))
    expect(numbers.size).toBeGreaterThan(10)
    expect(Math.max(...[...numbers].map(Number))).toBeLessThanOrEqual(SHIP_RADAR.mostTargets)
  })

  it('does not see its own ship', () => {
    const alone = shipRadar({ ...scenario, vessels: [carrier], aircraft: [] }, SHIP_RADAR).deliver(from, to)
    for (const { bytes } of alone) expect(Buffer.from(bytes).toString()).not.toContain('TTM')
  })

  it('acquires, tracks and loses', () => {
    expect(new Set(targets().map(({ targetStatus }) => targetStatus))).toEqual(new Set(['Q', 'T', 'L']))
  })

  it('uses the number of a target that it lost again, for another', () => {
    const ended = new Set<number>()
    const again = targets().filter(({ targetNumber, targetStatus }) => {
      if (targetStatus === 'L') ended.add(targetNumber!)
      return targetStatus !== 'L' && ended.has(targetNumber!)
    })
    expect(again.length).toBeGreaterThan(0)
  })

  it('is read without a problem, and its targets are where vessels are', () => {
    const { heard, problems } = plots()
    expect(problems).toEqual([])
    expect(heard.length).toBeGreaterThan(500)
    const near = heard.filter(({ position, time }, i) =>
      i % 10 === 0 && truthAt(scenario, Math.round(time)).some((state) => metresBetween(state, position) < 500))
    expect(near.length / Math.ceil(heard.length / 10)).toBeGreaterThan(0.9)
    for (const { simulated } of heard) expect(simulated).toBe(true)
  })

  it('sees nothing beyond its reach', () => {
    const { heard } = plots()
    for (const { position, time } of heard) {
      const range = metresBetween(conductOf(scenario, carrier, Math.round(time)), position)
      expect(range).toBeLessThan(SHIP_RADAR.antenna.reach + 1_000)
    }
  })

  it('cannot be on a vessel that is not there', () => {
    const radar = shipRadar(scenario, { ...SHIP_RADAR, carrier: 'titanic' })
    expect(() => radar.deliver(from, to)).toThrow('no vessel titanic')
  })
})
