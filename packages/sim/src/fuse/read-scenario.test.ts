import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readScenario } from './read-scenario.ts'

const root = mkdtempSync(join(tmpdir(), 'csii-read-scenario-'))
afterAll(() => rmSync(root, { recursive: true }))

const META = { score_dt: 3, score_times: [30, 600], sensors: [{ s: 'R1', x: 0, y: 0, rmax: 30_000, T: 3 }] }
const REPORT = { p: 1, t: 0, ta: 0.2, s: 'AIS', k: 'ais', x: 1, y: 2, sp: 10, v: 5, c: 90, id: '377000001' }
const ECHO = { p: 2, t: 1, ta: 1.1, s: 'R1', k: 'radar', r: 5000, b: 90, sr: 30, sb: 0.3 }

function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(root, 'scenario-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return { folder, scenario: readScenario(folder) }
}
const lines = (...plots: readonly object[]): string => plots.map((plot) => `${JSON.stringify(plot)}\n`).join('')

describe('the folder of a scenario, for a tracker', () => {
  it('tells what a tracker may know of it, plain or packed', () => {
    const [meta, plots] = [JSON.stringify(META), lines(REPORT, ECHO)]
    const expected = { ok: true, value: { meta: META, plots: [REPORT, ECHO] } }
    expect(read({ 'meta.json': meta, 'plots.jsonl': plots }).scenario).toEqual(expected)
    expect(read({ 'meta.json.gz': gzipSync(meta), 'plots.jsonl.gz': gzipSync(plots) }).scenario).toEqual(expected)
  })

  it('is refused where one of its files is missing', () => {
    const { folder, scenario } = read({ 'meta.json': JSON.stringify(META) })
    const path = join(folder, 'plots.jsonl')
    expect(scenario).toEqual({ ok: false, problem: `There is no file ${path} or ${path}.gz.` })
    expect(read({ 'plots.jsonl': lines(REPORT) }).scenario.ok).toBe(false)
  })

  it.each([
    ['is no JSON', '{'],
    ['is null', 'null'],
    ['has no sensors', JSON.stringify({ ...META, sensors: undefined })],
    ['has no score times', JSON.stringify({ ...META, score_times: undefined })],
    ['has score times that are no numbers', JSON.stringify({ ...META, score_times: ['30', 600] })],
    ['has epochs that never end', JSON.stringify({ ...META, score_dt: 0 })],
  ])('is refused where its meta.json %s', (_what, meta) => {
    const { folder, scenario } = read({ 'meta.json': meta, 'plots.jsonl': lines(REPORT) })
    const problem = `${join(folder, 'meta.json')} is no scenario: it needs score_dt, score_times and sensors.`
    expect(scenario).toEqual({ ok: false, problem })
  })

  it.each([
    ['has no number "p"', { ...REPORT, p: '1' }],
    ['has no number "ta"', { ...REPORT, ta: undefined }],
    ['has no sensor "s"', { ...REPORT, s: 7 }],
    ['has no number "sp"', { ...REPORT, sp: undefined }],
    ['has no number "sb"', { ...ECHO, sb: null }],
    ['has no number "r"', { ...ECHO, r: 'far' }],
  ])('is refused where a plot %s, and the line is named', (problem, plot) => {
    const { folder, scenario } = read({ 'meta.json': JSON.stringify(META), 'plots.jsonl': lines(REPORT, plot) })
    expect(scenario).toEqual({ ok: false, problem: `${join(folder, 'plots.jsonl')} line 2: ${problem}.` })
  })

  it('may hold no plot at all', () => {
    expect(read({ 'meta.json': JSON.stringify(META), 'plots.jsonl': '' }).scenario).toMatchObject({
      value: { plots: [] },
    })
  })
})
