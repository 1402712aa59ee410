/** The pipeline's thread. It reads no clock and does no input or output: bytes and time come as messages. */
import { parentPort, workerData } from 'node:worker_threads'
import { createSharedMemory, sensorKinds } from '@csii/codecs'
import { createDecoding } from './decoding.ts'
import type { FromRecord, FromWorker, ToWorker, WorkerSetup } from './messages.ts'
import { createTurnstile } from './turnstile.ts'

if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
const port = parentPort
const tell = (message: FromWorker): void => port.postMessage(message)

// The main thread starts this worker with a WorkerSetup and nothing else.
const setup = workerData as WorkerSetup
const toRecord = setup.record?.port
const decoding = createDecoding(setup, sensorKinds, createSharedMemory(), (batch) => toRecord?.postMessage(batch, [batch.bytes.buffer]))

/** While the record cannot be kept, nothing more is said to be taken: whoever sends waits, and no plot is lost unsaid. */
const taken = createTurnstile(() => tell({ type: 'taken' }))
toRecord?.on('message', ({ type }: FromRecord) => (type === 'hold' ? taken.hold() : taken.release()))

port.on('message', (message: ToWorker) => {
  if (message.type === 'bytes') {
    for (const chunk of message.chunks) decoding.take(chunk)
    taken.pass()
  } else if (message.type === 'install') {
    decoding.install(message.installation)
  } else if (message.type === 'settle') {
    decoding.settle(message.now)
  } else if (message.type === 'tick') {
    tell({ type: 'readings', readings: decoding.tick(message.now) })
  } else if (message.type === 'ask') {
    tell({ type: 'answer', request: message.request, answer: decoding.answer(message.question) })
  } else {
    decoding.end()
    toRecord?.close()
    port.close()
  }
})
tell({ type: 'ready' })
