import type { AsterixRecord } from './record.ts'
import { aircraftClaim, altitudeOf, isSet, NAUTICAL_MILE, numberAt, positionAt, textAt, type Report } from './report.ts'

type Items = AsterixRecord['items']

/**
 * The radius in metres within which an aircraft says it is with 95 %, by NACp (RTCA DO-260B). 0 says that it does
 * not know, or is more than 10 nautical miles; so do transponders of the first version, which have no NACp at all.
 */
const RADIUS = [18_520, 18_520, 7408, 3704, 1852, 926, 555.6, 185.2, 92.6, 30, 10, 3]

/** Emitter categories of I021/020: an emergency and a service vehicle. */
const SURFACE_VEHICLES: ReadonlySet<number | undefined> = new Set([20, 21])

/** Of a circle that holds 95 % of a distribution with equal deviations: √(−2 ln 0.05). */
const SIGMAS_IN_RADIUS = 2.4477

/** An ADS-B report of category 021. None of a test or of a field monitor. */
export function adsbReport(items: Items): Report | undefined {
  const position = positionAt(items, 'I021/131') ?? positionAt(items, 'I021/130')
  const isNoTarget = isSet(items, 'I021/040', 'TST') || isSet(items, 'I021/040', 'RAB')
  if (!position || isNoTarget) return undefined
  const radius = RADIUS[numberAt(items, 'I021/090', 'NACP') ?? 0] ?? RADIUS[0]!
  const variance = (radius / SIGMAS_IN_RADIUS) ** 2
  return {
    position,
    covariance: { ee: variance, en: 0, nn: variance },
    ...movement(items),
    altitude: altitudeOf(numberAt(items, 'I021/145')),
    claim: aircraftClaim({
      callSign: textAt(items, 'I021/170'),
      address: textAt(items, 'I021/080'),
      isVehicle: SURFACE_VEHICLES.has(numberAt(items, 'I021/020')),
    }),
    // When the position was true, or when it was heard; in the oldest editions there is one time only.
    seconds: numberAt(items, 'I021/071') ?? numberAt(items, 'I021/073') ?? numberAt(items, 'I021/030'),
    simulated: isSet(items, 'I021/040', 'SIM'),
  }
}

/** RE says that the speed is more than can be said. */
function movement(items: Items): Pick<Report, 'speed' | 'courseDeg'> {
  const speed = numberAt(items, 'I021/160', 'GS')
  if (speed === undefined || isSet(items, 'I021/160', 'RE')) return {}
  return { speed: speed * NAUTICAL_MILE, courseDeg: numberAt(items, 'I021/160', 'TA') }
}
