import { describe, expect, it } from 'vitest'
import { createSharedMemory } from '../shared-memory.ts'
import { encodeModeS } from './encode.ts'
import { EVEN, frameOf, GROUND_SPEED, KINGSTOWN, NOON, ODD, startHearing, type Hearing } from './fixtures/heard.ts'
import { toAvr, toBeast } from './framing.ts'
import { toSbs } from './sbs.ts'
import {
  encodeAirbornePosition, encodeEmergency, encodeIdentification, encodeOperationStatus, encodeSurfacePosition,
  encodeVelocity,
} from './squitters.ts'

const icao = 0x0c8a11
const at = { icao, lat: 13.3, lon: -61.4 }
const even = encodeAirbornePosition({ ...at, isOdd: false, altitudeFt: 8000 })
const odd = encodeAirbornePosition({ ...at, isOdd: true, altitudeFt: 8025 })
const velocity = encodeVelocity({ icao, speedKn: 240, courseDeg: 190 })
const heardBy = (hearing: Hearing, ...frames: Uint8Array[]) => {
  frames.forEach((frame, index) => hearing.hear(frame, NOON + index * 500))
  return hearing
}
const sigma = ({ plots }: Hearing) => Math.sqrt(plots.at(-1)!.covariance.ee)

describe('a receiver of squitters', () => {
  it('makes a plot of the pair in the books', () => {
    const { plots } = heardBy(startHearing({}), frameOf(EVEN), frameOf(ODD))
    expect(plots).toMatchObject([{ sensorId: 'roof', simulated: false, time: NOON + 500,
      claim: { icaoAddress: 0x40621d, station: 'aircraft' } }])
    expect(plots[0]!.position).toEqual({ lat: expect.closeTo(52.26578, 5), lon: expect.closeTo(3.93891, 5) })
    expect(plots[0]!.altitude).toBeCloseTo(38_000 * 0.3048)
  })

  it('gives a position the velocity that was heard within ten seconds before it', () => {
    const hearing = heardBy(startHearing(), velocity, even)
    expect(hearing.plots[0]).toMatchObject({ speed: expect.closeTo(123.5, 0), courseDeg: expect.closeTo(190, 0) })
    hearing.hear(odd, NOON + 12_000)
    expect(hearing.plots[1]).not.toHaveProperty('speed')
  })

  it('gives it the error that the aircraft states', () => {
    expect(sigma(heardBy(startHearing(), even))).toBeCloseTo(92.6 / 2.4477, 1)
    expect(sigma(heardBy(startHearing(), encodeOperationStatus({ icao, nacP: 10 }), even))).toBeCloseTo(10 / 2.4477, 1)
    expect(sigma(heardBy(startHearing(), encodeOperationStatus({ icao, nacP: 0 }), even))).toBeCloseTo(18_520 / 2.4477,
      0)
  })

  it('follows what moves on the ground, without an altitude', () => {
    const ground = { ...at, lat: 13.15, lon: -61.15, speedKn: 12, courseDeg: 90 }
    const { plots } = heardBy(startHearing(), encodeSurfacePosition({ ...ground, isOdd: false }),
      encodeSurfacePosition({ ...ground, isOdd: true }))
    expect(plots).toHaveLength(2)
    expect(plots[1]).toMatchObject({ position: { lat: expect.closeTo(13.15, 4), lon: expect.closeTo(-61.15, 4) },
      speed: expect.closeTo(6.17, 2), courseDeg: 90 })
    expect(plots[1]).not.toHaveProperty('altitude')
  })

  it('states who is out there, and in what trouble', () => {
    const { statements } = heardBy(startHearing(), encodeIdentification({ icao, callSign: 'SVD712' }),
      encodeEmergency({ icao, squawk: '7700', state: 2 }), velocity)
    expect(statements.map(({ claim }) => claim)).toEqual([
      { icaoAddress: icao, station: 'aircraft', callSign: 'SVD712' },
      { icaoAddress: icao, station: 'aircraft', squawk: '7700', emergency: 'medical' },
      { icaoAddress: icao, station: 'aircraft' },
    ])
  })

  it('takes no letters for a call sign that are none, nor zeros for a code', () => {
    const { statements } = heardBy(startHearing(), encodeIdentification({ icao, callSign: '########' }),
      encodeEmergency({ icao, squawk: '0000', state: 0 }))
    for (const { claim } of statements) expect(claim).toEqual({ icaoAddress: icao, station: 'aircraft' })
  })

  it('believes a reply to a radar when it has heard the address lately', () => {
    const reply = encodeModeS({ df: 5, icao, flight_status: 2, squawk: '7600' })
    const hearing = startHearing()
    hearing.hear(reply, NOON)
    hearing.hear(velocity, NOON + 1000)
    hearing.hear(encodeModeS({ df: 4, icao, flight_status: 0, altitude: 900 }), NOON + 2000)
    hearing.hear(reply, NOON + 20_000)
    hearing.hear(reply, NOON + 90_000)
    expect(hearing.problems).toEqual(['checksum', 'checksum'])
    expect(hearing.statements.map(({ claim }) => claim.squawk)).toEqual([undefined, undefined, '7600'])
    expect(hearing.statements[2]!.claim.emergency).toBe('no-communications')
  })

  it('follows what a ground station numbers by that number, and takes it for no address', () => {
    const tisb = (isOdd: boolean) => encodeModeS({
      df: 18, icao, control: 5, bds: '0,5', typecode: 13, surveillance_status: 0, nic_b: false,
      cpr_format: isOdd ? 'odd' : 'even', cpr_lat: 0.25, cpr_lon: 0.5,
    })
    const { plots, statements } = heardBy(startHearing({}),
      encodeModeS({ df: 18, icao, control: 5, bds: '0,8', typecode: 4, category: 'A1', callsign: 'N1' }), tisb(false),
      tisb(true))
    expect(statements).toEqual([])
    for (const plot of plots) expect([plot.sensorTrack, plot.claim]).toEqual(['~0C8A11', { station: 'aircraft' }])
  })

  it('counts a transmission that another receiver heard too once, and still follows its aircraft', () => {
    const shared = createSharedMemory()
    const [north, south] = [startHearing({}, shared), startHearing({}, shared)]
    for (const hearing of [north, south]) heardBy(hearing, even, odd)
    expect([north.plots.length, south.plots.length]).toEqual([1, 0])
    expect(south.reader.counts()).toMatchObject({ received: 2, decoded: 0, duplicates: 2 })
    south.hear(encodeAirbornePosition({ ...at, lat: 13.301, isOdd: false }), NOON + 2000)
    expect(south.plots).toHaveLength(1)
  })

  it('keeps an exercise apart from what was heard', () => {
    const shared = createSharedMemory()
    const [live, exercise] = [startHearing({ position: KINGSTOWN }, shared),
      startHearing({ position: KINGSTOWN, simulated: true }, shared)]
    heardBy(live, even)
    heardBy(exercise, even)
    expect([live.plots[0]?.simulated, exercise.plots[0]?.simulated]).toEqual([false, true])
  })

  it('dates frames by the clock of the receiver', () => {
    const { plots, sink, reader } = startHearing()
    const stream = [toBeast(velocity, 12_000_000), toBeast(even, 18_000_000), toBeast(odd, 24_000_000)]
    reader.read(stream[0]!, NOON, sink)
    reader.read(Uint8Array.from([...stream[1]!, ...stream[2]!]), NOON + 2000, sink)
    expect(plots.map(({ time }) => Math.round((time - NOON) / 10))).toEqual([50, 100])
  })

  it('counts the codes and altitudes of nobody, and the settings of the receiver', () => {
    const { reader, sink, problems } = startHearing()
    reader.read(Uint8Array.from([...toBeast(Uint8Array.of(0x77, 0)), 0x1a, 0x34, ...new Uint8Array(21)]), NOON, sink)
    expect(problems).toEqual(['unsupported'])
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 1 })
  })

  it('shows what it could not read', () => {
    const hearing = startHearing()
    hearing.hear('*8D4;\n*8D4840D6202CC371C32CE0576099;\nMSG,9\nrubbish\n')
    expect(hearing.problems).toEqual(['framing', 'checksum', 'length', 'framing'])
    expect(hearing.reader.counts()).toMatchObject({ received: 4, decoded: 0,
      problems: { framing: 2, checksum: 1, length: 1 } })
  })

  it('says nothing of an aircraft twice when the frame is heard twice', () => {
    const { statements } = heardBy(startHearing(), frameOf(GROUND_SPEED), frameOf(GROUND_SPEED))
    expect(statements).toHaveLength(1)
  })
})

