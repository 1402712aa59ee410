import { decodeFrame, type PictureFrame, type PictureRequest } from '@csii/contract'
import { backOff } from './back-off.ts'

/** Where a screen looks, degrees. `west` may exceed `east` across the antimeridian. */
export type View = Pick<PictureRequest, 'west' | 'south' | 'east' | 'north'>
/** The last frame taken, so that a broken link goes on where it stopped. */
export type Resume = NonNullable<PictureRequest['resume']>

/** What the link needs of a WebSocket. */
export interface Socket {
  binaryType: BinaryType
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
  readonly readyState: number
  send(text: string): void
  close(): void
}

export interface LinkPorts {
  open(): Socket
  later(run: () => void, ms: number): void
  chance(): number
  onFrame(frame: PictureFrame): void
  onOpen(open: boolean): void
  /** What was taken last, or undefined when the picture must come whole. */
  resume(): Resume | undefined
}

export interface PictureLink {
  look(view: View): void
  close(): void
}

const OPEN = 1
/** An eighth of a second on the way leaves the rest of half a second for drawing. What changed is sent once, however often. */
const RATE_HZ = 8
/** A frame of the former view may still be on its way when the map moves, so the first ones prove nothing. */
const FRAMES_THAT_PROVE_A_VIEW = 3

/** Keeps one connection to the node's picture, calls again when it breaks, and asks only for what is missing. */
export function connectPicture(ports: LinkPorts): PictureLink {
  let socket: Socket | undefined
  let view: View | undefined
  let framesOfView = 0
  let attempt = 0
  let closed = false

  function call(): void {
    if (closed) return
    const mine = ports.open()
    socket = mine
    mine.binaryType = 'arraybuffer'
    mine.onopen = () => {
      ports.onOpen(true)
      request(framesOfView >= FRAMES_THAT_PROVE_A_VIEW ? ports.resume() : undefined)
    }
    mine.onmessage = ({ data }) => take(data)
    mine.onclose = () => {
      ports.onOpen(false)
      if (closed) return
      ports.later(call, backOff(attempt, ports.chance()))
      attempt += 1
    }
  }

  function take(data: unknown): void {
    const frame = data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(data)) : undefined
    if (!frame) return
    attempt = 0
    framesOfView += 1
    ports.onFrame(frame)
  }

  function request(resume: Resume | undefined): void {
    if (!view || socket?.readyState !== OPEN) return
    const message: PictureRequest = { type: 'view', ...view, rateHz: RATE_HZ, ...(resume && { resume }) }
    socket.send(JSON.stringify(message))
  }

  call()
  return {
    look(next) {
      view = next
      framesOfView = 0
      request(undefined)
    },
    close() {
      closed = true
      socket?.close()
    },
  }
}
