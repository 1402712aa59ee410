const NEWLINE = 10
/** Longer than any sentence: what has no line end by then is passed on as it is. */
const LONGEST_LINE = 4096

/** Holds back the line that is not yet complete, so that several connections can share one reader. */
export class LineAssembler {
  #rest: Uint8Array = new Uint8Array(0)

  /** Whole lines so far, or nothing. */
  add(bytes: Uint8Array): Uint8Array | undefined {
    const all = this.#rest.length === 0 ? bytes : joined(this.#rest, bytes)
    const end = all.length > LONGEST_LINE ? lineEnd(all) || all.length : lineEnd(all)
    this.#rest = all.slice(end)
    return end > 0 ? all.subarray(0, end) : undefined
  }

  /** What the connection left unfinished when it closed, with the line end it lacks. */
  end(): Uint8Array | undefined {
    const rest = this.#rest
    this.#rest = new Uint8Array(0)
    return rest.length > 0 ? joined(rest, Uint8Array.of(NEWLINE)) : undefined
  }
}

const lineEnd = (bytes: Uint8Array): number => bytes.lastIndexOf(NEWLINE) + 1

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}
