import type { AisMessage } from '@csii/codecs'
import { mpsToKnots, type LatLon, type Timestamp } from '@csii/model'
import { AIDS, BASE_STATIONS, TEST_SART } from '../caribbean/fixed-stations.ts'
import { chance, keyOf } from '../chance.ts'
import type { Scenario } from '../scenario.ts'
import { nextOnGrid } from '../schedule.ts'
import { conductOf, type Conduct } from '../truth.ts'
import type { Vessel } from '../vessel.ts'
import { AID_INTERVAL, BASE_INTERVAL, PART_B_DELAY, reportInterval, STATIC_INTERVAL } from './intervals.ts'
import { positionReport } from './reports.ts'
import { aidReport, baseReport, hullOf, nameOf, sartReport, sartText, voyageData } from './statements.ts'

/** One message on the air. */
export interface Transmission {
  readonly from: LatLon
  /** Metres above the sea. */
  readonly antennaHeight: number
  /** Two watts (class B) in place of twelve and a half. */
  readonly isWeak: boolean
  readonly message: AisMessage
}

/** One kind of message of one transmitter. */
export interface Station {
  /** What a later message replaces an earlier one by. */
  readonly subject: string
  readonly key: number
  /** When it transmits next, later than this. */
  next(after: Timestamp): Timestamp
  /** What it transmits then. Nothing while it is out of the scenario. */
  send(t: Timestamp): Transmission | undefined
}

export function stationsOf(scenario: Scenario): Station[] {
  const vessels = scenario.vessels.filter(({ unit }) => unit !== 'none').flatMap((vessel) => [
    positions(scenario, vessel), ...statements(scenario, vessel),
  ])
  const bases = BASE_STATIONS.map((base, serial) =>
    fixed(`base-${serial}`, BASE_INTERVAL, base, base.antennaHeight, (t) => baseReport(base, serial, t)),
  )
  const aids = AIDS.map((aid, serial) => fixed(`aid-${serial}`, AID_INTERVAL, aid, 6, (t) => aidReport(aid, serial, t)))
  return [...vessels, ...bases, ...aids, testSart()]
}

const TURNING_DEG_MIN = 5
/** A unit goes on at the higher rate for so long after a turn. */
const AFTER_TURN = 20_000

function positions(scenario: Scenario, vessel: Vessel): Station {
  const { id, key, unit, antennaHeight } = vessel
  const conduct = (t: Timestamp) => conductOf(scenario, vessel, t)
  const interval = (now: Conduct, t: Timestamp) => {
    const isTurning = unit === 'class-a' && isUnderWay(now) && (turns(now) || turns(conduct(t - AFTER_TURN)))
    return reportInterval(unit, { speedKn: mpsToKnots(now.speed), isTurning, isAtRest: !isUnderWay(now) })
  }
  return {
    subject: `${id}/position`,
    key,
    next(after) {
      const now = conduct(after)
      const usual = nextOnGrid(key, interval(now, after), after)
      const leaving = Math.ceil(after + now.until) + 1_000 + Math.floor(9_000 * chance(key, after))
      if (!isUnderWay(now)) return Math.min(usual, leaving)
      return quickened(usual, after, (t) => interval(conduct(t), t))
    },
    send(t) {
      // A receiver gives its fixes at whole seconds, and the report says which one.
      const fixedAt = t - (t % 1000)
      const now = conduct(fixedAt)
      if (now.activity === 'away') return undefined
      return { from: now, antennaHeight, isWeak: isWeak(vessel), message: positionReport(vessel, now, fixedAt) }
    },
  }
}

/** A unit that gathers way does not wait for the end of its long interval. */
function quickened(usual: Timestamp, after: Timestamp, intervalAt: (t: Timestamp) => number): Timestamp {
  for (let t = after + 10_000; t < usual; t += 10_000) if (t + intervalAt(t) < usual) return t
  return usual
}

function statements(scenario: Scenario, vessel: Vessel): Station[] {
  const { id, key, unit, antennaHeight } = vessel
  const station = (topic: string, delay: number, message: (now: Conduct, t: Timestamp) => AisMessage): Station => ({
    subject: `${id}/${topic}`,
    key: key ^ keyOf(topic),
    next: (after) => nextOnGrid(key ^ 42, STATIC_INTERVAL, after - delay) + delay,
    send(t) {
      const now = conductOf(scenario, vessel, t)
      if (now.activity === 'away') return undefined
      return { from: now, antennaHeight, isWeak: isWeak(vessel), message: message(now, t) }
    },
  })
  if (unit === 'class-a') return [station('voyage', 0, (now, t) => voyageData(vessel, now, t))]
  return [station('name', 0, () => nameOf(vessel)), station('hull', PART_B_DELAY, () => hullOf(vessel))]
}

function fixed(
  subject: string, interval: number, from: LatLon, antennaHeight: number, message: (t: Timestamp) => AisMessage,
): Station {
  const key = keyOf(subject)
  return {
    subject,
    key,
    next: (after) => nextOnGrid(key, interval, after),
    send: (t) => ({ from, antennaHeight, isWeak: false, message: message(t) }),
  }
}

/** Eight messages, one every two seconds, once a minute; here the fourth and the last are texts. */
function testSart(): Station {
  const HOUR = 3_600_000
  const times = Array.from({ length: TEST_SART.bursts * 8 }, (_, i) =>
    TEST_SART.minute * 60_000 + Math.floor(i / 8) * 60_000 + (i % 8) * 2_000 + 350)
  return {
    subject: 'sart',
    key: keyOf('sart'),
    next(after) {
      const hour = after - (after % HOUR)
      return times.map((time) => hour + time).find((time) => time > after) ?? hour + HOUR + times[0]!
    },
    send(t) {
      const place = Math.floor((t % 60_000) / 2_000)
      const message = place % 4 === 3 ? sartText() : sartReport(t)
      return { from: TEST_SART, antennaHeight: TEST_SART.antennaHeight, isWeak: true, message }
    },
  }
}

const isUnderWay = ({ activity }: Conduct): boolean => activity === 'under-way'
const turns = ({ turnDegMin }: Conduct): boolean => Math.abs(turnDegMin) > TURNING_DEG_MIN
const isWeak = ({ unit }: Vessel): boolean => unit === 'class-b-so' || unit === 'class-b-cs'
