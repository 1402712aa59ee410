import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { move } from './move.ts'

let directory: string
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'csii-move-'))))
afterEach(() => rmSync(directory, { recursive: true }))

async function run(...args: string[]) {
  const said: string[] = []
  const complaints: string[] = []
  const exit = await move(args, { say: (line) => said.push(line), complain: (line) => complaints.push(line) })
  return { exit, said, complaints }
}

describe('csii move', () => {
  it('copies the data of a node, and says of each table how many rows arrived', async () => {
    const [from, to] = [join(directory, 'from'), join(directory, 'to')]
    mkdirSync(from)
    const earlier = new DatabaseSync(join(from, 'csii.sqlite'))
    earlier.exec(`CREATE TABLE schema (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT; INSERT INTO schema VALUES ('identity', 1);
      CREATE TABLE identity (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT; INSERT INTO identity VALUES (1, 'node-a')`)
    earlier.close()
    const { exit, said } = await run('--from', from, '--to', to)
    expect(said).toEqual([expect.stringMatching(/^identity: 1 rows, sum [0-9a-f]{16}$/), expect.stringMatching(/^All 1 rows arrived/)])
    expect(exit).toBe(0)
    const moved = new DatabaseSync(join(to, 'csii.sqlite'))
    expect(moved.prepare('SELECT id FROM identity').get()?.['id']).toBe('node-a')
    moved.close()
    expect(await run('--from', from, '--to', to)).toMatchObject({ exit: 1, complaints: [expect.stringContaining('holds data of a node already')] })
  })

  it('says in a sentence what is wrong', async () => {
    expect(await run('--from', directory)).toMatchObject({ exit: 2, complaints: [expect.stringContaining('write --from and --to')] })
    expect(await run('--where', directory)).toMatchObject({ exit: 2 })
    expect(await run('--from', directory, '--to', join(directory, 'to'))).toMatchObject({
      exit: 1, complaints: [expect.stringContaining('it has no csii.sqlite')],
    })
    expect(await run('--from', directory, '--to', directory)).toMatchObject({ exit: 1, complaints: [expect.stringContaining('are the same')] })
  })
})
