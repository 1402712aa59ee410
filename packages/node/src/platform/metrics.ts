import type { FastifyPluginAsync } from 'fastify'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { SensorCounts } from '@csii/model'

/** How one sensor hears. */
export interface SensorVitals {
  readonly id: string
  readonly state: string
  readonly normalIntervalMs?: number | undefined
  readonly delayMs?: number | undefined
}

export interface MetricsPorts {
  readonly sensors: () => readonly { readonly id: string; readonly counts: SensorCounts; readonly dropped: number; readonly refused: number }[]
  readonly tracks: () => number
  readonly clients: () => number
  readonly pipelineDelayMs: () => number
  readonly vitals: () => readonly SensorVitals[]
  /** Sensors that no longer hear. */
  readonly alerts: () => number
}

/** GET /metrics, in Prometheus' text format. Everything is read when it is asked for. */
export const metricsRoutes: FastifyPluginAsync<MetricsPorts> = async (app, ports) => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  new Gauge({ name: 'csii_tracks', help: 'Tracks held', registers, collect() { this.set(ports.tracks()) } })
  new Gauge({ name: 'csii_screens', help: 'Screens shown to', registers, collect() { this.set(ports.clients()) } })
  new Gauge({
    name: 'csii_pipeline_delay_seconds', help: 'Age of the oldest bytes not read yet', registers,
    collect() { this.set(ports.pipelineDelayMs() / 1000) },
  })
  new Gauge({
    name: 'csii_sentences_total', help: 'Inputs of each source by outcome', labelNames: ['source', 'outcome'], registers,
    collect() {
      // A source that was removed must not go on being told, here and below.
      this.reset()
      for (const { id, counts } of ports.sensors()) {
        for (const outcome of ['received', 'decoded', 'duplicates', 'pending'] as const) {
          this.set({ source: id, outcome }, counts[outcome])
        }
      }
    },
  })
  new Gauge({
    name: 'csii_problems_total', help: 'Rejected inputs of each source by reason', labelNames: ['source', 'problem'],
    registers,
    collect() {
      this.reset()
      for (const { id, counts } of ports.sensors()) {
        for (const [problem, count] of Object.entries(counts.problems)) this.set({ source: id, problem }, count)
      }
    },
  })
  new Gauge({
    name: 'csii_dropped_total', help: 'Datagrams thrown away because the node was behind', labelNames: ['source'], registers,
    collect() {
      this.reset()
      for (const { id, dropped } of ports.sensors()) this.set({ source: id }, dropped)
    },
  })

  new Gauge({
    name: 'csii_plots_refused_total', help: 'Plots that can be in no track, or are more than can be heard of one sensor', labelNames: ['source'], registers,
    collect() {
      this.reset()
      for (const { id, refused } of ports.sensors()) this.set({ source: id }, refused)
    },
  })

  measureHearing(registers, ports)

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()))
}

function measureHearing(registers: Registry[], { vitals, alerts }: MetricsPorts): void {
  new Gauge({ name: 'csii_sensor_alerts', help: 'Sensors that no longer hear', registers, collect() { this.set(alerts()) } })
  new Gauge({
    name: 'csii_sensor_state', help: '1 for the state that each sensor is in', labelNames: ['source', 'state'], registers,
    collect() {
      // The state it was in before must not go on being told.
      this.reset()
      for (const { id, state } of vitals()) this.set({ source: id, state }, 1)
    },
  })
  new Gauge({
    name: 'csii_sensor_normal_interval_seconds', help: 'Longest usual silence of each sensor', labelNames: ['source'], registers,
    collect() {
      this.reset()
      for (const { id, normalIntervalMs } of vitals()) {
        if (normalIntervalMs !== undefined) this.set({ source: id }, normalIntervalMs / 1000)
      }
    },
  })
  new Gauge({
    name: 'csii_sensor_delay_seconds', help: 'From time of validity to receipt, median', labelNames: ['source'], registers,
    collect() {
      this.reset()
      for (const { id, delayMs } of vitals()) if (delayMs !== undefined) this.set({ source: id }, delayMs / 1000)
    },
  })
}
