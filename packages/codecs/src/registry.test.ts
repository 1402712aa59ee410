import { DECODE_PROBLEMS, type SensorCounts, type SensorSink } from '@csii/model'
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sensorKinds } from './registry.ts'
import { createSharedMemory } from './shared-memory.ts'

/** What the formats share; every other folder is a format. */
const SHARED_FOLDERS = ['columns', 'nmea']

const site = { sensorId: 'any', simulated: false }

const accountedFor = ({ decoded, duplicates, pending, problems }: SensorCounts): number =>
  decoded + duplicates + pending + DECODE_PROBLEMS.reduce((sum, problem) => sum + problems[problem], 0)

describe('the sensor registry', () => {
  it('lists a kind for every folder of formats', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !SHARED_FOLDERS.includes(entry.name))
      .map((entry) => entry.name)
    expect(sensorKinds.map((kind) => kind.id).sort()).toEqual(folders.sort())
  })

  it('gives each kind a title of its own', () => {
    const titles = sensorKinds.map((kind) => kind.title)
    expect(new Set(titles).size).toBe(sensorKinds.length)
    expect(titles).not.toContain('')
  })

  describe.each(sensorKinds)('$id', (kind) => {
    it('counts all noise and throws at none', () => {
      const chunk = fc.record({ bytes: fc.uint8Array({ maxLength: 3000 }), datagram: fc.boolean() })
      fc.assert(
        fc.property(fc.array(chunk, { maxLength: 5 }), (chunks) => {
          let problems = 0
          const sink: SensorSink = { plot() {}, statement() {}, measurement() {}, problem: () => void problems++ }
          const reader = kind.open(site, createSharedMemory({ capacity: 64 }))
          for (const { bytes, datagram } of chunks) {
            reader.read(bytes, 0, sink, datagram)
            expect(accountedFor(reader.counts())).toBe(reader.counts().received)
          }
          reader.tick(1e12, sink)
          reader.end(1e12, sink)
          const counts = reader.counts()
          expect(accountedFor(counts)).toBe(counts.received)
          expect(counts.pending).toBe(0)
          expect(problems).toBe(DECODE_PROBLEMS.reduce((sum, problem) => sum + counts.problems[problem], 0))
        }),
      )
    })

    it('takes nothing for a plot in pure noise of letters', () => {
      const heard: string[] = []
      const sink: SensorSink = { plot: () => heard.push('plot'), statement: () => heard.push('statement'), measurement() {}, problem() {} }
      const reader = kind.open(site, createSharedMemory({ capacity: 64 }))
      reader.read(Uint8Array.from({ length: 5000 }, (_, index) => (index % 40 === 39 ? 10 : 97 + (index % 26))), 0, sink)
      reader.end(0, sink)
      expect(heard).toEqual([])
      expect(reader.counts().received).toBeGreaterThan(0)
    })
  })
})
