import type { AisMessage } from '@csii/codecs'
import { normalDegrees, type LatLon, type Timestamp } from '@csii/model'
import { chance, drift } from '../chance.ts'
import { fixOf } from '../navigation.ts'
import type { Conduct } from '../truth.ts'
import type { Vessel } from '../vessel.ts'

/** What the unit on board says of her position, with the errors of its instruments: numbers as transmitted. */
export function positionReport(vessel: Vessel, conduct: Conduct, t: Timestamp): AisMessage {
  const { mmsi, key, unit } = vessel
  const shared = { repeat: 0, mmsi, ...fix(key, conduct, t), second: secondOf(t), raim: chance(key, 31) < 0.5 }
  const heading = Math.round(normalDegrees(conduct.headingDeg)) % 360
  switch (unit) {
    case 'class-a':
      return {
        type: conduct.activity === 'under-way' ? 1 : 3, ...shared, status: STATUS[conduct.activity],
        turn: vessel.imo === 0 ? NO_TURN_INDICATOR : turnCode(conduct.turnDegMin), heading, maneuver: 0,
        radio: Math.floor(chance(key, t) * 0x4000),
      }
    case 'aircraft':
      return {
        type: 9, ...shared, alt: 300 + Math.round(40 * drift(key, t, 120_000)), speed: Math.round(shared.speed / 10),
        regional: 0, dte: 1, assigned: false, radio: 0,
      }
    default: {
      const isCarrierSense = unit === 'class-b-cs'
      return {
        type: 18, ...shared, reserved: 0, heading: chance(key, 32) < 0.3 ? heading : NO_HEADING, regional: 0,
        cs: isCarrierSense, display: !isCarrierSense, dsc: false, band: true, msg22: true, assigned: false,
        radio: isCarrierSense ? CARRIER_SENSE_RADIO : 0,
      }
    }
  }
}

const STATUS = { 'under-way': 0, anchored: 1, moored: 5, away: 15 } as const
const NO_TURN_INDICATOR = -128
const NO_HEADING = 511
/** What a carrier-sense unit sends in place of a communication state: the selector bit, and a fixed value. */
const CARRIER_SENSE_RADIO = 0xe0006

/** 4.733 √(degrees a minute). M.1371-5, annex 8, messages 1, 2 and 3. */
function turnCode(turnDegMin: number): number {
  const code = Math.round(4.733 * Math.sqrt(Math.abs(turnDegMin)))
  return Math.sign(turnDegMin) * Math.min(126, code) || 0
}

/** As transmitted. */
function fix(key: number, conduct: Conduct, t: Timestamp) {
  const { position, speedKn, courseDeg, isCorrected } = fixOf(key, conduct, t)
  return {
    accuracy: isCorrected,
    ...coordinates(position),
    speed: Math.min(1022, Math.round(speedKn * 10)),
    course: Math.round(courseDeg * 10) % 3600,
  }
}

/** In 1/10,000 minute. */
export const coordinates = ({ lat, lon }: LatLon) => ({
  lon: Math.round(lon * 600_000), lat: Math.round(lat * 600_000),
})

export const secondOf = (t: Timestamp): number => Math.floor(t / 1000) % 60
