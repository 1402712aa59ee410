import type { LatLon, Timestamp } from '@csii/model'
import { AircraftTable, hearSender } from './aircraft.ts'
import { learn } from './learn.ts'
import type { ModeSMessage } from './message.ts'
import { reportOf } from './report.ts'

/** Follows the aircraft of a recording for those who only want to know where each message puts its sender. */
export class Positions {
  readonly #aircraft = new AircraftTable()

  /**
   * The place, where one comes out. Undefined when the message has none; `unproven` when it has an address that
   * nobody was heard to have.
   */
  take(message: ModeSMessage, time: Timestamp): LatLon | 'unproven' | undefined {
    const aircraft = hearSender(this.#aircraft, message, time)
    if (!aircraft) return 'unproven'
    learn(aircraft, message, time)
    return reportOf(message, aircraft, time, undefined)?.position
  }
}
