import { describe, expect, it } from 'vitest'
import { askDump1090 } from '../../oracles/dump1090.ts'
import { peerProgram, sharedFile } from '../../oracles/oracles.ts'
import { sealParity } from './crc.ts'
import { decodeModeS } from './decode.ts'
import { metresBetween } from './distance.ts'
import { encodeModeS } from './encode.ts'
import { bytesOf, DELFT, frameOf, startHearing } from './fixtures/heard.ts'
import { toAvr } from './framing.ts'
import type { ModeSMessage } from './message.ts'
import { decodeSbs, type SbsMessage } from './sbs.ts'
import { encodeAirbornePosition, encodeIdentification, encodeSurfacePosition, encodeVelocity } from './squitters.ts'

interface Recorded {
  readonly time: number
  readonly hex: string
}

const recording = sharedFile('adsb/sample_data_adsb.csv')
const heard: Recorded[] = String(recording ?? '').split('\n').filter((line) => line !== '').map((line) => {
  const [seconds, hex] = line.replaceAll('"', '').split(',')
  return { time: Number(seconds) * 1000, hex: hex! }
})
const dump1090 = peerProgram('dump1090-mutability', 'dump1090-mutability')
const isMessage = (decoded: ReturnType<typeof decodeModeS>): ModeSMessage =>
  (decoded.ok ? decoded.value : expect.fail(decoded.problem))

describe.runIf(recording)('twelve minutes of one flight', () => {
  it('decode without a failure, 2,000 frames', () => {
    const hearing = startHearing({})
    for (const { time, hex } of heard) hearing.hear(`*${hex};\n`, time)
    expect(hearing.reader.counts()).toMatchObject({ received: 2000,
      problems: { checksum: 0, value: 0, unsupported: 0 } })
    expect(hearing.problems).toEqual([])
    expect(new Set([...hearing.plots, ...hearing.statements].map(({ claim }) =>
      claim?.icaoAddress))).toEqual(new Set([0x406b90]))
    expect(new Set(hearing.statements.flatMap(({ claim }) => claim.callSign ?? []))).toEqual(new Set(['EZY85MH']))
  })

  it('make one plausible track: each fix is where the last one and its velocity lead to', () => {
    const { plots, hear } = startHearing({})
    for (const { time, hex } of heard) hear(`*${hex};\n`, time)
    expect(plots.length).toBeGreaterThan(850)
    plots.slice(1).forEach((plot, index) => {
      const before = plots[index]!
      const seconds = (plot.time - before.time) / 1000
      // The times of the recording are whole seconds: each of the two is wrong by up to one.
      expect(metresBetween(before.position, plot.position)).toBeLessThan((seconds + 2) * 260)
      expect(plot.speed ?? 250).toBeGreaterThan(240)
      expect(plot.altitude).toBeCloseTo(36_000 * 0.3048, -2)
    })
    const [first, last] = [plots[0]!, plots.at(-1)!]
    expect(metresBetween(first.position, last.position) / ((last.time - first.time) / 1000)).toBeCloseTo(251, -1)
  })
})

const linesOf = async (frames: readonly Uint8Array[]): Promise<SbsMessage[]> => {
  const lines = await askDump1090(dump1090!, DELFT, frames.map((frame) => toAvr(frame).trimEnd()))
  return lines.map((line) => {
    const decoded = decodeSbs(bytesOf(line))
    return decoded.ok ? decoded.value : expect.fail(line)
  })
}

/** It rounds to whole degrees by adding a half and cutting off, which for courses to the west goes the wrong way. */
const westward = (track: number): number => (Math.trunc((track > 180 ? track - 360 : track) + 0.5) + 360) % 360

/**
 * * dump1090 dates what it gets by its own clock, and takes no frame for later than another. So that nothing seems to
 * jump, the flight is cut into pieces of three seconds, each under an address of its own.
 */
function cutIntoFlights(): Uint8Array[] {
  return heard.map(({ time, hex }) => {
    const frame = frameOf(hex)
    const address = 0x500000 + Math.floor((time - heard[0]!.time) / 3000)
    frame.set([address >> 16, (address >> 8) & 255, address & 255], 1)
    return sealParity(frame)
  })
}

