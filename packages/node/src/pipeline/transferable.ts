import type { Chunk } from './messages.ts'

/**
 * Makes chunks ready for another thread: a chunk that has its memory for itself is handed over, one that is a part of
 * something bigger, as small reads from Node's pool are, is copied so that nothing else travels with it.
 */
export function transferable(chunks: readonly Chunk[]): { batch: Chunk[]; buffers: ArrayBuffer[] } {
  const buffers = new Set<ArrayBuffer>()
  const batch = chunks.map((chunk) => {
    if (!chunk.bytes) return chunk
    const { bytes } = chunk
    const owned = ownsItsMemory(bytes) && !buffers.has(bytes.buffer) ? bytes : Uint8Array.from(bytes)
    buffers.add(owned.buffer)
    return { ...chunk, bytes: owned }
  })
  return { batch, buffers: [...buffers] }
}

const ownsItsMemory = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
