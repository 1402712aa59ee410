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
}

/** Bytes that wait so long say that the node cannot keep up. */
const TOLERABLE_DELAY_MS = 5_000

/** The node is degraded when a source is not open, or when it falls behind. */
export function healthOf(
  { node, sources }: NodeConfig,
  { startedAt, now, tracks, delayMs }: Vitals,
  states: readonly { readonly state: string }[],
): HealthView {
  const open = states.filter(({ state }) => state === 'open').length
  const working = states.filter(({ state }) => state === 'open' || state === 'ended').length
  return {
    status: working === states.length && delayMs < TOLERABLE_DELAY_MS ? 'ok' : 'degraded',
    node: node.name,
    nation: node.nation,
    version: VERSION,
    time: now,
    startedAt,
    simulated: sources.some(({ simulated }) => simulated),
    tracks,
    sources: sources.length,
    sourcesOpen: open,
    pipelineDelayMs: delayMs,
  }
}
