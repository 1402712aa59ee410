import { createWriteStream, type WriteStream } from 'node:fs'

const BATCH = 64 * 1024

/** A file that is written in large pieces and waits for a slow disk. */
export class ByteFile {
  readonly #stream: WriteStream
  #pieces: Uint8Array[] = []
  #size = 0
  #error: Error | undefined

  constructor(path: string) {
    this.#stream = createWriteStream(path).on('error', (error) => (this.#error = error))
  }

  write(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#size += bytes.length
  }

  /** Resolves when there is room for more. */
  async drained(): Promise<void> {
    if (this.#size >= BATCH) await this.#flush()
  }

  /** Fails when something could not be written. */
  async close(): Promise<void> {
    await this.#flush()
    await new Promise<void>((resolve) => this.#stream.end(resolve))
    if (this.#error) throw this.#error
  }

  async #flush(): Promise<void> {
    const batch = Buffer.concat(this.#pieces)
    this.#pieces = []
    this.#size = 0
    if (batch.length > 0) await new Promise<void>((resolve) => this.#stream.write(batch, () => resolve()))
    if (this.#error) throw this.#error
  }
}
