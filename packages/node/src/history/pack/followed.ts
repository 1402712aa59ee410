import type { Claim, Polar, PositionCovariance } from '@csii/model'
import { Lag } from './receipt-model.ts'
import { NO_POLAR } from './measured-model.ts'
import { Path } from './path-model.ts'

/** One object of a pack: its last plot, and what that makes likely of its next. */
export class Followed {
  isNew = true
  sensorId = ''
  simulated = false
  sensorTrack: string | undefined = undefined
  claim: Claim | undefined = undefined
  covariance: PositionCovariance = { ee: 0, en: 0, nn: 0 }
  polar: Polar = NO_POLAR
  /** Which of the parts that a plot may lack it had, as bits. */
  presence = 0
  firstTime = 0
  time = 0
  speed = 0
  courseDeg = 0
  headingDeg = 0
  altitude = 0
  /** By how many steps each last missed what was expected. */
  timeMiss = 0
  speedMiss = 0
  courseMiss = 0
  headingMiss = 0
  readonly lag = new Lag()
  readonly path = new Path()

  /** Before its first plot an object is likeliest to be as the one before it was. */
  constructor(before?: Followed) {
    if (!before) return
    this.sensorId = before.sensorId
    this.simulated = before.simulated
    this.claim = before.claim
    this.covariance = before.covariance
    this.polar = before.polar
    this.presence = before.presence
    this.firstTime = before.firstTime
    this.time = before.firstTime
    this.path.lat = before.path.lat
    this.path.lon = before.path.lon
  }
}
