import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { scenario } from './scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-scenario-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; printed: string; reported: string[] }> {
  const stdout = new PassThrough()
  const printed = text(stdout)
  const reported: string[] = []
  const code = await scenario(args, { stdout, report: (line) => reported.push(line) })
  stdout.end()
  return { code, printed: await printed, reported }
}

const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8')

describe('csii scenario', () => {
  it('lists each scenario with one line', async () => {
    const { code, printed } = await run('--list')
    expect(code).toBe(0)
    expect(printed.split('\n')).toContain('crossing         eight vessels through one point')
  })

  it('writes what a tracker reads, what is true, and which object gave each plot', async () => {
    const { code, reported } = await run('crossing', '--seed', '5', '--out', join(folder, 'five'))
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'five')).sort()).toEqual(
      ['meta.json', 'origin.jsonl', 'plots.jsonl', 'truth.jsonl'])
    const meta: unknown = JSON.parse(read('five', 'meta.json'))
    const plots = read('five', 'plots.jsonl').trim().split('\n')
    expect(meta).toMatchObject({ name: 'crossing', seed: 5, targets: 8, plots: plots.length })
    expect(reported).toEqual([`${plots.length} plots of 8 objects in ${join(folder, 'five')}`])
    expect(read('five', 'origin.jsonl').trim().split('\n')).toHaveLength(plots.length)
  })

  it('writes the registration errors beside them where radars have some', async () => {
    await run('bias', '--out', join(folder, 'bias'))
    expect(Object.keys(JSON.parse(read('bias', 'truth_bias.json')) as object)).toEqual(['R1', 'R2'])
  })

  it('writes the same bytes again, and others with another seed', async () => {
    await run('crossing', '--seed', '5', '--out', join(folder, 'again'))
    await run('crossing', '--seed', '6', '--out', join(folder, 'six'))
    for (const file of readdirSync(join(folder, 'five'))) expect(read('again', file)).toBe(read('five', file))
    expect(read('six', 'plots.jsonl')).not.toBe(read('five', 'plots.jsonl'))
  })

  it('fails in one sentence where it cannot write', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, reported } = await run('crossing', '--out', join(file, 'below'))
    expect(code).toBe(1)
    expect(reported).toEqual([expect.stringContaining('csii scenario could not write to')])
  })
})

describe('a command line that cannot be understood', () => {
  it.each([
    [['atlantis', '--out', 'x'], 'Write one of: crossing, parallel'],
    [['toString', '--out', 'x'], 'Write one of: crossing, parallel'],
    [[], 'Write one of: crossing, parallel'],
    [['crossing', 'parallel', '--out', 'x'], 'csii scenario makes one scenario'],
    [['crossing'], 'write --out'],
    [['crossing', '--seed', '1.5', '--out', 'x'], 'the seed "1.5" is not a whole number'],
    [['crossing', '--fast'], '--fast'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, reported } = await run(...args)
    expect(code).toBe(2)
    expect(reported).toEqual([expect.stringContaining(sentence)])
  })
})
