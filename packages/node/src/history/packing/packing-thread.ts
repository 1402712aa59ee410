/** The thread that packs: the one that keeps the journal must not wait for it. */
import { parentPort } from 'node:worker_threads'
import { readBatch } from '../../pipeline/record/batch-reader.ts'
import type { Chunk } from './chunk.ts'
import type { FromPacker, ToPacker } from './packer.ts'
import { PeriodPacker } from './period-packer.ts'

if (!parentPort) throw new Error('packing-thread.ts runs as a worker thread only')
const port = parentPort
const tell = (message: FromPacker): void => port.postMessage(message)
/** What goes back in one message. */
const GROUP = 256

let packer = new PeriodPacker()
port.on('message', (message: ToPacker) => {
  if (message.type === 'batch') {
    const chunks = packer.add(readBatch(message.body))
    tell({ type: 'chunks', chunks })
    return
  }
  let group: Chunk[] = []
  for (const chunk of packer.finish()) {
    if (group.push(chunk) < GROUP) continue
    tell({ type: 'chunks', chunks: group })
    group = []
  }
  tell({ type: 'chunks', chunks: group })
  tell({ type: 'packed' })
  packer = new PeriodPacker()
})
