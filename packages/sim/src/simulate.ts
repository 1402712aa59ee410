import { encodeMessage, toSentences, writeTagBlock, type AisMessage } from '@csii/codecs'
import type { Timestamp } from '@csii/model'
import { stationsOf, type Station } from './ais/stations.ts'
import type { Receiver } from './caribbean/receivers.ts'
import { chance } from './chance.ts'
import { isHeard } from './reception.ts'
import type { Scenario } from './scenario.ts'

/** One sentence as one receiver puts it on the wire. */
export interface HeardLine {
  /** When the receiver took it from the air. */
  readonly t: Timestamp
  /** Its id. */
  readonly receiver: string
  /** Tag block and sentence, without line end. */
  readonly line: string
  /** A later line of the same receiver and subject makes this one old news. */
  readonly subject: string
}

/** One message on the air, and who heard it. */
export interface Sent {
  readonly t: Timestamp
  readonly subject: string
  readonly message: AisMessage
  readonly heardBy: readonly Receiver[]
}

/** Everything the receivers hear between two instants (the first included), in order. */
export function* simulate(scenario: Scenario, fromMs: Timestamp, toMs: Timestamp): Generator<HeardLine> {
  let waiting: HeardLine[] = []
  const latest = Math.max(...scenario.receivers.map(({ delay }) => delay))
  for (const sent of transmissions(scenario, fromMs - latest, toMs)) {
    const isPast = ({ t }: HeardLine) => t <= sent.t
    if (waiting.some(isPast)) {
      yield* inOrder(waiting.filter(isPast), fromMs, toMs)
      waiting = waiting.filter((line) => !isPast(line))
    }
    waiting.push(...linesOf(sent))
  }
  yield* inOrder(waiting, fromMs, toMs)
}

const inOrder = (lines: readonly HeardLine[], from: Timestamp, to: Timestamp): HeardLine[] =>
  lines.filter(({ t }) => t >= from && t < to).sort((a, b) => a.t - b.t)

const SLICE = 1_000

/** Everything that anybody transmits, heard or not, in order. */
export function* transmissions(scenario: Scenario, fromMs: Timestamp, toMs: Timestamp): Generator<Sent> {
  const stations = stationsOf(scenario)
  const due = stations.map((station) => station.next(fromMs - 1))
  for (let start = fromMs; start < toMs; start += SLICE) {
    const end = Math.min(start + SLICE, toMs)
    const slice: Sent[] = []
    stations.forEach((station, i) => {
      for (; due[i]! < end; due[i] = station.next(due[i]!)) {
        const sent = send(scenario, station, due[i]!)
        if (sent) slice.push(sent)
      }
    })
    yield* slice.sort((a, b) => a.t - b.t)
  }
}

function send(scenario: Scenario, station: Station, t: Timestamp): Sent | undefined {
  const transmission = station.send(t)
  if (!transmission) return undefined
  const emitter = { ...transmission, key: station.key }
  const heardBy = scenario.receivers.filter((receiver) => isHeard(scenario.seed, receiver, emitter, t))
  return { t, subject: station.subject, message: transmission.message, heardBy }
}

/** What is written into the source field of every tag block, so that nobody takes the exercise for the world. */
export const sourceName = ({ id }: Receiver): string => `SIM-${id.toUpperCase()}`

function linesOf({ t, subject, message, heardBy }: Sent): HeardLine[] {
  if (heardBy.length === 0) return []
  const { payload, fillBits } = encodeMessage(message)
  const channel = chance(t, message.mmsi) < 0.5 ? 'A' : 'B'
  const sentences = toSentences(payload, fillBits, { channel, sequence: Math.floor(t / 1000) % 10 })
  return heardBy.flatMap((receiver) => {
    const at = t + receiver.delay
    const stamp = writeTagBlock({ source: sourceName(receiver), time: at })
    return sentences.map((sentence, part) => ({
      t: at, receiver: receiver.id, line: stamp + sentence, subject: `${subject}/${part}`,
    }))
  })
}
