import { HealthView } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { NodeConfig } from './config.ts'
import { VERSION } from './version.ts'

export interface HealthPorts {
  readonly health: () => HealthView
}

export const healthRoutes: FastifyPluginAsyncTypebox<HealthPorts> = async (app, { health }) => {
  app.get('/api/health', { schema: { response: { 200: HealthView } } }, health)
}

interface Vitals {
  readonly startedAt: number
  readonly now: number
  readonly tracks: number
  readonly delayMs: number
  /** There while what comes in cannot be kept. */
  readonly record?: HealthView['record']
}

/** Bytes that wait so long say that the node cannot keep up. */
const TOLERABLE_DELAY_MS = 5_000

/** The node is degraded when a source that should be open is not, when it falls behind, or when nothing is kept. */
export function healthOf(
  node: NodeConfig['node'],
  { startedAt, now, tracks, delayMs, record }: Vitals,
  sources: readonly { readonly state: string; readonly source: { readonly simulated: boolean } }[],
): HealthView {
  const open = sources.filter(({ state }) => state === 'open').length
  const working = sources.filter(({ state }) => state === 'open' || state === 'ended' || state === 'disabled').length
  return {
    status: working === sources.length && delayMs < TOLERABLE_DELAY_MS && !record ? 'ok' : 'degraded',
    node: node.name,
    nation: node.nation,
    version: VERSION,
    time: now,
    startedAt,
    simulated: sources.some(({ source }) => source.simulated),
    tracks,
    sources: sources.length,
    sourcesOpen: open,
    pipelineDelayMs: delayMs,
    ...(record && { record }),
  }
}
