import { dirname, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { sourceFiles } from '../../../scripts/source-files.ts'
import { startNode } from './main.ts'
import { createLog } from './platform/log.ts'
import { describeStores } from './platform/store/fixtures/describe-stores.ts'
import { moveData, type Moved } from './platform/store/move/move.ts'
import { FEATURES } from './tables.ts'

it('every feature that makes tables is among those that are moved', () => {
  const sources = sourceFiles(dirname(dirname(dirname(import.meta.dirname))), join('packages', 'node', 'src'))
  const made = sources.flatMap(({ text }) => [...text.matchAll(/\.migrate\('([^']+)'/g)].map((match) => match[1]!))
  expect(made.length).toBeGreaterThan(5)
  expect(made.filter((feature) => !(feature in FEATURES))).toEqual([])
})

describeStores('a node that is moved', (stores, others) => {
  it.skipIf(inject('postgres') === undefined)('is the same node on the other kind of store', async () => {
    const start = (dataDir: string) =>
      startNode(
        { node: { name: 'Test', nation: 'VCT' }, listen: { host: '127.0.0.1', port: 0 }, dataDir, sources: [] },
        { clock: Date.now, random: Math.random, log: createLog('silent') },
      )
    const [here, there] = [await stores.place(), await others.place()]
    await (await start(here)).stop()
    const moved: Moved[] = []
    await moveData(here, there, FEATURES, (table) => void moved.push(table))
    expect(moved).toContainEqual({ table: 'identity', rows: 1, sum: expect.stringMatching(/^[0-9a-f]{16}$/) })
    const node = await start(there)
    expect((await fetch(`${node.address}/api/health`)).status).toBe(200)
    await node.stop()
  })
})
