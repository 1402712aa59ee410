import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readScenario } from './read-scenario.ts'

const root = mkdtempSync(join(tmpdir(), 'csii-fuse-'))
afterAll(() => rmSync(root, { recursive: true }))

const META = JSON.stringify({ score_dt: 2, score_times: [0, 10], sensors: [] })
const PLOT = JSON.stringify({ p: 0, t: 1, ta: 1, s: 'AIS', k: 'ais', x: 0, y: 0, sp: 10 })

function folderOf(meta: string | undefined, plots?: string | Uint8Array, name = 'plots.jsonl'): string {
  const folder = mkdtempSync(join(root, 's-'))
  if (meta !== undefined) writeFileSync(join(folder, 'meta.json'), meta)
  if (plots !== undefined) writeFileSync(join(folder, name), plots)
  return folder
}

describe("a scenario's folder", () => {
  it('gives its plots in their order, and what a tracker may know', () => {
    const read = readScenario(folderOf(META, `${PLOT}\n${PLOT.replace('"p":0', '"p":1')}\n`))
    expect(read).toMatchObject({ ok: true, value: { meta: { score_dt: 2 }, plots: [{ p: 0 }, { p: 1 }] } })
  })

  it('may have its plots gzipped', () => {
    const read = readScenario(folderOf(META, gzipSync(`${PLOT}\n`), 'plots.jsonl.gz'))
    expect(read).toMatchObject({ ok: true, value: { plots: [{ p: 0 }] } })
  })

  it.each([
    ['no file at all', undefined, undefined, 'meta.json'],
    ['a meta.json that is no JSON', 'meta', PLOT, 'is no scenario'],
    ['no times to be scored at', JSON.stringify({ score_dt: 2, sensors: [] }), PLOT, 'is no scenario'],
    ['no plots', META, undefined, 'plots.jsonl'],
    ['a plot without a time', META, PLOT.replace('"t":1,', ''), '"t"'],
    ['a plot of nobody', META, PLOT.replace('"s":"AIS",', ''), '"s"'],
    ['a report without its error', META, PLOT.replace(',"sp":10', ''), '"sp"'],
    ['a radar plot without a bearing', META, '{"p":0,"t":1,"ta":1,"s":"R","k":"radar","r":9,"sr":1,"sb":1}', '"b"'],
  ])('with %s is refused in one sentence', (_, meta, plots, sentence) => {
    const read = readScenario(folderOf(meta, plots))
    expect(read).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
  })
})
