import { normalDegrees, type Timestamp } from '@csii/model'
import type { FieldMessage } from './message.ts'

export interface KnownHeading {
  /** True. */
  readonly deg: number
  readonly sigmaDeg: number
}

interface Stated extends KnownHeading {
  readonly heardAt: Timestamp
}

/** Compasses send once a second and more often. A boat turns through ten degrees and more in longer than this. */
export const MOST_HEADING_AGE = 3000

/** Our assumption of a gyro or another true heading: IMO MSC.116(73) asks that it is within 1° at rest. */
export const TRUE_SIGMA = 1
/** Our assumption of a magnetic compass: its deviation is seldom known, and is some degrees on a small boat. */
export const MAGNETIC_SIGMA = 3
/** Degrees a second by which a boat may have turned since, in either direction: our assumption. */
const TURN_SIGMA = 1

/** Where the bow points, by the best of the sentences that say it. */
export class Heading {
  readonly #simulated: boolean
  #trueHeading: Stated | undefined
  #magnetic: Stated | undefined
  #variation: number | undefined

  constructor(simulated: boolean) {
    this.#simulated = simulated
  }

  take(message: FieldMessage, heardAt: Timestamp): void {
    switch (message.sentence) {
      case 'HDT':
        return this.#takeTrue(message.heading, heardAt)
      case 'THS':
        if (message.mode === 'A' || (message.mode === 'S' && this.#simulated)) this.#takeTrue(message.heading, heardAt)
        return
      case 'OSD':
        if (message.headingStatus !== 'V') this.#takeTrue(message.heading, heardAt)
        return
      case 'HDG':
        if (message.variation !== undefined) this.#variation = message.variation
        return this.#takeMagnetic(message.heading, message.deviation, heardAt)
      case 'HDM':
        return this.#takeMagnetic(message.heading, 0, heardAt)
      case 'VHW':
        // A log repeats the compass: its true heading is the magnetic one with the variation.
        if (message.heading === undefined) return this.#takeMagnetic(message.magneticHeading, 0, heardAt)
        this.#magnetic = { deg: message.heading, sigmaDeg: MAGNETIC_SIGMA, heardAt }
        return
      case 'RMC':
        if (message.variation !== undefined) this.#variation = message.variation
    }
  }

  /** Undefined when none is fresh: a relative bearing is then worth nothing. */
  at(heardAt: Timestamp): KnownHeading | undefined {
    const fresh = [this.#trueHeading, this.#magnetic].find(
      (each) => each && Math.abs(heardAt - each.heardAt) <= MOST_HEADING_AGE,
    )
    if (!fresh) return undefined
    const turned = (TURN_SIGMA * Math.abs(heardAt - fresh.heardAt)) / 1000
    return { deg: fresh.deg, sigmaDeg: Math.hypot(fresh.sigmaDeg, turned) }
  }

  /** True from the first heading on: who has a compass does not stand still. */
  get isKnown(): boolean {
    return this.#trueHeading !== undefined || this.#magnetic !== undefined
  }

  #takeTrue(deg: number | undefined, heardAt: Timestamp): void {
    if (deg !== undefined) this.#trueHeading = { deg, sigmaDeg: TRUE_SIGMA, heardAt }
  }

  /** Deviation and variation are counted towards east. Without the variation the true heading is not known. */
  #takeMagnetic(deg: number | undefined, deviation = 0, heardAt: Timestamp): void {
    if (deg === undefined || this.#variation === undefined) return
    this.#magnetic = { deg: normalDegrees(deg + deviation + this.#variation), sigmaDeg: MAGNETIC_SIGMA, heardAt }
  }
}