describe.runIf(recording && dump1090)('dump1090, given the same flight', () => {
  it('agrees on every identity, altitude, speed, course and climb, and on every place that both find', async () => {
    const frames = cutIntoFlights()
    const lines = await linesOf(frames)
    expect(lines).toHaveLength(2000)
    const { plots, hear } = startHearing({ position: DELFT }, { heardBefore: () => false })
    const differences: string[] = []
    const firsts = new Set<number>()
    const places = { both: 0, ours: 0, theirs: 0 }
    frames.forEach((frame, index) => {
      const theirs = lines[index]!
      const message = isMessage(decodeModeS(frame))
      const isFirst = !firsts.has(message.icao)
      firsts.add(message.icao)
      const count = plots.length
      hear(frame, 0)
      const place = plots.length > count ? plots.at(-1)!.position : undefined
      const differ = (what: string, ours: unknown, other: unknown) =>
        void differences.push(`${index} ${what}: ${String(ours)} for ${String(other)}`)
      if (message.icao !== theirs.icao) differ('address', message.icao, theirs.icao)
      if ('callsign' in message && message.callsign !== theirs.callsign) differ('call sign', message.callsign,
        theirs.callsign)
      if ('altitude' in message && message.altitude !== theirs.altitude) differ('altitude', message.altitude,
        theirs.altitude)
      if ('groundspeed' in message && 'vertical_rate' in message) {
        // It cuts off what is behind the point.
        if (Math.floor(message.groundspeed!) !== theirs.groundspeed) differ('speed', message.groundspeed,
          theirs.groundspeed)
        if (westward(message.track!) !== theirs.track) differ('course', message.track, theirs.track)
        if (message.vertical_rate !== theirs.vertical_rate) differ('climb', message.vertical_rate, theirs.vertical_rate)
      }
      if (place && theirs.latitude !== undefined) {
        places.both++
        const apart = Math.max(Math.abs(place.lat - theirs.latitude), Math.abs(place.lon - theirs.longitude!))
        if (apart > 6e-6) differ('place', `${place.lat} ${place.lon}`, `${theirs.latitude} ${theirs.longitude}`)
      } else if (theirs.latitude !== undefined) places.theirs++
      // It does not tell where the very first message of an aircraft puts it.
      else if (place && !isFirst) places.ours++
    })
    expect(differences).toEqual([])
    expect(places.both).toBeGreaterThan(600)
    expect([places.ours, places.theirs]).toEqual([0, 0])
  }, 30_000)
})

describe.runIf(dump1090)('dump1090, given what our encoder writes', () => {
  /** A frame, and what its line says of it. dump1090 speaks of no aircraft before it has heard it twice. */
  const cases: [string, Uint8Array | readonly Uint8Array[], Partial<SbsMessage>][] = [
    ['a call sign', encodeIdentification({ icao: 1, callSign: 'SVD712' }), { callsign: 'SVD712' }],
    ['a velocity', encodeVelocity({ icao: 2, speedKn: 240, courseDeg: 90, climbFpm: -640 }),
    { groundspeed: 240, track: 90, vertical_rate: -640 }],
    ['a supersonic velocity', encodeVelocity({ icao: 3, speedKn: 1400, courseDeg: 180 }),
    { groundspeed: 1400, track: 180 }],
    ['an altitude', encodeAirbornePosition({ icao: 4, lat: 52, lon: 4, isOdd: false, altitudeFt: 8025 }),
    { altitude: 8025, latitude: 52, longitude: 4 }],
    ['a place on the ground', [false, true].map((isOdd) =>
    encodeSurfacePosition({ icao: 5, lat: 52.3, lon: 4.75, isOdd, speedKn: 12, courseDeg: 90 })),
    { latitude: 52.3, longitude: 4.75, groundspeed: 12, track: 90, on_ground: true }],
    ['a place in the southern west, by both halves', [false,
    true].map((isOdd) => encodeAirbornePosition({ icao: 6, lat: 51.5, lon: 2.5, isOdd })),
    { latitude: 51.5, longitude: 2.5 }],
    ['an altitude that answers a radar', [7, 7].flatMap((icao) => [
      encodeModeS({ df: 11, icao, capability: 5, interrogator: 0 }),
      encodeModeS({ df: 4, icao, flight_status: 0, altitude: 12_025 }),
    ]), { altitude: 12_025 }],
    ['a code that answers a radar', [8, 8].flatMap((icao) => [
      encodeModeS({ df: 11, icao, capability: 5, interrogator: 0 }),
      encodeModeS({ df: 5, icao, flight_status: 2, squawk: '7600' }),
    ]), { squawk: '7600', emergency: true }],
  ]

  it('reads all of it as it was meant', async () => {
    const frames = cases.flatMap(([, sent]) => (sent instanceof Uint8Array ? [sent, sent] : [...sent, ...sent]))
    const lines = await linesOf(frames)
    cases.forEach(([what, , meant], index) => {
      const last = lines.filter(({ icao }) => icao === index + 1).at(-1)
      const close = Object.fromEntries(Object.entries(meant).map(([name, value]) =>
        [name, typeof value === 'number' ? expect.closeTo(value,
        name.length > 7 && name.endsWith('itude') && name !== 'altitude' ? 3 : -0.5) : value]))
      expect({ what, ...last }).toMatchObject({ what, ...close })
    })
  }, 30_000)
})
