import { asterixEncoder, type AsterixRecord } from '@csii/codecs'
import type { Timestamp } from '@csii/model'
import type { CoastalRadar } from './coastal-radar.ts'
import type { TrackedEcho } from './extractor.ts'

type Message = Pick<AsterixRecord, 'cat' | 'items'>

const encode = asterixEncoder()

const NAUTICAL_MILE = 1852
const DAY = 86_400_000
/** Decibels above one milliwatt of the receiver's noise: our assumption, for the amplitude in I048/130. */
const NOISE = -100

/** As many sectors as one turn is divided into; a message tells the beginning of each. */
export const SECTORS = 16

/** What the radar sends when its beam leaves a sector: that it entered it, and its plots of it. */
export function sectorMessages(
  radar: CoastalRadar, sector: number, entered: Timestamp, echoes: readonly TrackedEcho[],
): Uint8Array {
  const service = sector === 0 ? [northMessage(radar, entered)] : []
  return encode([...service, sectorMessage(radar, sector, entered), ...echoes.map((echo) => plotMessage(radar, echo))])
}

const source = ({ sac, sic }: CoastalRadar) => ({ SAC: sac, SIC: sic })
/** Seconds since midnight UTC, as far as 1/128 s goes. */
const timeOfDay = (t: Timestamp): number => Math.floor(((t % DAY) / 1000) * 128) / 128

/** The nearest of the directions that can be sent: what rounds up to a whole turn is north. */
const sendable = (deg: number): number => ((Math.round((deg * 65_536) / 360) % 65_536) * 360) / 65_536

/** A track of a primary radar that is no longer tentative, and its end (I048/170). */
const CONFIRMED = { CNF: 0, RAD: 1, DOU: 0, MAH: 0, CDM: 0 }
const ENDED = { TRE: 1, GHO: 0, SUP: 0, TCC: 0 }

/** Category 034: the beam passes north. */
function northMessage(radar: CoastalRadar, t: Timestamp): Message {
  const { position, antenna: { height, rotation } } = radar
  return {
    cat: 34,
    items: {
      'I034/000': 1,
      'I034/010': source(radar),
      'I034/030': timeOfDay(t),
      'I034/041': rotation / 1000,
      'I034/120': { HGT: height, LAT: position.lat, LON: position.lon },
    },
  }
}

/** Category 034: the beam enters a sector. */
const sectorMessage = (radar: CoastalRadar, sector: number, t: Timestamp): Message => ({
  cat: 34,
  items: {
    'I034/000': 2, 'I034/010': source(radar), 'I034/020': (sector * 360) / SECTORS, 'I034/030': timeOfDay(t),
  },
})

/** Category 048. Every one of them says that its target is simulated. */
function plotMessage(radar: CoastalRadar, { t, slantRange, azimuthDeg, strength, track }: TrackedEcho): Message {
  const power = Math.max(-128, Math.min(127, Math.round(NOISE + strength)))
  return {
    cat: 48,
    items: {
      'I048/010': source(radar),
      'I048/140': timeOfDay(t),
      'I048/020': { TYP: track?.isCoasted ? 0 : 1, SIM: 1, RDP: 0, SPI: 0, RAB: 0 },
      'I048/040': { RHO: slantRange / NAUTICAL_MILE, THETA: sendable(azimuthDeg) },
      ...(track?.isCoasted ? {} : { 'I048/130': { PAM: power } }),
      ...(track && {
        'I048/161': { TRN: track.number },
        'I048/200': { GSP: track.speed / NAUTICAL_MILE, HDG: sendable(track.courseDeg) },
        'I048/170': { ...CONFIRMED, ...(track.hasEnded && ENDED) },
      }),
    },
  }
}
