import type { Aircraft } from './air/aircraft.ts'
import { cargoShips } from './caribbean/cargo.ts'
import { cruiseShips } from './caribbean/cruise-ships.ts'
import { dayRunner, goFasts, rescueAircraft } from './caribbean/dark-and-rescue.ts'
import { ferries } from './caribbean/ferries.ts'
import { fishingBoats } from './caribbean/fishing.ts'
import { flights } from './caribbean/flights.ts'
import { RECEIVERS, type Receiver } from './caribbean/receivers.ts'
import { coastGuards, workingBoats } from './caribbean/working-boats.ts'
import { yachts } from './caribbean/yachts.ts'
import { createDice } from './chance.ts'
import { commission } from './commission.ts'
import type { Vessel } from './vessel.ts'

/** An exercise: who is at sea and who listens. The same at every start with the same seed. */
export interface Scenario {
  readonly name: string
  readonly seed: number
  readonly vessels: readonly Vessel[]
  readonly aircraft: readonly Aircraft[]
  readonly receivers: readonly Receiver[]
  /** Milliseconds of local time behind UTC: timetables are local. */
  readonly behindUtc: number
}

/** About 400 invented vessels and some aircraft between Trinidad and Antigua, for ever in motion. */
export function caribbean(seed = 1): Scenario {
  const dice = createDice(seed)
  const plans = [
    ...ferries(), ...cruiseShips(), ...cargoShips(dice), ...yachts(dice), ...fishingBoats(dice), ...workingBoats(dice),
    ...coastGuards(dice), ...goFasts(), ...rescueAircraft(), ...dayRunner(),
  ]
  return {
    name: 'caribbean',
    seed,
    vessels: commission(plans, seed),
    aircraft: flights(seed),
    receivers: RECEIVERS,
    behindUtc: 4 * 3_600_000,
  }
}

/** The scenarios by name. */
export const SCENARIOS: Readonly<Record<string, (seed?: number) => Scenario>> = { caribbean }
