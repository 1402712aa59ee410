import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { fuse } from './fuse.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-fuse-'))
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(join(folder, 'meta.json'), JSON.stringify({ score_dt: 10, score_times: [10, 30], sensors: [] }))
const report = (p: number) => ({
  p, t: p * 10, ta: p * 10 + 0.2, s: 'AIS', x: p * 50, y: 0, sp: 10, v: 5, c: 90, id: '377000001',
})
writeFileSync(join(folder, 'plots.jsonl'), [0, 1, 2].map((p) => `${JSON.stringify(report(p))}\n`).join(''))

async function run(...args: string[]) {
  const stdout = new PassThrough()
  const printed = text(stdout)
  const reported: string[] = []
  const code = await fuse(args, { stdout, report: (line) => reported.push(line) })
  stdout.end()
  return { code, printed: await printed, reported }
}

describe('csii fuse', () => {
  it('writes a line for each track at each score epoch', async () => {
    const { code, printed, reported } = await run(folder)
    expect({ code, reported }).toEqual({ code: 0, reported: [] })
    const lines = printed.trim().split('\n').map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([10, 20, 30].map((t) => ({ t, ident: '377000001', dark: false })))
  })

  it('writes which track took which plot where a file is named', async () => {
    const assoc = join(folder, 'assoc.jsonl')
    expect((await run(folder, '--assoc', assoc)).code).toBe(0)
    const lines = readFileSync(assoc, 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([{ p: 0 }, { p: 1 }, { p: 2 }])
  })

  it('says the same twice', async () => {
    expect((await run(folder)).printed).toBe((await run(folder)).printed)
  })

  it.each([
    ['no scenario is named', []],
    ['two are', [folder, folder]],
    ['an option is unknown', [folder, '--fast']],
    ['there is no such folder', [join(folder, 'missing')]],
  ])('refuses with a sentence, and writes nothing, where %s', async (_what, args) => {
    const { code, printed, reported } = await run(...args)
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
    expect(reported).toHaveLength(1)
    expect(reported[0]).toMatch(/^csii fuse.*\.?$/)
  })

  it('fails where the file of associations cannot be written', async () => {
    const { code, reported } = await run(folder, '--assoc', join(folder, 'missing', 'assoc.jsonl'))
    expect(code).toBe(1)
    expect(reported[0]).toContain('csii fuse could not write')
  })
})