describe('a receiver that writes lines', () => {
  const msg = { type: 'MSG', icao, generated: NOON - 4 * 3_600_000 - 250 }

  it('says where an aircraft is, by the time of the line whatever its zone', () => {
    const hearing = startHearing()
    hearing.hear(toSbs({ ...msg, transmission: 4, groundspeed: 240, track: -90 }) + toSbs({ ...msg, transmission: 3,
      altitude: 8000, latitude: 13.3, longitude: -61.4 }))
    expect(hearing.plots).toMatchObject([{
      time: NOON - 250, position: { lat: 13.3, lon: -61.4 }, speed: expect.closeTo(123.5, 0), courseDeg: 270,
      altitude: expect.closeTo(2438.4), claim: { icaoAddress: icao, station: 'aircraft' },
    }])
    expect(hearing.statements).toHaveLength(1)
  })

  it('says who it is, and in what trouble', () => {
    const hearing = startHearing()
    hearing.hear(toSbs({ ...msg, transmission: 1, callsign: 'SVD712' }) + toSbs({ ...msg, transmission: 6,
      squawk: '1234', emergency: true }) + toSbs({ ...msg, transmission: 6, squawk: '7500', emergency: true }))
    expect(hearing.statements.map(({ claim }) => claim)).toEqual([
      { icaoAddress: icao, callSign: 'SVD712' }, { icaoAddress: icao, squawk: '1234', emergency: 'general' },
      { icaoAddress: icao, squawk: '7500', emergency: 'unlawful-interference' },
    ])
  })

  it('says nothing of anybody in its notes of the clock, nor of an address that nobody has', () => {
    const hearing = startHearing()
    hearing.hear('CLK,,1,-1,,-1,2026/01/03,12:00:00.000,2026/01/03,12:00:00.000\r\n')
    hearing.hear(toSbs({ ...msg, icao: 0, transmission: 8 }))
    expect([hearing.plots, hearing.statements]).toEqual([[], []])
    expect(hearing.reader.counts()).toMatchObject({ received: 2, decoded: 2 })
  })

  it('numbers what has no address, and gives a plot of it no identity', () => {
    const hearing = startHearing()
    hearing.hear(toSbs({ ...msg, address_is_other: true, transmission: 3, latitude: 13.3, longitude: -61.4 }))
    expect(hearing.plots).toMatchObject([{ sensorTrack: '~0C8A11', claim: { station: 'aircraft' } }])
  })
})

