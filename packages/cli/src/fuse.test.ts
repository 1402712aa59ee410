import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { fuse } from './fuse.ts'

const root = mkdtempSync(join(tmpdir(), 'csii-cli-fuse-'))
afterAll(() => rmSync(root, { recursive: true }))

const plot = (p: number, t: number) => ({ p, t, ta: t, s: 'AIS', k: 'ais', x: 5 * t, y: 0, sp: 10, v: 5, c: 90, id: '377000001' })
const folder = join(root, 'scenario')
mkdirSync(folder)
writeFileSync(join(folder, 'meta.json'), JSON.stringify({ score_dt: 10, score_times: [10, 30], sensors: [] }))
writeFileSync(join(folder, 'plots.jsonl'), [plot(0, 5), plot(1, 15)].map((line) => `${JSON.stringify(line)}\n`).join(''))

async function run(...args: string[]): Promise<{ code: number; lines: Record<string, unknown>[]; reported: string[] }> {
  const stdout = new PassThrough()
  const printed = text(stdout)
  const reported: string[] = []
  const code = await fuse(args, { stdout, report: (line) => reported.push(line) })
  stdout.end()
  const lines = (await printed).split('\n').filter((line) => line !== '')
  return { code, lines: lines.map((line) => JSON.parse(line)), reported }
}

describe('csii fuse', () => {
  it('prints one line for each track at each score epoch', async () => {
    const { code, lines, reported } = await run(folder)
    expect([code, reported]).toEqual([0, []])
    expect(lines.map(({ t, ident }) => [t, ident])).toEqual([[10, '377000001'], [20, '377000001'], [30, '377000001']])
  })

  it('writes which track took which plot where it is asked to', async () => {
    const assoc = join(root, 'assoc.jsonl')
    const { lines } = await run(folder, '--assoc', assoc)
    const { id } = lines[0]!
    expect(readFileSync(assoc, 'utf8')).toBe(`{"p":0,"id":"${id}"}\n{"p":1,"id":"${id}"}\n`)
  })

  it('says so where it cannot write that, after the tracks', async () => {
    const { code, lines, reported } = await run(folder, '--assoc', join(root, 'nowhere', 'assoc.jsonl'))
    expect([code, lines.length]).toEqual([1, 3])
    expect(reported).toEqual([expect.stringContaining('csii fuse could not write')])
  })

  it.each([
    [[], 'csii fuse reads one scenario'],
    [[folder, folder], 'csii fuse reads one scenario'],
    [[folder, '--fast'], '--fast'],
    [[join(root, 'atlantis')], 'meta.json'],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const { code, reported } = await run(...args)
    expect(code).toBe(2)
    expect(reported).toEqual([expect.stringContaining(sentence)])
  })
})
