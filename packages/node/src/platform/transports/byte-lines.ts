import type { Readable } from 'node:stream'

const NEWLINE = 10
/** Longer than any sentence: what has no line end by then is passed on in pieces. */
const LONGEST_LINE = 64 * 1024

/** The lines of a stream, byte for byte and with their ends, however the stream is cut. Memory is bounded. */
export async function* byteLines(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  // A stream of bytes gives buffers; Node's types do not say so.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      yield bytes.subarray(from, end + 1)
      from = end + 1
    }
    for (; bytes.length - from > LONGEST_LINE; from += LONGEST_LINE) yield bytes.subarray(from, from + LONGEST_LINE)
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) yield rest
}
