import type { FastifyPluginAsync } from 'fastify'
import type { Timestamp } from '@csii/model'
import type { RetentionConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { Store } from '../platform/store/store.ts'
import type { History } from './history.ts'
import { createHoldStore } from './retention/holds.store.ts'
import { createHolds } from './retention/holds.ts'
import { holdsRoutes } from './retention/holds.routes.ts'
import { keepRetention } from './retention/keep-retention.ts'
import { policyOf } from './retention/policy.ts'

export interface PastPorts {
  readonly history: History
  readonly store: Store
  readonly retention: RetentionConfig | undefined
  readonly clock: () => Timestamp
  readonly log: Log
}

/** Everything that people do with what is kept. */
export interface Past {
  readonly plugin: FastifyPluginAsync
  stop(): Promise<void>
}

export async function createPast({ history, store, retention, clock, log }: PastPorts): Promise<Past> {
  const holds = createHolds({ store: await createHoldStore(store, log), clock })
  const keeper = keepRetention({ history, holds, policy: policyOf(retention), log })
  return {
    plugin: async (app) => void (await app.register(holdsRoutes, holds)),
    async stop() {
      keeper.stop()
    },
  }
}
