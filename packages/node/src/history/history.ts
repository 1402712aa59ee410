import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Timestamp } from '@csii/model'
import { StoreError } from '../platform/store/store.ts'
import { startThread } from '../platform/threads.ts'
import type { Damage } from './damage.ts'
import { HISTORIAN_LIMITS, type HistorianLimits, type HistoryStatus } from './historian.ts'
import type { JournalTrouble } from './journal/journal.ts'
import type { Answer, AnswerTo, FromHistory, HistorySetup, Question, ToHistory } from './messages.ts'

export interface HistoryOptions {
  /** A data directory, or the address of a PostgreSQL database. */
  readonly location: string
  readonly clock: () => Timestamp
  /** The thread is dead and nothing is kept any more: the node cannot go on. Called once at most. */
  readonly onFailure: (error: Error) => void
  readonly onAcknowledged?: (seq: number) => void
  /** The store takes nothing in, for another reason than before, or does again. */
  readonly onTrouble?: (trouble: JournalTrouble | undefined) => void
  readonly onDamage?: (damage: Damage) => void
  readonly limits?: Partial<HistorianLimits>
}

/** What the main thread has of the history. */
export interface History {
  /** For the pipeline's worker: what it posts here is kept. */
  readonly port: MessagePort
  /** Fulfilled when the end of the journal is read and checked; rejected where the store cannot be used. */
  readonly ready: Promise<void>
  /** Fulfilled when what somebody did is durable. */
  act(action: unknown): Promise<void>
  /** Counts a start of the pipeline. */
  nextRun(): Promise<number>
  status(): Promise<HistoryStatus>
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>>
  /** Keeps what was handed over, and ends. Gives what could not be kept. */
  stop(): Promise<{ readonly rows: number; readonly plots: number }>
}

export function createHistory(options: HistoryOptions): History {
  const { location, clock } = options
  const { port1, port2 } = new MessageChannel()
  const setup: HistorySetup = { location, port: port2, limits: { ...HISTORIAN_LIMITS, ...options.limits } }
  const worker = startThread(new URL('./worker.ts', import.meta.url), { workerData: setup, transferList: [port2] })
  const requests = createRequests((message) => worker.postMessage(message))
  const ended = Promise.withResolvers<{ rows: number; plots: number }>()
  const ready = Promise.withResolvers<void>()
  let isEnding = false

  function fail(error: Error): void {
    ready.reject(error)
    requests.refuse(error)
    ended.resolve({ rows: 0, plots: 0 })
    if (!isEnding) options.onFailure(error)
    isEnding = true
  }
  ready.promise.catch(() => {}) // The listener was told; nobody has to wait for `ready`.
  worker.on('error', (cause) => fail(new Error('The history thread failed', { cause })))
  worker.on('exit', (code) => fail(new Error(`The history thread ended by itself with code ${code}`)))
  worker.on('message', (message: FromHistory) => {
    if (message.type === 'ready') ready.resolve()
    else if (message.type === 'refused') {
      isEnding = true
      fail(new StoreError(message.message))
    } else if (message.type === 'acknowledged') options.onAcknowledged?.(message.seq)
    else if (message.type === 'troubled') options.onTrouble?.(message.trouble)
    else if (message.type === 'damaged') options.onDamage?.(message.damage)
    else if (message.type === 'stopped') ended.resolve(message.lost)
    else requests.settle(message)
  })

  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => requests.ask(question)
  return {
    port: port1,
    ready: ready.promise,
    act: (action) => requests.act(clock(), action),
    nextRun: async () => (await ask({ of: 'next-run', startedAt: clock() })).run,
    status: async () => (await ask({ of: 'status' })).status,
    ask,
    async stop() {
      if (!isEnding) worker.postMessage({ type: 'stop' } satisfies ToHistory)
      isEnding = true
      const lost = await ended.promise
      requests.refuse(new Error('The history has stopped'))
      return lost
    },
  }
}

function createRequests(send: (message: ToHistory) => void) {
  const open = new Map<number, PromiseWithResolvers<Answer>>()
  let asked = 0
  let refusal: Error | undefined

  function request(message: (request: number) => ToHistory): Promise<Answer> {
    if (refusal) return Promise.reject(refusal)
    const answered = Promise.withResolvers<Answer>()
    open.set(++asked, answered)
    send(message(asked))
    return answered.promise
  }
  return {
    async act(at: Timestamp, action: unknown) {
      await request((number) => ({ type: 'act', request: number, at, action }))
    },
    async ask<Q extends Question>(question: Q) {
      // The thread answers each question with an answer of the same kind.
      return (await request((number) => ({ type: 'ask', request: number, question }))) as AnswerTo<Q>
    },
    settle(message: Extract<FromHistory, { request: number }>) {
      const answered = open.get(message.request)
      open.delete(message.request)
      if (message.type === 'answer') answered?.resolve(message.answer)
      else answered?.reject(new Error(message.message))
    },
    refuse(reason: Error) {
      refusal = reason
      for (const { reject } of open.values()) reject(reason)
      open.clear()
    },
  }
}
