/** The pipeline's thread. It reads no clock and does no input or output: bytes and time come as messages. */
import { parentPort, workerData } from 'node:worker_threads'
import { createSharedMemory, sensorKinds } from '@csii/codecs'
import { createDecoding } from './decoding.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './messages.ts'

if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
const port = parentPort
const tell = (message: FromWorker): void => port.postMessage(message)

// The main thread starts this worker with a WorkerSetup and nothing else.
const decoding = createDecoding(workerData as WorkerSetup, sensorKinds, createSharedMemory())

port.on('message', (message: ToWorker) => {
  if (message.type === 'bytes') {
    for (const chunk of message.chunks) decoding.take(chunk)
    tell({ type: 'taken' })
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
    port.close()
  }
})
tell({ type: 'ready' })
