import type { Chunk } from '../pipeline/messages.ts'

type Piece = Omit<Chunk, 'sensor'>

/** Keeps what comes in until its format is known. */
export interface Recogniser {
  /** The kind of sensor, as soon as it is certain. */
  add(piece: Piece): string | undefined
  /** What came in so far, in order: for the reader that is found. */
  pieces(): readonly Piece[]
  /** The last that came in. */
  sample(): Uint8Array
}

/** Longer than a block of most formats, and little to look through again and again. */
const LOOK_AT = 8 * 1024
const MOST_PIECES = 512
const MOST_BYTES = 64 * 1024
/** Looking costs more than reading, so it is not done for every byte of a stream that trickles in. */
const EVERY_MS = 50

export function createRecogniser(recognise: (bytes: Uint8Array) => string | undefined): Recogniser {
  const kept: Piece[] = []
  let bytesKept = 0
  let lookedAt = -Infinity

  function ofStream(stream: number): Uint8Array {
    const parts = kept.flatMap((piece) => (piece.stream === stream && piece.bytes ? [piece.bytes] : []))
    return Buffer.concat(parts).subarray(-LOOK_AT)
  }

  return {
    add(piece) {
      const { bytes, stream, datagram, receivedAt } = piece
      kept.push(piece)
      bytesKept += bytes?.length ?? 0
      while (kept.length > MOST_PIECES || bytesKept > MOST_BYTES) bytesKept -= kept.shift()!.bytes?.length ?? 0
      if (!bytes || Math.abs(receivedAt - lookedAt) < EVERY_MS) return undefined
      lookedAt = receivedAt
      return recognise(datagram ? bytes : ofStream(stream))
    },
    pieces: () => kept,
    sample: () => kept.at(-1)?.bytes ?? new Uint8Array(0),
  }
}
