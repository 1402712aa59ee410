import { startThread } from '../../platform/threads.ts'
import type { JournalRow } from '../journal/journal-row.ts'
import type { Chunk } from './chunk.ts'

/** `chunks` answers each `batch`; more of them and then `packed` answer `finish`. */
export type ToPacker = { readonly type: 'batch'; readonly body: Uint8Array } | { readonly type: 'finish' }
export type FromPacker = { readonly type: 'chunks'; readonly chunks: readonly Chunk[] } | { readonly type: 'packed' }

/** Packs one part of the journal after another. */
export interface Packer {
  /** Groups of chunks of these batches, as they are ready. Whoever takes its time has the packing wait. */
  pack(rows: readonly JournalRow[]): AsyncIterable<readonly Chunk[]>
  stop(): Promise<void>
}

export function startPacker(failed: (error: Error) => void): Packer {
  const worker = startThread(new URL('./packing-thread.ts', import.meta.url), {})
  let isStopping = false
  const said: FromPacker[] = []
  let wake = () => {}
  worker.on('message', (message: FromPacker) => {
    said.push(message)
    wake()
  })
  worker.on('error', (cause) => failed(new Error('The packing thread failed', { cause })))
  worker.on('exit', (code) => isStopping || failed(new Error(`The packing thread ended by itself with code ${code}`)))

  async function next(): Promise<FromPacker> {
    for (let message = said.shift(); ; message = said.shift()) {
      if (message) return message
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    async *pack(rows) {
      for (const { kind, body } of rows) {
        if (kind !== 'batch') continue
        worker.postMessage({ type: 'batch', body } satisfies ToPacker)
        const answer = await next()
        if (answer.type === 'chunks' && answer.chunks.length > 0) yield answer.chunks
      }
      worker.postMessage({ type: 'finish' } satisfies ToPacker)
      for (let answer = await next(); answer.type === 'chunks'; answer = await next()) {
        if (answer.chunks.length > 0) yield answer.chunks
      }
    },
    async stop() {
      isStopping = true
      await worker.terminate()
    },
  }
}