describe('a receiver that writes documents', () => {
  const document = (seconds: number, seenPosition: number, seen = 0, more = {}) =>
    JSON.stringify({ now: NOON / 1000 + seconds,
      aircraft: [{ hex: '0c8a11', lat: 13.3, lon: -61.4, seen_pos: seenPosition, seen, ...more }] })

  it('says each position once, when it was heard', () => {
    const hearing = startHearing()
    for (const [seconds, age, seen] of [[0, 0.3, 0.3], [1, 1.3, 1.3],
      [2, 0.5, 0.5]] as const) hearing.hear(document(seconds, age, seen), NOON + seconds * 1000)
    expect(hearing.plots.map(({ time }) => time - NOON)).toEqual([-300, 1500])
    expect(hearing.reader.counts()).toMatchObject({ received: 3, decoded: 2, duplicates: 1 })
  })

  it('states what is heard of an aircraft whose position is not renewed', () => {
    const hearing = startHearing()
    hearing.hear(document(0, 0, 0), NOON)
    hearing.hear(document(5, 5, 0.2, { flight: 'SVD712' }), NOON + 5000)
    expect(hearing.plots).toHaveLength(1)
    expect(hearing.statements).toMatchObject([{ time: NOON + 4800, claim: { callSign: 'SVD712' } }])
  })

  it('is dated by its receipt when its clock is wrong', () => {
    const hearing = startHearing()
    hearing.hear(document(-86_400, 0.5), NOON)
    expect(hearing.plots).toMatchObject([{ time: NOON - 500 }])
  })

  it('is not read further than there can be aircraft', () => {
    const hearing = startHearing()
    hearing.hear(`{"now":1,"aircraft":[${'{},'.repeat(30_000)}{}]}`)
    expect(hearing.reader.counts()).toMatchObject({ received: 20_001, problems: { value: 20_000, overflow: 1 } })
  })

  it('counts an aircraft without an address, and a document that is none', () => {
    const hearing = startHearing()
    hearing.hear(`{"now":1,"aircraft":[{}]}{"now":1,"aircraft":[x]}`)
    expect(hearing.problems).toEqual(['value', 'value'])
  })
})

describe('a stream', () => {
  it('is read alike however it is cut', () => {
    const frames = [velocity, even, odd, encodeIdentification({ icao, callSign: 'SVD712' })]
    const bytes = Uint8Array.from([...frames.flatMap((frame) => [...toBeast(frame, 5)]),
      ...frames.flatMap((frame) => Array.from(toAvr(frame), (letter) => letter.charCodeAt(0)))])
    const whole = startHearing()
    whole.reader.read(bytes, NOON, whole.sink)
    const cut = startHearing()
    for (const byte of bytes) cut.reader.read(Uint8Array.of(byte), NOON, cut.sink)
    expect([cut.plots, cut.statements, cut.reader.counts()]).toEqual([whole.plots, whole.statements,
      whole.reader.counts()])
    expect(whole.plots).toHaveLength(2)
    expect(whole.reader.counts()).toMatchObject({ received: 8, decoded: 4, duplicates: 4 })
  })

  it('settles the rest when it ends', () => {
    const { reader, sink, problems } = startHearing()
    reader.read(toBeast(even).subarray(0, 9), NOON, sink)
    reader.tick(NOON + 60_000, sink)
    expect(problems).toEqual([])
    reader.end(NOON, sink)
    expect(problems).toEqual(['length'])
  })
})
