import type {
  Plot, SensorCounts, SensorKind, SensorOption, SensorReader, SensorSink, SensorSite, Timestamp,
} from '@csii/model'
import { SPACE } from '../nmea/ascii.ts'
import { LineScanner, type LineTaker } from '../nmea/line-scanner.ts'
import { Tally } from '../nmea/tally.ts'
import { utf8Text } from '../utf8.ts'
import { claimOf } from './claim.ts'
import { sightingOf } from './form.ts'
import { parsed } from './json.ts'
import { looksLikeSighting } from './looks-like.ts'
import { readPlaces } from './places.ts'
import { readSighting } from './read-sighting.ts'
import { DECODE_PROBLEM_OF, type Place, type Sighting } from './sighting.ts'

const OPTIONS: readonly SensorOption[] = [
  {
    key: 'places',
    form: 'text',
    usual: 'no places: a report then needs coordinates',
    fault: (value) => (readPlaces(String(value)) ? undefined : 'is no list of places'),

    write: 'name, latitude and longitude of each place, such as Bequia 13.01 -61.24; Union Island 12.60 -61.43',
  },
  {
    key: 'zone',
    form: 'number',
    usual: 'local times are not understood, only those with Z or UTC',
    fault: (value) => (typeof value === 'number' && value >= -12 && value <= 14 ? undefined : 'is no time zone'),
    write: 'the hours that local time is ahead of UTC, such as -4',
  },
]

/**
 * More reports in a second are no people's, and are counted unread: understanding one takes a hundred times longer than
 * reading a sentence of AIS, and every other sensor would wait for it.
 */
export const MOST_A_SECOND = 2000

/** What people report of what they see: one report a line, in words or as a JSON object. */
export const sighting: SensorKind = {
  id: 'sighting',
  title: 'Sightings by people, in words or from a form',
  means: 'person',
  options: OPTIONS,
  looksLike: looksLikeSighting,
  open: (site) => new SightingReader(site),
}

class SightingReader implements SensorReader, LineTaker {
  readonly #site: SensorSite
  readonly #places: readonly Place[]
  readonly #zone: number | undefined
  readonly #lines = new LineScanner()
  readonly #tally = new Tally()
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0
  #second = 0
  #inSecond = 0

  constructor(site: SensorSite) {
    this.#site = site
    const { places, zone } = site.options ?? {}
    this.#places = readPlaces(String(places ?? '')) ?? []
    this.#zone = typeof zone === 'number' ? zone : undefined
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#lines.read(bytes, this)
    if (datagram) this.#lines.end(this)
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#lines.end(this)
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    if (isBlank(bytes, from, to)) return
    if (this.#isTooMany()) return this.overflow(bytes, from, to)
    this.#tally.received++
    const result = this.#report(bytes, from, to)
    if (typeof result === 'string') {
      this.#tally.problem(result)
      this.#sink.problem(result, bytes, from, to)
      return
    }
    this.#tally.decoded++
    this.#sink.plot(this.#plotOf(result))
  }

  overflow(bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#tally.problem('overflow')
    this.#sink.problem('overflow', bytes, from, to)
  }

  #isTooMany(): boolean {
    const second = Math.floor(this.#receivedAt / 1000)
    if (second !== this.#second) [this.#second, this.#inSecond] = [second, 0]
    return ++this.#inSecond > MOST_A_SECOND
  }

  #report(bytes: Uint8Array, from: number, to: number) {
    const text = utf8Text(bytes, from, to)
    if (text === undefined) return 'framing'
    const { position: observer } = this.#site
    const context = {
      receivedAt: this.#receivedAt,
      places: this.#places,
      ...(this.#zone !== undefined && { zone: this.#zone }),
      ...(observer && { observer }),
    }
    const read = text.trimStart().startsWith('{') ? sightingOf(parsed(text), context) : readSighting(text, context)
    return read.ok ? read.value : DECODE_PROBLEM_OF[read.problem]
  }

  #plotOf(seen: Sighting): Plot {
    const { sensorId, simulated } = this.#site
    const { position, covariance, time = this.#receivedAt, speed, courseDeg } = seen
    return {
      sensorId,
      time,
      receivedAt: this.#receivedAt,
      simulated,
      position,
      covariance,
      ...(speed !== undefined && { speed }),
      ...(courseDeg !== undefined && { courseDeg }),
      claim: claimOf(seen),
    }
  }
}

const NOWHERE: SensorSink = { plot() {}, statement() {}, measurement() {}, problem() {} }

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > SPACE) return false
  return true
}
