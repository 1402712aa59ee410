import { authorization, forServer, numberOf } from './address.ts'
import { once, type TransportEvents, type TransportKind } from './transport.ts'

const FORM = 'http://host:port/path, or https:// for an encrypted one, with ?every=5 to ask every five seconds'
const USUAL_EVERY_S = 5
const ANSWER_TIMEOUT_MS = 30_000
export const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024
const OPTIONS = ['every']

/** We ask an HTTP server again and again. Each answer that is not the same as the last is a datagram. */
export const httpPoll: TransportKind = {
  form: FORM,
  options: OPTIONS,
  passesQuery: true,
  fault: (url) =>
    numberOf(url, 'every', USUAL_EVERY_S, 0.1, 86_400) === undefined ? `asks at times that are no number of seconds. Write ${FORM}.` : undefined,
  open(url, given) {
    const everyMs = 1000 * (numberOf(url, 'every', USUAL_EVERY_S, 0.1, 86_400) ?? USUAL_EVERY_S)
    const poll = new Poll(url, once(given), everyMs)
    poll.start()
    return { resume() {}, close: () => poll.stop() }
  },
}

class Poll {
  readonly #address: URL
  readonly #headers: Record<string, string>
  readonly #events: TransportEvents & { silence(): void }
  readonly #everyMs: number
  readonly #stopping = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #isOpen = false

  constructor(url: URL, events: TransportEvents & { silence(): void }, everyMs: number) {
    this.#address = forServer(url, OPTIONS)
    this.#headers = { ...authorization(url) }
    this.#events = events
    this.#everyMs = everyMs
  }

  start(): void {
    this.#running = this.#ask()
  }

  async stop(): Promise<void> {
    this.#events.silence()
    clearTimeout(this.#timer)
    this.#stopping.abort()
    await this.#running
  }

  async #ask(): Promise<void> {
    const askedAt = performance.now()
    try {
      const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)])
      // A server that could send us on could have us ask any other on the node's own network.
      const answer = await fetch(this.#address, { headers: this.#headers, signal, redirect: 'manual' })
      const body = await bodyOf(answer)
      if (!answer.ok && answer.status !== 304) return this.#events.closed(refusalOf(answer), false)
      this.#take(answer, body)
    } catch (error) {
      return this.#events.closed(reasonOf(error), false)
    }
    if (this.#stopping.signal.aborted) return
    this.#timer = setTimeout(() => this.start(), Math.max(0, this.#everyMs - (performance.now() - askedAt)))
  }

  #take(answer: Response, body: Uint8Array): void {
    if (!this.#isOpen) this.#events.opened()
    this.#isOpen = true
    if (answer.status === 304) return
    const isTaken = body.length === 0 || this.#events.bytes(body, true)
    const tag = answer.headers.get('etag')
    // An answer that the pipeline had no room for is asked for again, whole.
    if (tag === null || !isTaken) delete this.#headers['if-none-match']
    else this.#headers['if-none-match'] = tag
  }
}

async function bodyOf(answer: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > LARGEST_ANSWER_BYTES) throw new Error(`The answer is longer than ${LARGEST_ANSWER_BYTES / 1024 / 1024} MiB`)
    pieces.push(piece)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    body.set(piece, at)
    at += piece.length
  }
  return body
}

function refusalOf({ status, statusText, headers }: Response): string {
  const said = `The server answered ${status} ${statusText}`.trim()
  return headers.has('location') ? `${said}: it sends us to another address, which is not followed. Write that address` : said
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `No answer for ${ANSWER_TIMEOUT_MS / 1000} s`
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
