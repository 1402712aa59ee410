import type {
  DecodeProblem, Plot, SensorCounts, SensorKind, SensorReader, SensorSink, SensorSite, Timestamp,
} from '@csii/model'
import { Tally } from '../nmea/tally.ts'
import { NOWHERE } from '../nowhere.ts'
import { utf8Text } from '../utf8.ts'
import { fixCovariance, hasFix, isSimulated } from './fix.ts'
import { contextOf } from './identity.ts'
import { JsonDocuments, type DocumentTaker } from './json-documents.ts'
import { parseJson } from './json.ts'
import { documentOf, type Leaf, type SignalKDocument } from './leaves.ts'
import { looksLikeSignalK } from './looks-like.ts'
import { measuredOf } from './measured.ts'
import { statedPlace, Vessel, type Stated } from './vessel.ts'

/**
 * Boats that state their position and condition in Signal K: deltas of a stream, or the full model of an HTTP answer.
 */
export const signalk: SensorKind = {
  id: 'signalk',
  title: 'Signal K',
  means: 'equipment',
  looksLike: looksLikeSignalK,
  open: (site) => new SignalKReader(site),
}

/** A server with a busy AIS receiver knows some thousands; those longest silent are forgotten. */
const MOST_VESSELS = 4096
/** A clock that is ahead of ours by more is wrong. */
const FAST_MS = 60_000

/** Counts documents. */
class SignalKReader implements SensorReader, DocumentTaker {
  readonly #site: SensorSite
  readonly #documents = new JsonDocuments(this)
  readonly #tally = new Tally()
  /** Longest silent first. */
  readonly #vessels = new Map<string, Vessel>()
  #self: string | undefined
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite) {
    this.#site = site
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#documents.read(bytes)
    if (datagram) this.#documents.end()
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#documents.end()
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  document(bytes: Uint8Array, from: number, to: number): void {
    const text = utf8Text(bytes, from, to)
    const json = text === undefined ? undefined : parseJson(text)
    if (json === undefined) return this.refused('framing', bytes, from, to)
    const document = documentOf(json)
    if (!document) return this.refused('unsupported', bytes, from, to)
    if (!this.#tell(document)) return this.refused('value', bytes, from, to)
    this.#tally.received++
    this.#tally.decoded++
  }

  refused(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#tally.problem(problem)
    this.#sink.problem(problem, bytes, from, to)
  }

  /** False when a position in it cannot be; the rest of it is told. */
  #tell(document: SignalKDocument): boolean {
    if (document.kind === 'answer') return true
    if (document.self) this.#self = document.self.startsWith('vessels.') ? document.self : `vessels.${document.self}`
    if (document.kind === 'hello') return true
    const places = new Map<string, Stated[]>()
    const changed = new Set<string>()
    let isSound = true
    for (const leaf of document.leaves) {
      const context = this.#contextOf(leaf)
      const place = statedPlace(leaf)
      if (place === 'wrong') isSound = false
      else if (place) placesOf(places, context).push(place)
      if (this.#vessel(context).take(leaf, this.#timeOf(leaf.time))) changed.add(context)
      this.#measure(context, leaf)
    }
    for (const [context, stated] of places) for (const place of stated) this.#plot(context, place)
    for (const context of changed) if (!places.has(context)) this.#state(context)
    return isSound
  }

  /** Which vessel a leaf is of: until the server has said who it is itself, it is named after the source. */
  #contextOf({ context }: Leaf): string {
    if (context !== 'vessels.self' && context !== 'self') return context
    return this.#self ?? `vessels.signalk:${this.#site.sensorId}`
  }

  #vessel(context: string): Vessel {
    const vessel = this.#vessels.get(context) ?? new Vessel(context)
    this.#vessels.delete(context)
    this.#vessels.set(context, vessel)
    if (this.#vessels.size > MOST_VESSELS) {
      const [silentLongest] = this.#vessels.keys()
      this.#vessels.delete(silentLongest!)
    }
    return vessel
  }

  #timeOf(stated: Timestamp | undefined): Timestamp {
    return stated === undefined || stated > this.#receivedAt + FAST_MS ? this.#receivedAt : stated
  }

  #heard(stated: Timestamp | undefined) {
    const { sensorId, simulated } = this.#site
    return { sensorId, time: this.#timeOf(stated), receivedAt: this.#receivedAt, simulated }
  }

  #plot(context: string, { position, altitude, time: stated }: Stated): void {
    const vessel = this.#vessel(context)
    if (!hasFix(vessel.fix)) return
    const heard = this.#heard(stated)
    const plot: Plot = {
      ...heard,
      simulated: heard.simulated || isSimulated(vessel.fix),
      position,
      covariance: fixCovariance(vessel.fix),
      ...vessel.wayAt(heard.time),
      ...(vessel.isAircraft && altitude !== undefined && { altitude }),
      sensorTrack: contextOf(context).id,
      claim: vessel.claim,
    }
    this.#sink.plot(plot)
  }

  #state(context: string): void {
    this.#sink.statement({ ...this.#heard(undefined), claim: this.#vessel(context).claim })
  }

  #measure(context: string, leaf: Leaf): void {
    const measured = measuredOf(leaf)
    if (measured.length === 0) return
    const heard = this.#heard(leaf.time)
    const asset = contextOf(context).id
    for (const { path, value } of measured) this.#sink.measurement({ ...heard, asset, path, value })
  }
}

function placesOf(places: Map<string, Stated[]>, context: string): Stated[] {
  const known = places.get(context)
  if (known) return known
  const none: Stated[] = []
  places.set(context, none)
  return none
}
