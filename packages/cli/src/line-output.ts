const BATCH = 64 * 1024

/**
 * Writes lines in large pieces and waits for a slow reader. A reader that goes away, as `head` does, ends the output
 * without a word.
 */
export class LineOutput {
  readonly #stream: NodeJS.WritableStream
  #batch = ''
  #error: Error | undefined

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream
    stream.on('error', (error: Error) => (this.#error = error))
  }

  /** True when the reader has gone away: nothing more need be written. */
  get isClosed(): boolean {
    return this.#error !== undefined
  }

  write(line: string): void {
    this.#batch += line + '\n'
  }

  /** Resolves when there is room for more. */
  async drained(): Promise<void> {
    if (this.#batch.length >= BATCH) await this.flush()
  }

  /** Hands over what is held. Fails when writing failed for any other reason than a reader that went away. */
  async flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = ''
    if (batch !== '' && !this.isClosed) await new Promise<void>((resolve) => this.#stream.write(batch, () => resolve()))
    const { code } = (this.#error ?? {}) as NodeJS.ErrnoException // A stream fails with a system error, if with any.
    if (this.#error && code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') throw this.#error
  }
}
