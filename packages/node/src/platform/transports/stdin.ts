import type { Readable } from 'node:stream'
import { once, type Transport, type TransportEvents, type TransportKind } from './transport.ts'

/** Whatever is piped into the node. */
export const stdin: TransportKind = {
  form: 'stdin:',
  options: [],
  fault: () => undefined,
  open: (_url, events) => openStream(process.stdin, events),
}

export function openStream(stream: Readable, given: TransportEvents): Transport {
  const events = once(given)
  stream.on('data', (bytes: Uint8Array) => {
    if (!events.bytes(bytes, false)) stream.pause()
  })
  stream.on('end', () => events.closed('The input has ended', true))
  stream.on('error', (error) => events.closed(error.message, true))
  events.opened()
  return {
    resume: () => void stream.resume(),
    async close() {
      events.silence()
      stream.destroy()
    },
  }
}
