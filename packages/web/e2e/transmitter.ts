import { createServer, type Socket } from 'node:net'
import { encodeMessage, toSentences, type AisMessage } from '@csii/codecs'

/** A vessel as these tests sail her. */
export interface Ship {
  readonly mmsi: number
  readonly name?: string
  readonly lat: number
  readonly lon: number
  readonly speedKn?: number
  readonly courseDeg?: number
  readonly status?: number
  readonly shipType?: number
}

/** An AIS receiver with a TCP port, that hears what the test lets it hear. */
export interface Transmitter {
  readonly url: string
  /** A position report and, when she has a name, who she is. */
  hear(...ships: readonly Ship[]): void
  hearLine(line: string): void
  close(): Promise<void>
}

export async function openTransmitter(): Promise<Transmitter> {
  const listeners = new Set<Socket>()
  const server = createServer((socket) => {
    listeners.add(socket)
    socket.on('close', () => listeners.delete(socket)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver got no port')

  const hearLine = (line: string) => {
    for (const socket of listeners) socket.write(`${line}\r\n`)
  }
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    hearLine,
    hear(...ships) {
      for (const line of ships.flatMap(sentencesOf)) hearLine(line)
    },
    close: () => {
      for (const socket of listeners) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function sentencesOf(ship: Ship): string[] {
  const messages = ship.name === undefined ? [positionOf(ship)] : [positionOf(ship), staticOf(ship)]
  return messages.flatMap((message) => {
    const { payload, fillBits } = encodeMessage(message)
    return toSentences(payload, fillBits, { sequence: ship.mmsi % 10 })
  })
}

function positionOf({ mmsi, lat, lon, speedKn = 0, courseDeg = 0, status = 0 }: Ship): AisMessage {
  return {
    type: 1, repeat: 0, mmsi, status, turn: 0, speed: Math.round(speedKn * 10), accuracy: true,
    lon: Math.round(lon * 600_000), lat: Math.round(lat * 600_000), course: Math.round(courseDeg * 10),
    heading: Math.round(courseDeg), second: new Date().getUTCSeconds(), maneuver: 0, raim: false, radio: 0,
  }
}

function staticOf({ mmsi, name = '', shipType = 60 }: Ship): AisMessage {
  return {
    type: 5, repeat: 0, mmsi, ais_version: 0, imo: 0, callsign: 'J8TEST', shipname: name, shiptype: shipType,
    to_bow: 40, to_stern: 12, to_port: 6, to_starboard: 5, epfd: 1, month: 0, day: 0, hour: 24, minute: 60,
    draught: 35, destination: 'KINGSTOWN', dte: 0,
  }
}
