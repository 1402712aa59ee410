/** Read this first: from socket to screen. Every feature is joined to the others here, and nowhere else. */
import { randomUUID } from 'node:crypto'
import { sensorKinds } from '@csii/codecs'
import { createCoverage, type CoveredSensor } from './coverage/coverage.ts'
import { coverageRoutes } from './coverage/coverage.routes.ts'
import { createCoverageStore } from './coverage/coverage.store.ts'
import { createDecisions } from './decisions/decisions.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import { createDecisionStore } from './decisions/decisions.store.ts'
import type { Ingest } from './ingest/ingest.ts'
import { readSources } from './ingest/sources.ts'
import { keepPicture } from './picture/picture-keeper.ts'
import { pictureRoutes } from './picture/picture.routes.ts'
import { createPictureStore } from './picture/picture.store.ts'
import { createPictureStream } from './picture/picture.stream.ts'
import { startPipeline, type Pipeline } from './pipeline/pipeline.ts'
import { tracksHeld } from './pipeline/table-reader.ts'
import type { NodeConfig } from './platform/config.ts'
import { startRecord } from './history/record.ts'
import { healthOf, healthRoutes } from './platform/health.routes.ts'
import { identityOf } from './platform/identity.ts'
import type { Log } from './platform/log.ts'
import { metricsRoutes } from './platform/metrics.ts'
import { createServer, listen } from './platform/server.ts'
import { openStore } from './platform/store/open-store.ts'
import type { Store } from './platform/store/store.ts'
import { createRelay } from './relay/relay.ts'
import { createDesk } from './sightings/desk.ts'
import { createSightings } from './sightings/sightings.ts'
import { sightingsRoutes } from './sightings/sightings.routes.ts'
import { createSightingStore } from './sightings/sightings.store.ts'

/** What a node takes from the world it runs in. */
export interface NodePorts {
  readonly clock: () => number
  readonly random: () => number
  readonly log: Log
  /** Where the built page lies, when not in its usual place. */
  readonly pageRoot?: string
}

export interface RunningNode {
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string
  /** Fulfilled when the node cannot go on, because its pipeline has died. All that is left to do is to stop it. */
  readonly failed: Promise<Error>
  stop(): Promise<void>
}

export async function startNode(config: NodeConfig, ports: NodePorts): Promise<RunningNode> {
  const store = await openStore(config.dataDir, 'csii', {
    onTrouble: (error) => ports.log.error({ error: String(error) }, 'The log of the store cannot be brought into its file, and grows'),
  })
  try {
    return await startOn(store, config, ports)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function startOn(store: Store, config: NodeConfig, ports: NodePorts): Promise<RunningNode> {
  const { clock, random, log } = ports
  const startedAt = clock()
  const { failed, fail } = failureOf(log)

  const sources = await readSources(config, store, log)
  log.info({ node: await identityOf(store, randomUUID), sources: sources.atStart.length }, 'The node starts')
  const desk = createDesk(config.node.nation, sources.atStart)
  const pictureStore = await createPictureStore(store, log)
  const coverageStore = await createCoverageStore(store, log)
  const decisionStore = await createDecisionStore(store, log)
  const sightingStore = await createSightingStore(store)
  const record = await startRecord({ location: config.dataDir, clock, log, onFailure: fail })
  const pipeline = startPipeline({
    sensors: [...sources.atStart, ...desk.atStart], clock, restored: await pictureStore.load(), hearings: await coverageStore.load(),
    onFailure: fail, record: record.ofRun,
  })
  const { table, readings, describe, explain, liveTracks, delayMs } = pipeline
  const relay = createRelay({ outputs: config.outputs ?? [], source: (id) => ingest.list().find(({ source }) => source.id === id)?.source, log })
  const overheard = { ...pipeline, intake: relay.overhear(pipeline.intake) }
  const { ingest, plugin: sourcesPlugin } = sources.run({
    pipeline: overheard, builtIn: desk, healthOf: (id) => coverage.healthOf(id), clock, random,
  })
  const stream = createPictureStream({ table, epoch: Math.floor(random() * 2 ** 32), clock })
  const keeper = keepPicture({ store: pictureStore, liveTracks, clock, log })
  const coverage = createCoverage({
    sensors: () => coveredBy(ingest, readings), hearings: pipeline.hearings, store: coverageStore, clock, delayMs, log,
  })

  const decisions = createDecisions({ ...pipeline, store: decisionStore, clock })
  const tracks = () => tracksHeld(table)
  const sightings = createSightings({ desk, store: sightingStore, sources: ingest, nation: config.node.nation, clock })
  const sensors = () => ingest.list().map(({ source: { id }, dropped }) => ({ id, dropped, refused: 0, ...readings(id) }))
  const vitals = () => ({ startedAt, now: clock(), tracks: tracks(), delayMs: delayMs(), record: record.trouble() })
  const health = () => healthOf(config.node, vitals(), ingest.list().filter(({ source }) => !desk.ids.has(source.id)))
  const server = await createServer({ host: config.listen.host, log, pageRoot: ports.pageRoot })
  await server.register(stream.plugin)
  await server.register(pictureRoutes, { table, describe, explain })
  await server.register(decisionsRoutes, decisions)
  await server.register(sourcesPlugin)
  await server.register(coverageRoutes, coverage)
  await server.register(sightingsRoutes, sightings)
  await server.register(healthRoutes, { health })
  await server.register(metricsRoutes, {
    sensors, tracks, clients: () => stream.clients, pipelineDelayMs: delayMs,
    vitals: coverage.states, alerts: () => coverage.alerts().length,
  })

  const stop = inOrder([
    ingest.stop, decisions.stop, relay.stop, stream.stop, () => server.close(), keeper.stop, coverage.stop, pipeline.stop, record.stop, store.close,
  ])
  try {
    const address = await listen(server, config.listen.host, config.listen.port)
    await relay.start()
    await pipeline.ready
    await decisions.resume()
    ingest.start()
    return { address, failed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function coveredBy(ingest: Ingest, readings: Pipeline['readings']): CoveredSensor[] {
  return ingest.list().map(({ source, state }) => {
    const { hearing, delay } = readings(source.id)
    const means = sensorKinds.find(({ id }) => id === source.kind)?.means ?? 'unknown'
    return { ...source, means, transport: state, hearing, delay }
  })
}

/** Stops one after another, and once, however often it is asked to. */
function inOrder(stops: readonly (() => unknown)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stopAll = async () => {
    for (const stop of stops) await stop()
  }
  return () => (stopping ??= stopAll())
}

function failureOf(log: Log): { failed: Promise<Error>; fail: (error: Error) => void } {
  let fail: (error: Error) => void = () => {}
  const failed = new Promise<Error>((resolve) => (fail = resolve))
  void failed.then(({ message, cause }) => log.error({ error: message, cause: String(cause) }, 'The node cannot go on'))
  return { failed, fail: (error) => fail(error) }
}
