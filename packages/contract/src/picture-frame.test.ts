import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELTA, SNAPSHOT, decodeFrame, encodeFrame, type Contact, type PictureFrame } from './picture-frame.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const counted = (max: number, scale: number) => fc.integer({ min: 0, max }).map((n) => n / scale)

const contact: fc.Arbitrary<Contact> = fc.record({
  serial: fc.nat(),
  flags: fc.nat(15),
  means: fc.nat(8),
  station: fc.nat(9),
  navigationStatus: maybe(fc.nat(15)),
  shipType: maybe(fc.nat(254)),
  sensors: fc.nat(255),
  mmsi: maybe(fc.nat(999_999_999)),
  lat: fc.integer({ min: -9e8, max: 9e8 }).map((n) => n / 1e7),
  lon: fc.integer({ min: -18e8, max: 18e8 }).map((n) => n / 1e7),
  speed: maybe(counted(65_000, 100)),
  courseDeg: maybe(counted(35_999, 100)),
  headingDeg: maybe(counted(3_599, 10)),
  sigma: counted(65_000, 10),
  time: fc.integer({ min: 0, max: 4e12 }),
  dark: maybe(counted(254, 254)),
  suspect: maybe(counted(254, 254)),
  name: maybe(fc.string({ unit: 'grapheme', maxLength: 40 })),
})

const frame: fc.Arbitrary<PictureFrame> = fc.record({
  kind: fc.constantFrom(SNAPSHOT, DELTA),
  epoch: fc.nat(),
  revision: fc.nat(),
  nodeTime: fc.integer({ min: 0, max: 4e12 }),
  tracksTotal: fc.nat(),
  tracksInView: fc.nat(),
  contacts: fc.array(contact, { maxLength: 30 }),
  removed: fc.array(fc.nat(), { maxLength: 30 }),
})

describe('a picture frame', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(frame, (sent) => {
        expect(decodeFrame(encodeFrame(sent))).toEqual(sent)
      }),
    )
  })

  it('is refused when it is cut anywhere', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (sent, cut) => {
        const bytes = encodeFrame(sent)
        expect(decodeFrame(bytes.subarray(0, cut % bytes.length))).toBeUndefined()
      }),
    )
  })

  it('is refused when it is of another version', () => {
    const bytes = encodeFrame({ kind: DELTA, epoch: 1, revision: 1, nodeTime: 1, tracksTotal: 0, tracksInView: 0, contacts: [], removed: [] })
    bytes[2] = 9
    expect(decodeFrame(bytes)).toBeUndefined()
  })
})
