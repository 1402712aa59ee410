import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { metricsRoutes, type MetricsPorts, type SensorVitals } from './metrics.ts'

const problems = { framing: 3, checksum: 1, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }

const still: MetricsPorts = {
  sensors: () => [], tracks: () => 0, clients: () => 0, pipelineDelayMs: () => 0, vitals: () => [], alerts: () => 0,
}

describe('GET /metrics', () => {
  it('tells what the node does, in words that Prometheus reads', async () => {
    const app = Fastify()
    await app.register(metricsRoutes, {
      ...still,
      sensors: () => [{ id: 'kingstown', counts: { received: 10, decoded: 5, duplicates: 1, pending: 0, problems }, dropped: 7, refused: 4 }],
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
      'csii_plots_refused_total{source="kingstown"} 4',
      'csii_problems_total{source="kingstown",problem="framing"} 3',
    ]) {
      expect(body.split('\n')).toContain(line)
    }
    expect(body).toContain('process_resident_memory_bytes')
    await app.close()
  })

  it('tells nothing of a source that was removed', async () => {
    const app = Fastify()
    let sensors = [{ id: 'kingstown', counts: { received: 10, decoded: 5, duplicates: 1, pending: 0, problems }, dropped: 7, refused: 4 }]
    await app.register(metricsRoutes, { ...still, sensors: () => sensors })
    expect((await app.inject('/metrics')).body).toContain('kingstown')
    sensors = []
    expect((await app.inject('/metrics')).body).not.toContain('kingstown')
    await app.close()
  })

  it('tells how each sensor hears, and nothing of how it was before', async () => {
    const app = Fastify()
    const dead: SensorVitals = { id: 'hill', state: 'dead', normalIntervalMs: 12_000, delayMs: 700 }
    let vitals: readonly SensorVitals[] = [dead, { id: 'pier', state: 'learning' }]
    await app.register(metricsRoutes, { ...still, vitals: () => vitals, alerts: () => 1 })
    const ask = async () => (await app.inject('/metrics')).body.split('\n').filter((line) => line.startsWith('csii_sensor_'))
    expect(await ask()).toEqual([
      'csii_sensor_alerts 1',
      'csii_sensor_state{source="hill",state="dead"} 1', 'csii_sensor_state{source="pier",state="learning"} 1',
      'csii_sensor_normal_interval_seconds{source="hill"} 12', 'csii_sensor_delay_seconds{source="hill"} 0.7',
    ])
    vitals = [{ ...dead, state: 'well' }]
    expect(await ask()).toContain('csii_sensor_state{source="hill",state="well"} 1')
    expect((await ask()).filter((line) => line.includes('dead') || line.includes('pier'))).toEqual([])
    await app.close()
  })
})
