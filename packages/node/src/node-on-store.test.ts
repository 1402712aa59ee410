import type { DecisionList, FiledSightings, SourceView } from '@csii/contract'
import { expect, it } from 'vitest'
import { startNode, type RunningNode } from './main.ts'
import { createLog } from './platform/log.ts'
import { describeStores } from './platform/store/fixtures/describe-stores.ts'

const start = (dataDir: string) =>
  startNode(
    { node: { name: 'Test', nation: 'VCT' }, listen: { host: '127.0.0.1', port: 0 }, dataDir, sources: [] },
    { clock: Date.now, random: Math.random, log: createLog('silent') },
  )
const post = (node: RunningNode, path: string, body: object) =>
  fetch(node.address + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const get = async (node: RunningNode, path: string) => (await fetch(node.address + path)).json()

describeStores('a whole node', (stores) => {
  it('finds after a restart what people told it, and is the only one on its store', async () => {
    const place = await stores.place()
    const first = await start(place)
    await expect(start(place)).rejects.toThrow(/is in use by another node/)
    expect((await post(first, '/api/sightings', { text: 'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT' })).status).toBe(201)
    expect((await post(first, '/api/sources', { id: 'feed', url: 'tcp://127.0.0.1:1', enabled: false })).status).toBe(201)
    await first.stop()

    const again = await start(place)
    // The server checks its answers against the schemas that these types come from.
    const { sightings } = (await get(again, '/api/sightings')) as FiledSightings
    expect(sightings.map(({ filed }) => filed.id)).toEqual(['VCT-REPORT-1'])
    const sources = (await get(again, '/api/sources')) as SourceView[]
    expect(sources.map(({ id, enabled }) => [id, enabled])).toContainEqual(['feed', false])
    expect((await get(again, '/api/decisions')) as DecisionList).toEqual({ decisions: [] })
    await again.stop()
  })
})
