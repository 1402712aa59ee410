import type { PictureRequest } from '@csii/contract'
import type { WebSocket } from 'ws'
import type { Viewer } from './viewer.ts'

const DEFAULT_HZ = 2
/** A client that is told nothing for longer cannot know whether the node lives. */
const SILENCE_MS = 1_000
/** A client that has not taken so many bytes yet is slow: it waits, and is then sent the newest state. */
export const MAX_BUFFERED = 256 * 1024

/** The part of a WebSocket that frames go to. */
export interface Outlet extends Pick<WebSocket, 'bufferedAmount'> {
  readonly readyState: number
  readonly OPEN: number
  send(frame: Uint8Array): void
}

/** One client of the live picture, and the pace at which it is sent frames. */
export class Screen {
  readonly #outlet: Outlet
  readonly #viewer: Viewer
  #interval = 1000 / DEFAULT_HZ
  /** Never, until the client has said where it looks. */
  #nextAt = Infinity
  #sentAt = -Infinity
  #owesAnswer = false

  constructor(outlet: Outlet, viewer: Viewer) {
    this.#outlet = outlet
    this.#viewer = viewer
  }

  /** The client says where it looks; it is answered at the next turn. */
  ask({ rateHz = DEFAULT_HZ, resume, west, south, east, north }: PictureRequest, now: number): void {
    this.#interval = 1000 / rateHz
    this.#viewer.look({ west, south, east, north }, resume)
    this.#nextAt = now
    this.#owesAnswer = true
  }

  /**
   * Sends a frame if one is due, if there is something to tell, and if the client has taken the earlier ones. It shows the
   * moment `shown`: this one, or one of the past that is shown again.
   */
  turn(now: number, shown = now): void {
    const { readyState, OPEN, bufferedAmount } = this.#outlet
    // A turn further off than the interval was planned by a clock that has been set back since.
    const isDue = now >= this.#nextAt || (this.#nextAt !== Infinity && this.#nextAt > now + this.#interval)
    if (!isDue || readyState !== OPEN || bufferedAmount > MAX_BUFFERED) return
    this.#nextAt = Math.max(Math.min(this.#nextAt, now) + this.#interval, now + this.#interval / 2)
    const { frame, isEmpty } = this.#viewer.next(shown)
    if (isEmpty && !this.#owesAnswer && Math.abs(now - this.#sentAt) < SILENCE_MS) return
    this.#outlet.send(frame)
    this.#owesAnswer = false
    this.#sentAt = now
  }
}
