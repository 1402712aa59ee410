import type { EventEmitter } from 'node:events'
import { numberOf, pathOf } from './address.ts'
import { once, type Transport, type TransportEvents, type TransportKind } from './transport.ts'

/** What we need of the `serialport` package's port. */
export interface SerialLine extends EventEmitter {
  open(done: (error: Error | null | undefined) => void): void
  close(done: () => void): void
  pause(): unknown
  resume(): unknown
  readonly isOpen: boolean
}

const FORM = 'serial:/dev/ttyUSB0?baud=38400'
/** IEC 61162-2, the high-speed line of AIS equipment. */
const USUAL_BAUD = 38_400

/** A receiver on a serial port or USB. */
export const serial: TransportKind = {
  form: FORM,
  options: ['baud'],
  fault(url) {
    if (!pathOf(url)) return `names no device. Write ${FORM}.`
    if (numberOf(url, 'baud', USUAL_BAUD, 300, 4_000_000) === undefined) return `has a baud that is no line speed. Write ${FORM}.`
    return undefined
  },
  open: (url, events) => openLine(url, events, openSerialPort),
}

/** The package is loaded when the first serial source opens: most nodes have none. */
async function openSerialPort(path: string, baudRate: number): Promise<SerialLine> {
  const { SerialPort } = await import('serialport')
  return new SerialPort({ path, baudRate, autoOpen: false })
}

export function openLine(
  url: URL,
  given: TransportEvents,
  makeLine: (path: string, baudRate: number) => Promise<SerialLine>,
): Transport {
  const events = once(given)
  const making = makeLine(pathOf(url) ?? '', numberOf(url, 'baud', USUAL_BAUD, 300, 4_000_000) ?? USUAL_BAUD)
  let line: SerialLine | undefined

  making.then((made) => {
    line = made
    made.on('data', (bytes: Uint8Array) => {
      if (!events.bytes(bytes, false)) made.pause()
    })
    made.on('error', (error: Error) => events.closed(error.message, false))
    made.on('close', () => events.closed('The device was unplugged', false))
    made.open((error) => (error ? events.closed(error.message, false) : events.opened()))
  }, (error: Error) => events.closed(error.message, false))

  return {
    resume: () => void line?.resume(),
    async close() {
      events.silence()
      await making.catch(() => undefined)
      const open = line
      if (open?.isOpen) await new Promise<void>((resolve) => open.close(resolve))
    },
  }
}
