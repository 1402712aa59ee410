import { createSharedMemory, decodePayload, toSentences, VdmReader, type MessageTaker } from '@csii/codecs'
import type { Intake } from '../pipeline/intake.ts'
import type { OutputConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { createOutlet, type Outlet } from '../platform/transports/outlet.ts'

export interface RelayPorts {
  readonly outputs: readonly OutputConfig[]
  readonly source: (sensorId: string) => { readonly kind: string; readonly simulated: boolean } | undefined
  readonly log: Log
}

export interface Relay {
  /** The pipeline's intake, overheard. */
  overhear(intake: Intake): Intake
  /** Rejects when an output cannot listen. Gives the port of each. */
  start(): Promise<readonly number[]>
  stop(): Promise<void>
}

interface Output {
  readonly config: OutputConfig
  readonly outlet: Outlet
  readonly heard: ReturnType<typeof createSharedMemory>
  /** Of messages that take several sentences. */
  sequence: number
}

/** What nine sentences hold, the most that a message may take. */
const MOST_PAYLOAD = 540
/** Connections of a source that are read at the same time. */
const MAX_STREAMS = 256

/**
 * Passes on the AIS that sources hear, as NMEA sentences: each message once, whoever heard it, and simulated ones only
 * where the output says that it is an exercise's. Then it sends nothing else.
 */
export function createRelay({ outputs: configs, source, log }: RelayPorts): Relay {
  const outputs = configs.map((config): Output => ({ config, outlet: createOutlet(config.url), heard: createSharedMemory(), sequence: 0 }))
  const readers = new Map<string, VdmReader>()

  const isFor = ({ sources, simulated }: OutputConfig, sensorId: string, isSimulated: boolean | undefined): boolean =>
    simulated === isSimulated && (sources?.includes(sensorId) ?? true)

  function readerOf(sensorId: string, stream: number): VdmReader {
    const key = `${sensorId} ${stream}`
    const reader = readers.get(key) ?? new VdmReader(passOn(sensorId))
    if (!readers.has(key) && readers.size >= MAX_STREAMS) readers.delete([...readers.keys()][0]!)
    return readers.set(key, reader).get(key)!
  }

  function passOn(sensorId: string): MessageTaker {
    return {
      message(ascii, from, to, fillBits, _stated, receivedAt) {
        const isReadable = to - from <= MOST_PAYLOAD && typeof decodePayload(ascii, from, to, fillBits) !== 'string'
        if (!isReadable) return 'value'
        const simulated = source(sensorId)?.simulated
        for (const output of outputs) {
          if (!isFor(output.config, sensorId, simulated) || output.heard.heardBefore(ascii, from, to + 2, receivedAt)) continue
          output.sequence = (output.sequence + 1) % 10
          const payload = Buffer.from(ascii.subarray(from, to)).toString('latin1')
          output.outlet.send(`${toSentences(payload, fillBits, { sequence: output.sequence }).join('\r\n')}\r\n`)
        }
        return 'decoded'
      },
      problem() {},
    }
  }

  return {
    overhear(intake) {
      if (outputs.length === 0) return intake
      return {
        ...intake,
        offer(sensorId, bytes, receivedAt, datagram, stream = 0) {
          // Before the pipeline takes the bytes away; but one that is refused is offered again.
          const copy = source(sensorId)?.kind === 'ais' ? bytes.slice() : undefined
          const isTaken = intake.offer(sensorId, bytes, receivedAt, datagram, stream)
          if (copy && isTaken) readerOf(sensorId, stream).read(copy, receivedAt, datagram)
          return isTaken
        },
        end(sensorId, receivedAt, stream = 0) {
          readers.delete(`${sensorId} ${stream}`)
          intake.end(sensorId, receivedAt, stream)
        },
      }
    },
    async start() {
      const ready = await Promise.all(outputs.map(({ outlet }) => outlet.open()))
      if (outputs.length > 0) log.info({ outputs: configs.map(({ id, url }) => ({ id, url })) }, 'Outputs opened')
      return ready
    },
    async stop() {
      await Promise.all(outputs.map(({ outlet }) => outlet.close()))
    },
  }
}
