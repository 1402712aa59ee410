import type { SharedMemory, Timestamp } from '@csii/model'

export interface SharedMemoryOptions {
  /** Two receivers that heard the same bytes within this time heard the same transmission. */
  readonly windowMs?: number
  /** Messages held in each of two generations; a power of two. When one is full the window is shorter than asked. */
  readonly capacity?: number
}

/**
 * Remembers what was heard by a 64-bit hash of its bytes, in two generations of fixed size: the older one is thrown
 * away whole, so memory stays flat whatever the traffic. Two messages with one hash cost one report, once.
 */
export function createSharedMemory({ windowMs = 10_000, capacity = 65_536 }: SharedMemoryOptions = {}): SharedMemory {
  let recent = new Generation(capacity)
  let older = new Generation(capacity)
  const hash = new Uint32Array(2)

  return {
    heardBefore(bytes, from, to, receivedAt) {
      hashInto(hash, bytes, from, to)
      const high = hash[0]!
      const low = hash[1]!
      const heardAt = recent.find(high, low) ?? older.find(high, low)
      if (heardAt !== undefined && Math.abs(receivedAt - heardAt) < windowMs) return true

      if (recent.isFull() || Math.abs(receivedAt - recent.startedAt) >= windowMs) {
        const emptied = older
        older = recent
        recent = emptied
        recent.clear(receivedAt)
      }
      recent.add(high, low, receivedAt)
      return false
    },
  }
}

/** An open-addressed table, at most half full. */
class Generation {
  startedAt: Timestamp = Number.NEGATIVE_INFINITY
  readonly #capacity: number
  readonly #mask: number
  readonly #hashes: Uint32Array
  readonly #times: Float64Array
  #count = 0

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#mask = capacity * 2 - 1
    this.#hashes = new Uint32Array(capacity * 4)
    this.#times = new Float64Array(capacity * 2)
  }

  isFull(): boolean {
    return this.#count >= this.#capacity
  }

  clear(startedAt: Timestamp): void {
    this.startedAt = startedAt
    this.#count = 0
    this.#hashes.fill(0)
  }

  find(high: number, low: number): Timestamp | undefined {
    const slot = this.#slotOf(high, low)
    return this.#isFree(slot) ? undefined : this.#times[slot]
  }

  add(high: number, low: number, time: Timestamp): void {
    const slot = this.#slotOf(high, low)
    if (this.#isFree(slot)) this.#count++
    this.#hashes[slot * 2] = high
    this.#hashes[slot * 2 + 1] = low
    this.#times[slot] = time
  }

  /** Where this hash is, or would be. */
  #slotOf(high: number, low: number): number {
    let slot = low & this.#mask
    while (!this.#isFree(slot) && (this.#hashes[slot * 2] !== high || this.#hashes[slot * 2 + 1] !== low)) {
      slot = (slot + 1) & this.#mask
    }
    return slot
  }

  #isFree(slot: number): boolean {
    return this.#hashes[slot * 2] === 0 && this.#hashes[slot * 2 + 1] === 0
  }
}

/**
 * Two 32-bit multiplicative hashes side by side, each finished by MurmurHash3's mixer (A. Appleby, public domain).
 * Never zero, which marks a free slot.
 */
function hashInto(hash: Uint32Array, bytes: Uint8Array, from: number, to: number): void {
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    high = Math.imul(high ^ byte, 0x01000193)
    low = Math.imul(low ^ (byte + 0x5bd1), 0x5bd1e995)
    low ^= low >>> 15
  }
  hash[0] = mix(high)
  hash[1] = mix(low ^ (to - from)) | 1
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
