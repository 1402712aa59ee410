import { createHash } from 'node:crypto'

export type Value = null | number | bigint | string | Uint8Array

/** Tells whether two tables hold the same rows, in whatever order they come. */
export class ContentSum {
  rows = 0
  #sum = 0n

  add(values: readonly Value[]): void {
    const hash = createHash('sha256')
    for (const value of values) {
      const { kind, bytes } = written(value)
      hash.update(`${kind}${bytes.length}:`).update(bytes)
    }
    this.rows++
    this.#sum = BigInt.asUintN(64, this.#sum + hash.digest().readBigUInt64LE())
  }

  get text(): string {
    return this.#sum.toString(16).padStart(16, '0')
  }

  equals(other: ContentSum): boolean {
    return this.rows === other.rows && this.#sum === other.#sum
  }
}

/** SQLite keeps no negative zero. */
const withoutSign = (value: number): number => (value === 0 ? 0 : value)

function written(value: Value): { kind: string; bytes: Uint8Array } {
  if (value === null) return { kind: '-', bytes: new Uint8Array(0) }
  if (typeof value === 'string') return { kind: 't', bytes: Buffer.from(value) }
  if (typeof value === 'number') return { kind: 'n', bytes: new Uint8Array(Float64Array.of(withoutSign(value)).buffer) }
  if (typeof value === 'bigint') return { kind: 'i', bytes: new Uint8Array(BigInt64Array.of(value).buffer) }
  return { kind: 'b', bytes: value }
}
