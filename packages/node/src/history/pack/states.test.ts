import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StateRecord } from '../../pipeline/record/records.ts'
import { DamagedPack } from './coder.ts'
import { lastStateKnown, packStates, unpackStates } from './states.ts'

const HOUR = Date.UTC(2026, 10, 24, 2)

const state: StateRecord = {
  serial: 1042,
  simulated: false,
  knownAt: HOUR + 1250,
  time: HOUR,
  isRevision: false,
  lat: 13.0821234,
  lon: -61.2009876,
  sigmaEast: 12.3,
  sigmaNorth: 9.8,
  correlation: -0.25,
  speed: 6.17,
  courseDeg: 271.45,
  headingDeg: 270.3,
  altitude: undefined,
  means: 1,
  flags: 5,
  existence: 253 / 254,
  dark: undefined,
  suspect: 3 / 254,
}

/** One every ten seconds, going east. */
const voyage = (count: number): readonly StateRecord[] =>
  Array.from({ length: count }, (_, n) => ({
    ...state, knownAt: HOUR + n * 10_000 + 1250, time: HOUR + n * 10_000, lon: (-612_009_876 + n * 5667) / 1e7,
  }))

const steps = (steps: number, most: number) => fc.integer({ min: -most, max: most }).map((n) => n / steps)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const circle = (steps: number) => fc.integer({ min: 0, max: 360 * steps - 1 }).map((n) => n / steps)
const share = fc.integer({ min: 0, max: 254 }).map((n) => n / 254)
const time = fc.oneof(
  fc.integer({ min: 0, max: 3_600_000 }).map((ms) => HOUR + ms),
  fc.integer({ min: 0, max: 460_800 }).map((n) => HOUR + n * 7.8125),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((ms) => !Object.is(ms, -0)),
)

const anyState: fc.Arbitrary<StateRecord> = fc.record({
  serial: fc.nat(),
  simulated: fc.boolean(),
  knownAt: time,
  time,
  isRevision: fc.boolean(),
  lat: steps(1e7, 900_000_000),
  lon: steps(1e7, 1_800_000_000),
  sigmaEast: steps(10, 1e7),
  sigmaNorth: steps(10, 1e7),
  correlation: steps(100, 100),
  speed: maybe(steps(100, 100_000)),
  courseDeg: maybe(circle(100)),
  headingDeg: maybe(circle(10)),
  altitude: maybe(steps(1, 50_000)),
  means: fc.nat(8),
  flags: fc.nat(0xffff),
  existence: share,
  dark: maybe(share),
  suspect: maybe(share),
}).map((each) => ({ ...each, lat: each.lat + 0, lon: each.lon + 0, sigmaEast: each.sigmaEast + 0 }))

describe('a pack of states', () => {
  it('gives any states back in their order, exact at the resolution of the picture', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 300 }), (states) => {
        expect(unpackStates(packStates(states))).toEqual(states)
      }),
    )
  })

  it('brings what lies between two steps to the nearer one, and once there keeps it', () => {
    const [rounded] = unpackStates(packStates([{ ...state, lat: 13.08212344, speed: 6.174, courseDeg: 359.997 }]))
    expect(rounded).toEqual({ ...state, courseDeg: 0 })
    expect(unpackStates(packStates([rounded!]))).toEqual([rounded])
  })

  it('may be empty', () => {
    expect(unpackStates(packStates([]))).toEqual([])
  })

  it('tells what was known by a time', () => {
    const states = voyage(360)
    const known = unpackStates(packStates(states), { knownUntil: HOUR + 600_000 })
    expect(known).toEqual(states.filter(({ knownAt }) => knownAt <= HOUR + 600_000))
  })

  it('tells what was true in a time, both ends included', () => {
    const states = voyage(360)
    const [from, until] = [HOUR + 1_300_000, HOUR + 1_500_000]
    const found = unpackStates(packStates(states), { from, until })
    expect(found.at(0)?.time).toBe(from)
    expect(found.at(-1)?.time).toBe(until)
    expect(found).toHaveLength(21)
  })

  it('is windowed alike by its headers and by its states, whatever the states', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 300 }), time, time, time, (states, knownUntil, from, until) => {
        const wanted = states.filter((each) => each.knownAt <= knownUntil && each.time >= from && each.time <= until)
        expect(unpackStates(packStates(states), { knownUntil, from, until })).toEqual(wanted)
      }),
    )
  })

  it('takes 8 bytes for a state of a ship that reports every ten seconds', () => {
    expect(packStates(voyage(360)).length / 360).toBeLessThan(8)
  })
})

describe('the last state that the picture showed by a time', () => {
  const states = voyage(360)

  it('is the last one known by then', () => {
    expect(lastStateKnown(packStates(states), HOUR + 2_005_000)).toEqual(states[200])
  })

  it('is no revision of the past', () => {
    const late = { ...state, isRevision: true, knownAt: HOUR + 2_004_000, time: HOUR + 1_000_000 }
    const revised = [...states.slice(0, 201), late, ...states.slice(201)]
    expect(lastStateKnown(packStates(revised), HOUR + 2_005_000)).toEqual(states[200])
  })

  it('is found before a block of nothing but revisions', () => {
    const revisions = Array.from({ length: 200 }, () => ({ ...state, isRevision: true, knownAt: HOUR + 5000 }))
    expect(lastStateKnown(packStates([state, ...revisions]), HOUR + 6000)).toEqual(state)
  })

  it('is none before the first', () => {
    expect(lastStateKnown(packStates(states), HOUR)).toBeUndefined()
  })
})

describe('a pack of states that is damaged', () => {
  const bytes = packStates(voyage(200))

  it('gives states, or is refused by name, and nothing else, whatever bytes changed', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const damaged = bytes.slice()
        for (const [at, value] of changes) damaged[at] = value
        expect(statesOrRefusal(damaged)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is refused when it was cut inside a block', () => {
    const whole = [1, packStates(voyage(128)).length]
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length)
      if (whole.includes(length)) expect(unpackStates(cut)).toEqual(voyage(length === 1 ? 0 : 128))
      else expect(() => unpackStates(cut)).toThrow(DamagedPack)
    }
  })

  it('is refused when it is noise or nothing', () => {
    expect(() => unpackStates(new Uint8Array(0))).toThrow(DamagedPack)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      expect(statesOrRefusal(noise)).toBe(true)
      expect(statesOrRefusal(Uint8Array.of(0x21, ...noise))).toBe(true)
    }))
  })
})

function statesOrRefusal(bytes: Uint8Array): boolean {
  try {
    return Array.isArray(unpackStates(bytes)) && lastStateKnown(bytes, HOUR + 500_000)?.serial !== null
  } catch (error) {
    return error instanceof DamagedPack
  }
}

describe('packs of states on disk', () => {
  const TINY =
    '2103470020de80b4207a4228032600a41000b80202c0f886c896880d80e209240280c084c896880d80e2092400e4b1e17c02a79ed4c704' +
    'a32c2400f60100c401003100d2090092a803009e2a0002000a00fa030006'

  it('are read for years: these bytes of a tiny one stay what they are', () => {
    expect(Buffer.from(packStates(voyage(3))).toString('hex')).toBe(TINY)
    expect(unpackStates(Buffer.from(TINY, 'hex'))).toEqual(voyage(3))
  })
})
