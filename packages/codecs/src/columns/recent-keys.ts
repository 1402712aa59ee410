/** The longest key that is remembered; of a longer one the beginning and the length. */
const LONGEST = 200

/**
 * Remembers what was told, to know it again when a list that somebody fetches every quarter of an hour holds it again.
 * Two generations of fixed size, the older thrown away whole: memory stays flat, and the last `capacity` keys are
 * always known.
 */
export class RecentKeys {
  readonly #capacity: number
  #recent = new Set<string>()
  #older = new Set<string>()

  constructor(capacity = 16_384) {
    this.#capacity = capacity
  }

  /** True when the key was told before; it counts as told from now on. */
  tell(key: string): boolean {
    const short = key.length > LONGEST ? `${key.slice(0, LONGEST)}…${key.length}` : key
    if (this.#recent.has(short)) return true
    const wasTold = this.#older.has(short)
    if (this.#recent.size >= this.#capacity) {
      this.#older = this.#recent
      this.#recent = new Set()
    }
    this.#recent.add(short)
    return wasTold
  }
}
