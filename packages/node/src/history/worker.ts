/** The history's thread: it keeps what the pipeline hands on, and reads the past. */
import { join } from 'node:path'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { FromRecord, ToRecord } from '../pipeline/messages.ts'
import { isPostgres } from '../platform/store/migrate.ts'
import { openStore } from '../platform/store/open-store.ts'
import { answerOf } from './answers.ts'
import { openHistorian, type Historian } from './historian.ts'
import { rewriteLog } from './journal/rewrite-log.ts'
import type { FromHistory, HistorySetup, ToHistory } from './messages.ts'
import { startPacker } from './packing/packer.ts'

if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
const main = parentPort
const tell = (message: FromHistory): void => main.postMessage(message)

// The main thread starts this worker with a HistorySetup and nothing else.
const { location, port, limits } = workerData as HistorySetup
const tellPipeline = (message: FromRecord): void => port.postMessage(message)
const TICK_MS = 5_000

const packer = startPacker((error) => {
  throw error
})

async function start(): Promise<void> {
  const historian = await openHistorian({
    open: () => openStore(location, 'history', { quickCheck: false }),
    secure: async () => {
      if (!isPostgres(location)) await rewriteLog(join(location, 'history.sqlite-wal'))
    },
    packer,
    clock: Date.now,
    hold: () => tellPipeline({ type: 'hold' }),
    release: () => tellPipeline({ type: 'release' }),
    acknowledged: (seq) => tell({ type: 'acknowledged', seq }),
    troubled(trouble) {
      tell({ type: 'troubled', trouble })
      void historian.tick()
    },
    damaged: (damage) => tell({ type: 'damaged', damage }),
  }, limits)
  const ticking = setInterval(() => void historian.tick(), TICK_MS)
  port.on('message', (batch: ToRecord) => historian.append(batch))
  main.on('message', (message: ToHistory) => {
    if (message.type !== 'stop') return void answer(historian, message)
    clearInterval(ticking)
    void stop(historian)
  })
  tell({ type: 'ready' })
}

async function answer(historian: Historian, message: Exclude<ToHistory, { type: 'stop' }>): Promise<void> {
  const { request } = message
  try {
    if (message.type === 'ask') return tell({ type: 'answer', request, answer: await answerOf(historian, message.question) })
    tell({ type: 'answer', request, answer: { of: 'act', seq: await historian.act(message.at, message.action) } })
  } catch (error) {
    tell({ type: 'failed', request, message: error instanceof Error ? error.message : String(error) })
  }
}

async function stop(historian: Historian): Promise<void> {
  // What the pipeline said last.
  for (let last = receiveMessageOnPort(port); last; last = receiveMessageOnPort(port)) historian.append(last.message as ToRecord)
  port.close()
  await historian.stop()
  await packer.stop()
  const { rows, plots } = historian.status().waiting
  tell({ type: 'stopped', lost: { rows, plots } })
  main.close()
}

start().catch(async (error: unknown) => {
  tell({ type: 'refused', message: error instanceof Error ? error.message : String(error) })
  await packer.stop()
  port.close()
  main.close()
})
