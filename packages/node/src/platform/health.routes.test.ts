import { describe, expect, it } from 'vitest'
import { healthOf } from './health.routes.ts'

const node = { name: 'Kingstown', nation: 'VCT' }
const vitals = { startedAt: 1, now: 2, tracks: 3, delayMs: 4 }
const states = (...names: string[]) => names.map((state, n) => ({ state, source: { simulated: n === 1 } }))

describe('the health of a node', () => {
  it('is good when every source is open or has ended by itself', () => {
    expect(healthOf(node, vitals, states('open', 'ended'))).toEqual({
      status: 'ok', node: 'Kingstown', nation: 'VCT', version: expect.stringMatching(/^\d+\./), time: 2, startedAt: 1,
      simulated: true, tracks: 3, sources: 2, sourcesOpen: 1, pipelineDelayMs: 4,
    })
  })

  it('is good while a source is disabled: nobody expects anything of it', () => {
    expect(healthOf(node, vitals, states('open', 'disabled'))).toMatchObject({ status: 'ok', sources: 2, sourcesOpen: 1 })
  })

  it.each(['connecting', 'waiting', 'failed'])('is degraded while a source is %s', (state) => {
    expect(healthOf(node, vitals, states('open', state)).status).toBe('degraded')
  })

  it('is degraded when the node falls behind', () => {
    expect(healthOf(node, { ...vitals, delayMs: 6_000 }, states('open', 'open')).status).toBe('degraded')
  })

  it('is degraded while what comes in cannot be kept, and says why', () => {
    const record = { problem: 'disk-full' as const, since: 5, waiting: 12 }
    expect(healthOf(node, { ...vitals, record }, states('open'))).toMatchObject({ status: 'degraded', record })
  })

  it('has nothing simulated when every source is live', () => {
    expect(healthOf(node, vitals, states('open')).simulated).toBe(false)
  })
})
