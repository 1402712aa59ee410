import type { PreviewLine } from '@csii/contract'
import type { SensorKind } from '@csii/model'
import type { SourceConfig } from '../platform/config.ts'
import { refusal } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { TransportKind } from '../platform/transports/transport.ts'
import { hostOf } from '../platform/transports/address.ts'
import { TRANSPORTS } from '../platform/transports/transports.ts'
import { isMulticast } from '../platform/transports/udp.ts'
import { createPreview } from './preview.ts'
import { Source, type SourceState } from './source.ts'

export interface PreviewsOptions {
  readonly list: () => readonly SourceState[]
  readonly kinds: readonly SensorKind[]
  readonly clock: () => number
  readonly random: () => number
  readonly transports?: ReadonlyMap<string, TransportKind>
  /** How long one lasts, ms. */
  readonly longest?: number
}

/** The previews that run now: two at most, a minute each. */
export interface Previews {
  /** Tells what the source brings until it is stopped or its time is over: then `ended` is called, once. */
  start(source: SourceConfig, tell: (line: PreviewLine) => void, ended: () => void): { stop(): void }
  /** Stops them all and lets no more begin. */
  close(): Promise<void>
}

const MOST = 2
const LONGEST_MS = 60_000
const TICK_MS = 250

export function createPreviews(options: PreviewsOptions): Previews {
  const running = new Set<() => Promise<void>>()
  let isClosed = false
  return {
    start(source, tell, ended) {
      refuseInUse(source.url, options.list())
      if (isClosed) throw refusal('UNAVAILABLE', 'The node stops. Ask again when it runs.')
      if (running.size >= MOST) {
        throw refusal('PREVIEW_LIMIT', `${MOST} previews run already. Close one, or wait a minute until it ends.`)
      }
      const stop = run(options, source, tell, () => {
        running.delete(stop)
        ended()
      })
      running.add(stop)
      return { stop: () => void stop() }
    },
    async close() {
      isClosed = true
      await Promise.all([...running].map((stop) => stop()))
    },
  }
}

/** Gives the function that stops it. */
function run(
  { kinds, clock, random, transports = TRANSPORTS, longest = LONGEST_MS }: PreviewsOptions,
  source: SourceConfig, tell: (line: PreviewLine) => void, ended: () => void,
): () => Promise<void> {
  const preview = createPreview({ source, kinds, tell })
  const ports = { intake: preview.intake, clock, random, log: SILENT, transports }
  const input = new Source({ ...source, enabled: true }, ports)
  let told = ''
  let ticks = 0
  let stopping: Promise<void> | undefined

  function tellState(): void {
    const { state, detail } = input.state
    const now = `${state} ${detail}`
    if (now === told) return
    told = now
    tell({ state, ...(detail !== undefined && { detail }) })
  }
  function tick(): void {
    tellState()
    preview.tick(clock())
    if (++ticks % (1000 / TICK_MS) === 0) preview.second(input.state.bytes, input.state.dropped)
  }
  const stop = () => (stopping ??= (async () => {
    clearInterval(ticking)
    clearTimeout(ending)
    await input.stop()
    ended()
  })())

  const ticking = setInterval(tick, TICK_MS)
  const ending = setTimeout(() => void stop(), longest)
  input.open()
  tellState()
  return stop
}

/** What a preview has to say, it says to the person who looks at it. */
const SILENT: Log = { info() {}, warn() {}, error() {} }

/** A port or a device can be read once only. */
function refuseInUse(text: string, sources: readonly SourceState[]): void {
  const address = exclusiveAddress(text)
  if (address === undefined) return
  const reader = sources.find(({ source, state }) => state !== 'disabled' && exclusiveAddress(source.url) === address)
  if (!reader) return
  throw refusal('ADDRESS_IN_USE', `Source ${reader.source.id} reads this address already. Disable it, then test.`)
}

function exclusiveAddress(text: string): string | undefined {
  const url = new URL(text)
  const { protocol, host, pathname } = url
  const isShared = protocol === 'udp:' && isMulticast(hostOf(url))
  const isExclusive = ['udp:', 'tcp-listen:', 'serial:'].includes(protocol) && !isShared
  return isExclusive ? `${protocol}${host}${pathname}` : undefined
}
