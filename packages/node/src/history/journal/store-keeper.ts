import { createHistoryStore, type HistoryStore } from '../history.store.ts'
import { leavesDoubt, problemOf } from './problem.ts'
import type { Store } from '../../platform/store/store.ts'

export interface StoreKeeperPorts {
  open(): Promise<Store>
  /** Makes durable by other means what a failed sync may have left in memory only, before the store is closed. */
  secure(): Promise<void>
}

/** The open store, used by one at a time, and opened anew when it cannot be trusted any more. */
export interface StoreKeeper {
  /** One after another: what is asked for first is done first, but the journal never waits for more than one other. */
  use<T>(work: (history: HistoryStore, store: Store) => Promise<T>): Promise<T>
  urgently<T>(work: (history: HistoryStore, store: Store) => Promise<T>): Promise<T>
  /** A failure has left in doubt what the store holds: it is to be opened anew before it is written again. */
  readonly isInDoubt: boolean
  doubt(): void
  reopen(): Promise<void>
  close(): Promise<void>
}

export async function openStoreKeeper(ports: StoreKeeperPorts): Promise<StoreKeeper> {
  let store: Store | undefined = await ports.open()
  let history: HistoryStore | undefined = await createHistoryStore(store)
  const queue = createQueue()
  let isInDoubt = false

  async function reopen(): Promise<void> {
    await ports.secure()
    const old = store
    store = history = undefined
    await old?.close().catch(() => {}) // It has failed already, which is why it is closed.
    const opened = await ports.open()
    history = await createHistoryStore(opened)
    store = opened
    isInDoubt = false
  }
  const using = <T>(work: (history: HistoryStore, store: Store) => Promise<T>) => async () => {
    if (!store || !history) await reopen()
    if (!store || !history) throw new Error('The store of the history is not open')
    try {
      return await work(history, store)
    } catch (error) {
      isInDoubt ||= leavesDoubt(problemOf(error))
      throw error
    }
  }
  return {
    use: (work) => queue.add(using(work)),
    urgently: (work) => queue.addFirst(using(work)),
    get isInDoubt() {
      return isInDoubt
    },
    doubt() {
      isInDoubt = true
    },
    reopen: () => queue.addFirst(reopen),
    close: () => queue.add(async () => store?.close()),
  }
}

interface Queue {
  add<T>(work: () => Promise<T>): Promise<T>
  addFirst<T>(work: () => Promise<T>): Promise<T>
}

function createQueue(): Queue {
  const waiting: (() => Promise<void>)[] = []
  let isBusy = false
  async function run(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
    isBusy = false
  }
  const queued = <T>(work: () => Promise<T>, place: (entry: () => Promise<void>) => void) =>
    new Promise<T>((resolve, reject) => {
      place(() => work().then(resolve, reject))
      void run()
    })
  return {
    add: (work) => queued(work, (entry) => waiting.push(entry)),
    addFirst: (work) => queued(work, (entry) => waiting.unshift(entry)),
  }
}
