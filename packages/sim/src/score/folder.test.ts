import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { META, object, track } from './fixtures/world.ts'
import { readScenarioTruth, readScoreInput } from './folder.ts'

const root = mkdtempSync(join(tmpdir(), 'csii-score-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder of these files. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(root, 'scenario-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const meta = JSON.stringify(META)
const truth = `${JSON.stringify(object({ id: 'A' }))}\n`
const tracks = `${JSON.stringify(track({ id: 1 }))}\n`

describe('the folder of a scenario', () => {
  it('gives the same plain, packed, and packed under a plain name', () => {
    const expected = { ok: true, value: { meta: META, truth: [object({ id: 'A' })] } }
    expect(readScenarioTruth(folderOf({ 'meta.json': meta, 'truth.jsonl': truth }))).toEqual(expected)
    expect(readScenarioTruth(folderOf({ 'meta.json.gz': gzipSync(meta), 'truth.jsonl.gz': gzipSync(truth) }))).toEqual(
      expected,
    )
    expect(readScenarioTruth(folderOf({ 'meta.json': gzipSync(meta), 'truth.jsonl': truth }))).toEqual(expected)
  })

  it('without its truth cannot be used, and says so', () => {
    const folder = folderOf({ 'meta.json': meta })
    const file = join(folder, 'truth.jsonl')
    expect(readScenarioTruth(folder)).toEqual({ ok: false, problem: `There is no file ${file} or ${file}.gz.` })
  })
})

describe('what is to be scored', () => {
  const folder = folderOf({
    'meta.json': meta,
    'truth.jsonl': truth,
    tracks,
    'assoc.jsonl': '{"p":0,"id":1}\n',
    'bad.jsonl': '{"p":0,"id":1}\n{"p":9,"id":1}\n',
    'plots.jsonl': '{"p":0,"k":"radar"}\n',
    'origin.jsonl': '{"p":0,"o":"A"}\n',
  })

  it('has the associations only if asked', () => {
    const read = readScoreInput({ folder, tracks: join(folder, 'tracks') })
    expect(read).toEqual({ ok: true, value: { meta: META, truth: [object({ id: 'A' })], tracks: [track({ id: 1 })] } })
    expect(
      readScoreInput({ folder, tracks: join(folder, 'tracks'), assoc: join(folder, 'assoc.jsonl') }),
    ).toMatchObject({
      value: { assoc: { lines: [{ p: 0, id: 1 }], origin: [{ p: 0, o: 'A' }], plots: [{ p: 0, k: 'radar' }] } },
    })
  })

  it('may come on standard input', () => {
    expect(readScoreInput({ folder, tracks: '-', standardInput: tracks })).toMatchObject({
      value: { tracks: [{ id: 1 }] },
    })
  })

  it('names no plot that the scenario does not have', () => {
    const assoc = join(folder, 'bad.jsonl')
    expect(readScoreInput({ folder, tracks: join(folder, 'tracks'), assoc })).toEqual({
      ok: false,
      problem: `${assoc} names plot 9, which ${folder} does not have.`,
    })
  })

  it('has no associations where the scenario does not tell where its plots are from', () => {
    const bare = folderOf({ 'meta.json': meta, 'truth.jsonl': truth, tracks, 'assoc.jsonl': '{"p":0,"id":1}\n' })
    const read = readScoreInput({ folder: bare, tracks: join(bare, 'tracks'), assoc: join(bare, 'assoc.jsonl') })
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining('origin.jsonl') })
  })
})
