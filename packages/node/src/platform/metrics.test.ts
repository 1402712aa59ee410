import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { metricsRoutes } from './metrics.ts'

const problems = { framing: 3, checksum: 1, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }

describe('GET /metrics', () => {
  it('tells what the node does, in words that Prometheus reads', async () => {
    const app = Fastify()
    await app.register(metricsRoutes, {
      sensors: () => [{ id: 'kingstown', counts: { received: 10, decoded: 5, duplicates: 1, pending: 0, problems }, dropped: 7 }],
      tracks: () => 42,
      clients: () => 2,
      pipelineDelayMs: () => 1500,
    })
    const { body, headers } = await app.inject('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    for (const line of [
      'csii_tracks 42',
      'csii_screens 2',
      'csii_pipeline_delay_seconds 1.5',
      'csii_sentences_total{source="kingstown",outcome="decoded"} 5',
      'csii_dropped_total{source="kingstown"} 7',
      'csii_problems_total{source="kingstown",problem="framing"} 3',
    ]) {
      expect(body.split('\n')).toContain(line)
    }
    expect(body).toContain('process_resident_memory_bytes')
    await app.close()
  })
})
