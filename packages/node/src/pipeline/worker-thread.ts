import type { Worker } from 'node:worker_threads'
import { startThread } from '../platform/threads.ts'
import type { AnswerTo, Chunk, FromWorker, Question, Reading, ToWorker, WorkerSetup } from './messages.ts'
import { createQuestions } from './questions.ts'
import { transferable } from './transferable.ts'

/** Told what the worker says. */
export interface WorkerListener {
  taken(): void
  readings(readings: readonly Reading[]): void
  /** Once, when the worker ends without having been asked to. */
  failed(error: Error): void
}

const STOP_WITHIN_MS = 1000

/** The main thread's end of the pipeline worker. */
export class WorkerThread {
  readonly ready: Promise<void>
  readonly #worker: Worker
  readonly #questions = createQuestions((message) => this.send(message))
  readonly #exited: Promise<unknown>
  isRunning = true

  constructor(file: URL, setup: WorkerSetup, listener: WorkerListener) {
    this.#worker = startThread(file, { workerData: setup, ...(setup.record && { transferList: [setup.record.port] }) })
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.ready = new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        if (!this.isRunning) return
        this.isRunning = false
        this.#questions.refuse(error)
        reject(error)
        listener.failed(error)
      }
      this.#worker.on('error', (cause) => fail(new Error('The pipeline worker failed', { cause })))
      this.#worker.on('exit', (code) => fail(new Error(`The pipeline worker ended by itself with code ${code}`)))
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') resolve()
        else if (message.type === 'taken') listener.taken()
        else if (message.type === 'answer') this.#questions.settle(message.request, message.answer)
        else listener.readings(message.readings)
      })
    })
    this.ready.catch(() => {}) // The listener was told; nobody has to wait for `ready`.
  }

  send(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    if (this.isRunning) this.#worker.postMessage(message, transfer)
  }

  sendBytes(chunks: readonly Chunk[]): void {
    if (chunks.length === 0) return
    const { batch, buffers } = transferable(chunks)
    this.send({ type: 'bytes', chunks: batch }, buffers)
  }

  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    return this.#questions.ask(question)
  }

  /** Lets the worker read what it was given, then ends it. */
  async stop(): Promise<void> {
    if (!this.isRunning) return
    this.send({ type: 'stop' })
    this.isRunning = false
    const overdue = setTimeout(() => void this.#worker.terminate(), STOP_WITHIN_MS)
    await this.#exited
    clearTimeout(overdue)
    this.#questions.refuse(new Error('The pipeline has stopped'))
  }
}
