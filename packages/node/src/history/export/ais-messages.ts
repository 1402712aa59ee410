import type { AisMessage } from '@csii/codecs'
import { mpsToKnots, type Claim } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'

/** From 102.2 knots up: ITU-R M.1371-5, table 45. */
const FASTEST = 1022
/** The codes for "not available" of M.1371-5, tables 45 and 46. */
const NO = { speed: 1023, course: 3600, heading: 511, turn: -128, status: 15, altitude: 4095, epfd: 0, second: 60 }
/** Positions better than this, metres, are marked as accurate. */
const ACCURATE = 10

/** What an object that states this would have transmitted of where it is. */
export function positionMessage(mmsi: number, { station, navigationStatus, aidType, virtualAid, name = '' }: Claim, state: StateRecord): AisMessage {
  const place = placeOf(state)
  const moving = motionOf(state)
  const second = new Date(state.time).getUTCSeconds()
  const header = { repeat: 0, mmsi, ...place }
  if (station === 'base') return { type: 4, ...header, ...clockOf(state.time), epfd: NO.epfd, spare: 0, raim: false, radio: 0 }
  if (station === 'aton') {
    return {
      type: 21, ...header, aid_type: clamped(aidType ?? 0, 31), name: name.slice(0, 20), ...NO_HULL, epfd: NO.epfd, second, off_position: false, regional: 0,
      raim: false, virtual_aid: virtualAid === true, assigned: false, spare: 0, name_extension: '',
    }
  }
  if (station === 'sar-aircraft') {
    return {
      type: 9, ...header, alt: state.altitude === undefined ? NO.altitude : clamped(state.altitude, 4094), speed: knots(state.speed, 1),
      course: moving.course, second, regional: 0, dte: 1, spare: 0, assigned: false, raim: false, radio: 0,
    }
  }
  if (station === 'class-b') {
    return {
      type: 18, ...header, reserved: 0, ...moving, second, regional: 0, cs: true, display: false, dsc: false, band: false, msg22: false,
      assigned: false, raim: false, radio: 0,
    }
  }
  return { type: 1, ...header, ...moving, status: navigationStatus ?? NO.status, turn: NO.turn, second, maneuver: 0, spare: 0, raim: false, radio: 0 }
}

/** What it would have transmitted of who it is; nothing where it stated nothing. */
export function staticMessages(mmsi: number, claim: Claim): AisMessage[] {
  const { station, name = '', callSign = '', shipType = 0, imo = 0, destination = '', draught = 0 } = claim
  if (station === 'base' || station === 'aton' || station === 'sar-aircraft') return []
  if (name === '' && callSign === '' && shipType === 0 && imo === 0) return []
  const header = { repeat: 0, mmsi }
  const hull = hullOf(claim)
  const type = clamped(shipType, 255)
  if (station === 'class-b') {
    return [
      { type: 24, ...header, part: 'A', shipname: name.slice(0, 20) },
      { type: 24, ...header, part: 'B', shiptype: type, vendorid: '', model: 0, serial: 0, callsign: callSign.slice(0, 7), ...hull, epfd: NO.epfd, spare: 0 },
    ]
  }
  return [{
    type: 5, ...header, ais_version: 0, imo: clamped(imo, 999_999_999), callsign: callSign.slice(0, 7), shipname: name.slice(0, 20), shiptype: type, ...hull, epfd: NO.epfd,
    month: 0, day: 0, hour: 24, minute: 60, draught: clamped(draught * 10, 255), destination: destination.slice(0, 20), dte: 1, spare: 0,
  }]
}

const NO_HULL = { to_bow: 0, to_stern: 0, to_port: 0, to_starboard: 0 }

function hullOf({ dimensions }: Claim): typeof NO_HULL {
  if (!dimensions) return NO_HULL
  const { bow, stern, port, starboard } = dimensions
  return { to_bow: clamped(bow, 511), to_stern: clamped(stern, 511), to_port: clamped(port, 63), to_starboard: clamped(starboard, 63) }
}

const placeOf = ({ lat, lon, sigmaEast, sigmaNorth }: StateRecord) => ({
  lat: Math.round(lat * 600_000), lon: Math.round(lon * 600_000), accuracy: Math.max(sigmaEast, sigmaNorth) < ACCURATE,
})

const motionOf = ({ speed, courseDeg, headingDeg }: StateRecord) => ({
  speed: knots(speed, 10),
  course: courseDeg === undefined ? NO.course : Math.round(courseDeg * 10) % 3600,
  heading: headingDeg === undefined ? NO.heading : Math.round(headingDeg) % 360,
})

const knots = (speed: number | undefined, steps: number): number =>
  speed === undefined ? NO.speed : Math.min(FASTEST, Math.round(mpsToKnots(speed) * steps))

function clockOf(time: number) {
  const date = new Date(time)
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
  }
}

const clamped = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)))
