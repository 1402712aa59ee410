import { describe, expect, it } from 'vitest'
import type { NodeConfig } from './config.ts'
import { healthOf } from './health.routes.ts'

const source = { title: '', kind: 'ais', url: 'udp://127.0.0.1:1', nation: 'VCT' }
const config: NodeConfig = {
  node: { name: 'Kingstown', nation: 'VCT' },
  listen: { host: '127.0.0.1', port: 0 },
  dataDir: '',
  sources: [{ ...source, id: 'a', simulated: false }, { ...source, id: 'b', simulated: true }],
}
const vitals = { startedAt: 1, now: 2, tracks: 3, delayMs: 4 }
const states = (...names: string[]) => names.map((state) => ({ state }))

describe('the health of a node', () => {
  it('is good when every source is open or has ended by itself', () => {
    expect(healthOf(config, vitals, states('open', 'ended'))).toEqual({
      status: 'ok', node: 'Kingstown', nation: 'VCT', version: expect.stringMatching(/^\d+\./), time: 2, startedAt: 1,
      simulated: true, tracks: 3, sources: 2, sourcesOpen: 1, pipelineDelayMs: 4,
    })
  })

  it.each(['connecting', 'waiting', 'failed'])('is degraded while a source is %s', (state) => {
    expect(healthOf(config, vitals, states('open', state)).status).toBe('degraded')
  })

  it('is degraded when the node falls behind', () => {
    expect(healthOf(config, { ...vitals, delayMs: 6_000 }, states('open', 'open')).status).toBe('degraded')
  })

  it('has nothing simulated when every source is live', () => {
    const live = { ...config, sources: config.sources.slice(0, 1) }
    expect(healthOf(live, vitals, states('open')).simulated).toBe(false)
  })
})
