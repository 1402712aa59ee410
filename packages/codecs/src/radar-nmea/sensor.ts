import type { Plot, SensorKind, SensorReader, SensorSink, SensorSite, Timestamp } from '@csii/model'
import type { PartFields } from '../nmea/part-table.ts'
import type { Sentence } from '../nmea/sentence.ts'
import type { Stated } from '../nmea/stated.ts'
import { VdmReader, type MessageTaker, type Outcome } from '../nmea/vdm-reader.ts'
import { NOWHERE } from '../nowhere.ts'
import { looksLikeRadarNmea } from './looks-like.ts'
import { decodeRadarSentence, targetDataPart, type FieldMessage } from './message.ts'
import { RADAR_OPTIONS, radarOptions, type RadarOptions } from './options.ts'
import { OwnShip, type Moment } from './own-ship.ts'
import { groundVelocity, placeOfSighting } from './place.ts'
import { directionOf, lengthOf } from './plane.ts'
import { sightingOfTarget, sightingOfTll, sightingOfTtm, type Sighting } from './sighting.ts'
import { TargetNumbers } from './target-numbers.ts'
import { readTargets } from './tracked-target-data.ts'
import { metresIn } from './units.ts'
import { StreamClock, timeOfValidity, type TimeReference } from './validity.ts'

export interface RadarNmeaOptions {
  readonly timeReference?: TimeReference
}

/** Radars that send the targets they track as sentences, ashore or afloat. */
export function radarNmeaKind({ timeReference = 'plausible' }: RadarNmeaOptions = {}): SensorKind {
  return {
    id: 'radar-nmea',
    title: 'Radar targets over NMEA 0183',
    means: 'radar',
    looksLike: looksLikeRadarNmea,
    options: RADAR_OPTIONS,
    open: (site) => new RadarNmeaReader(site, timeReference),
  }
}

export const radarNmea: SensorKind = radarNmeaKind()

/**
 * Reads what the radar and the instruments of its ship send, often on one line with everything else on board.
 * Sentences of other equipment, AIS too, are counted as unsupported: a stream of nothing else is no radar, and its
 * counts say so.
 */
class RadarNmeaReader implements SensorReader, MessageTaker {
  readonly #site: SensorSite
  readonly #options: RadarOptions
  readonly #ownShip: OwnShip
  readonly #clock: StreamClock
  readonly #numbers = new TargetNumbers()
  readonly #sentences = new VdmReader(this, { capacity: 16 })
  #rangeScale: number | undefined
  #sink: SensorSink = NOWHERE

  constructor(site: SensorSite, timeReference: TimeReference) {
    this.#site = site
    this.#options = radarOptions(site.options)
    this.#ownShip = new OwnShip(site.simulated)
    this.#clock = new StreamClock(timeReference)
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#sentences.read(bytes, receivedAt, datagram)
  }

  tick(now: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#sentences.tick(now)
  }

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#sentences.end(receivedAt)
  }

  counts() {
    return this.#sentences.counts()
  }

  message(): Outcome {
    return 'unsupported'
  }

  sentence(sentence: Sentence, stated: Stated, receivedAt: Timestamp): Outcome | PartFields {
    const part = targetDataPart(sentence)
    if (part) return part
    const decoded = decodeRadarSentence(sentence)
    if (!decoded.ok) return decoded.problem
    const message = decoded.value
    this.#clock.take(message)
    if (message.sentence !== 'TLB') this.#take(message, sentence, stated, receivedAt)
    return 'decoded'
  }

  encapsulated(
    ascii: Uint8Array, from: number, to: number, fillBits: number, stated: Stated, receivedAt: Timestamp,
  ): Outcome {
    const targets = readTargets(ascii, from, to, fillBits)
    if (!targets.ok) return targets.problem
    for (const target of targets.value.targets) this.#see(sightingOfTarget(target), stated, receivedAt)
    return 'decoded'
  }

  problem(...refused: Parameters<SensorSink['problem']>): void {
    this.#sink.problem(...refused)
  }

  #take(message: FieldMessage, sentence: Sentence, stated: Stated, receivedAt: Timestamp): void {
    switch (message.sentence) {
      case 'TTM':
        return this.#see(sightingOfTtm(message, sentence), stated, receivedAt)
      case 'TLL':
        return this.#see(sightingOfTll(message, sentence), stated, receivedAt)
      case 'RSD':
        this.#rangeScale = message.rangeScale && message.rangeScale * metresIn(message.rangeUnits)
        return
      default:
        this.#ownShip.take(message, this.#momentOf('time' in message ? message.time : undefined, stated, receivedAt))
    }
  }

  #momentOf(seconds: number | undefined, stated: Stated, receivedAt: Timestamp): Moment {
    return {
      heardAt: this.#clock.heardAt(stated, receivedAt),
      time: timeOfValidity(seconds, this.#clock.referenceTime(stated, receivedAt)),
    }
  }

  /** Only what the radar has followed for a while becomes a plot: what it is acquiring may be a wave. */
  #see(sighting: Sighting | undefined, stated: Stated, receivedAt: Timestamp): void {
    if (sighting?.status === 'lost') return this.#numbers.lose(sighting.number, stated.source)
    if (sighting?.status !== 'tracked') return
    const moment = this.#momentOf(sighting.seconds, stated, receivedAt)
    const radar = { site: this.#site, options: this.#options, ownShip: this.#ownShip, rangeScale: this.#rangeScale }
    const place = placeOfSighting(radar, sighting, moment)
    if (!place) return
    const { heardAt, time } = moment
    const sensorTrack = this.#numbers.take(sighting, stated.source, place, time, heardAt)
    if (sensorTrack === undefined) return
    const { sensorId, simulated } = this.#site
    const plot: Draft = { sensorId, time, receivedAt, simulated, ...place, sensorTrack }
    const velocity = sighting.velocity && groundVelocity(radar, sighting.velocity, heardAt)
    if (velocity) {
      plot.speed = lengthOf(velocity)
      // What stands still has no course.
      if (plot.speed > 0) plot.courseDeg = directionOf(velocity)
    }
    this.#sink.plot(plot)
  }
}

/** A plot while it is made. */
type Draft = { -readonly [Key in keyof Plot]: Plot[Key] }
