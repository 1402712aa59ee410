import { describe, expect, it } from 'vitest'
import { KINGSTOWN, NOON, NOON_SECONDS, plotsOf } from './fixtures/heard.ts'

const METRES_A_DEGREE = 110_600

describe('a secondary radar', () => {
  const seen = { TYP: 5, SIM: 0, RDP: 0, SPI: 0, RAB: 0 }
  const items = {
    'I048/020': seen, 'I048/040': { RHO: 20, THETA: 0 }, 'I048/090': { V: 0, G: 0, FL: 330 },
    'I048/200': { GSP: 0.125, HDG: 270 }, 'I048/240': 'BWA426  ',
  }
  const rangeOf = (changed: object): number | undefined => {
    const [plot] = plotsOf(48, { ...items, ...changed })
    return plot && (plot.position.lat - 13.1) * METRES_A_DEGREE
  }

  it('tells the speed, the course and the call sign that the aircraft transmits', () => {
    const [plot] = plotsOf(48, items)
    expect(plot).toMatchObject({ speed: 231.5, courseDeg: 270, claim: { callSign: 'BWA426' }, time: NOON })
  })

  it('tells the range over the ground and the bearing that it measured, from where it stands', () => {
    const { polar } = plotsOf(48, { ...items, 'I048/040': { RHO: 20, THETA: 315 } })[0]!
    expect(polar).toMatchObject({ from: KINGSTOWN, bearingDeg: 315, bearingSigmaDeg: 0.18 })
    expect(polar!.range / Math.sqrt(37_040 ** 2 - 10_058 ** 2)).toBeCloseTo(1, 2)
    expect(polar!.rangeSigma).toBeGreaterThan(80)
  })

  it('tells the address and the code that the aircraft transmits, its altitude and the number of its track', () => {
    const [plot] = plotsOf(48, {
      ...items, 'I048/220': '4840D6', 'I048/070': { V: 0, G: 0, L: 0, MODE3A: '7604' }, 'I048/161': { TRN: 1234 },
    })
    expect(plot).toMatchObject({
      claim: { icaoAddress: 0x4840d6, squawk: '7604', station: 'aircraft' }, altitude: 33_000 * 0.3048, sensorTrack: '1234',
    })
  })

  it.each(['V', 'G', 'L'])('claims no code that the radar doubts or remembers: %s', (bit) => {
    const [plot] = plotsOf(48, { ...items, 'I048/070': { V: 0, G: 0, L: 0, [bit]: 1, MODE3A: '7604' } })
    expect(plot!.claim).toEqual({ callSign: 'BWA426' })
  })

  it.each(['000000', 'FFFFFF'])('claims no address that is none: %s', (address) => {
    expect(plotsOf(48, { ...items, 'I048/220': address })[0]!.claim).toEqual({ callSign: 'BWA426' })
  })

  it('takes the height into account', () => {
    expect(rangeOf({})! / Math.sqrt(37_040 ** 2 - 10_058 ** 2)).toBeCloseTo(1, 2)
    expect(rangeOf({ 'I048/110': { '3DH': 33_000 }, 'I048/090': undefined })! / rangeOf({})!).toBeCloseTo(1, 3)
  })

  it('is less sure along the beam when the height is garbled or not there', () => {
    const [sure] = plotsOf(48, items)
    const [unsure] = plotsOf(48, { ...items, 'I048/090': { V: 0, G: 1, FL: 330 } })
    expect(unsure!.covariance.nn).toBeGreaterThan(20 * sure!.covariance.nn)
  })

  it.each([
    ['nothing, and reports where it would be', { 'I048/020': { ...seen, TYP: 0 } }],
    ['a field monitor', { 'I048/020': { ...seen, RAB: 1 } }],
    ['a test target', { 'I048/020': { ...seen, TST: 1, ERR: 0, XPP: 0, ME: 0, MI: 0, FOEFRI: 0 } }],
    ['the end of a track', { 'I048/170': { CNF: 0, RAD: 2, DOU: 0, MAH: 0, CDM: 0, TRE: 1, GHO: 0, SUP: 0, TCC: 0 } }],
    ['something without saying where', { 'I048/040': undefined }],
    ['an aircraft nearer than it is high', { 'I048/040': { RHO: 5, THETA: 0 } }],
  ])('makes no plot of %s', (_, changed) => {
    expect(rangeOf(changed)).toBeUndefined()
  })

  it.each(['        ', '00000000', '@@@@@@  ', 'A_B     '])('claims no call sign that is none: %j', (callSign) => {
    expect(plotsOf(48, { ...items, 'I048/240': callSign })[0]).not.toHaveProperty('claim')
  })
})

describe('an old radar', () => {
  const items = {
    'I001/020': { TYP: 0, SIM: 0, SSRPSR: 1, ANT: 0, SPI: 0, RAB: 0 }, 'I001/040': { RHO: 10, THETA: 180 },
    'I001/141': ((NOON - 4000) / 1000) % 512,
  }

  it('makes a plot, dated by what it says of the time', () => {
    const [plot] = plotsOf(1, items)
    expect(plot).toMatchObject({ time: NOON - 4000 })
    expect((13.1 - plot!.position.lat) * METRES_A_DEGREE).toBeCloseTo(18_520, -2)
    expect(plot!.polar).toMatchObject({ from: KINGSTOWN, bearingDeg: 180, bearingSigmaDeg: 0.36 })
    expect(plot!.polar!.range).toBeCloseTo(18_520, 0)
  })

  it('makes one of a track too, with its height and its movement', () => {
    const track = {
      ...items, 'I001/020': { ...items['I001/020'], TYP: 1, SSRPSR: 2 }, 'I001/090': { V: 0, G: 0, HGT: 100 }, 'I001/200': { GSP: 0.0625, HDG: 45 },
    }
    expect(plotsOf(1, track)).toMatchObject([{ speed: 115.75, courseDeg: 45 }])
  })

  it('makes none of no detection', () => {
    expect(plotsOf(1, { ...items, 'I001/020': { ...items['I001/020'], SSRPSR: 0 } })).toEqual([])
  })
})

describe('a centre that sends system tracks', () => {
  const items = {
    'I062/105': { LAT: 14.0625, LON: -60.46875 }, 'I062/070': NOON_SECONDS - 1, 'I062/185': { VX: -100, VY: 0 },
  }

  it('makes a plot with the accuracy that it states, in metres or in degrees', () => {
    expect(plotsOf(62, { ...items, 'I062/040': 4321, 'I062/136': 100 })[0]).toMatchObject({ sensorTrack: '4321', altitude: 3048 })
    const [plot] = plotsOf(62, { ...items, 'I062/500': { APC: { X: 50, Y: 40 }, COV: -20 } })
    expect(plot).toMatchObject({
      position: { lat: 14.0625, lon: -60.46875 }, covariance: { ee: 2500, en: -400, nn: 1600 }, speed: 100, courseDeg: 270, time: NOON - 1000,
    })
    const [other] = plotsOf(62, { ...items, 'I062/500': { APW: { LAT: 180 / 2 ** 15, LON: 180 / 2 ** 15 } } })
    expect(Math.sqrt(other!.covariance.nn)).toBeCloseTo(611, 0)
    expect(Math.sqrt(other!.covariance.ee)).toBeCloseTo(593, 0)
  })

  it('has a covariance that is possible, even where the one that it states is not', () => {
    const [plot] = plotsOf(62, { ...items, 'I062/500': { APC: { X: 50, Y: 40 }, COV: 1000 } })
    const { ee, en, nn } = plot!.covariance
    expect(en ** 2).toBeLessThan(ee * nn)
  })

  it('is taken for coarse when it states none', () => {
    expect(plotsOf(62, items)[0]?.covariance).toEqual({ ee: 250_000, en: 0, nn: 250_000 })
  })

  it('hands on the call sign that was transmitted, and none of a flight plan', () => {
    expect(plotsOf(62, { ...items, 'I062/245': { STI: 0, CHR: 'LIAT371 ' } })[0]?.claim).toEqual({ callSign: 'LIAT371' })
    expect(plotsOf(62, { ...items, 'I062/380': { ID: 'LIAT371 ' } })[0]?.claim).toEqual({ callSign: 'LIAT371' })
    expect(plotsOf(62, { ...items, 'I062/245': { STI: 1, CHR: 'LIAT371 ' } })[0]).not.toHaveProperty('claim')
  })

  it('makes none of a track that ended or is carried on unseen', () => {
    const status = { MON: 0, SPI: 0, MRH: 0, SRC: 0, CNF: 0, SIM: 0, TSE: 1, TSB: 0, FPC: 0, AFF: 0, STP: 0, KOS: 0 }
    const unseen = { ...status, TSE: 0, AMA: 0, MD4: 0, ME: 0, MI: 0, MD5: 0, CST: 1, PSR: 0, SSR: 0, MDS: 0, ADS: 0, SUC: 0, AAC: 0 }
    expect(plotsOf(62, { ...items, 'I062/080': status })).toEqual([])
    expect(plotsOf(62, { ...items, 'I062/080': unseen })).toEqual([])
    expect(plotsOf(62, { ...items, 'I062/080': { ...unseen, CST: 0 } })).toHaveLength(1)
  })
})

describe('an ADS-B station', () => {
  const items = { 'I021/131': { LAT: 12.65625, LON: -61.875 }, 'I021/073': NOON_SECONDS - 3 }
  const quality = (NACP: number) => ({ 'I021/090': { NUCRNACV: 0, NUCPNIC: 0, NICBARO: 0, SIL: 0, NACP } })

  it('makes a plot of a report, as accurate as the aircraft says', () => {
    const [plot] = plotsOf(21, { ...items, ...quality(8), 'I021/160': { RE: 0, GS: 0.0625, TA: 90 }, 'I021/170': 'J8VBI   ' })
    expect(plot).toMatchObject({
      time: NOON - 3000, position: { lat: 12.65625, lon: -61.875 }, speed: 115.75, courseDeg: 90, claim: { callSign: 'J8VBI' },
    })
    expect(Math.sqrt(plot!.covariance.ee) * 2.4477).toBeCloseTo(92.6, 1)
  })

  it('believes an aircraft that does not know its accuracy only to ten miles', () => {
    for (const changed of [{}, quality(0), quality(15)]) {
      expect(Math.sqrt(plotsOf(21, { ...items, ...changed })[0]!.covariance.nn) * 2.4477).toBeCloseTo(18_520, 0)
    }
  })

  it('gives no speed that is more than can be said', () => {
    const known = plotsOf(21, { ...items, 'I021/080': '0A1B2C', 'I021/145': 350, 'I021/020': 20 })[0]
    expect(known).toMatchObject({ altitude: 10_668, claim: { icaoAddress: 0x0a1b2c, station: 'vehicle' } })
    expect(plotsOf(21, { ...items, 'I021/160': { RE: 1, GS: 1.5, TA: 90 } })[0]).not.toHaveProperty('speed')
  })

  it('makes none of a test, of a field monitor, or without a position', () => {
    const descriptor = { ATP: 0, ARC: 0, RC: 0, RAB: 1 }
    expect(plotsOf(21, { ...items, 'I021/040': descriptor })).toEqual([])
    expect(plotsOf(21, { ...items, 'I021/040': { ...descriptor, RAB: 0, DCR: 0, GBS: 0, SIM: 0, TST: 1, SAA: 0, CL: 0 } })).toEqual([])
    expect(plotsOf(21, { 'I021/073': NOON_SECONDS })).toEqual([])
  })
})

describe('a surface radar', () => {
  const items = { 'I010/000': 1, 'I010/040': { RHO: 4000, TH: 0 }, 'I010/140': NOON_SECONDS }

  it('makes a plot of a range and a bearing, of an offset, or of a position', () => {
    const [polar] = plotsOf(10, items)
    const [plane] = plotsOf(10, { 'I010/000': 1, 'I010/042': { X: 0, Y: 4000 } })
    const [stated] = plotsOf(10, { ...items, 'I010/041': { LAT: 11.25, LON: -61.875 } })
    expect((polar!.position.lat - 13.1) * METRES_A_DEGREE).toBeCloseTo(4000, -2)
    expect(plane!.position).toEqual(polar!.position)
    expect(stated!.position).toEqual({ lat: 11.25, lon: -61.875 })
    expect(polar!.polar!.range).toBeCloseTo(4000, 1)
    expect(polar!.polar).toMatchObject({ from: KINGSTOWN, bearingDeg: 0, bearingSigmaDeg: 0.25 })
    for (const other of [plane!, stated!]) expect(other).not.toHaveProperty('polar')
  })

  it('has the deviations that it states', () => {
    const [north] = plotsOf(10, { ...items, 'I010/500': { DEVX: 3, DEVY: 4, COVXY: 0 } })
    expect(north!.covariance).toEqual({ ee: 9, en: 0, nn: 16 })
    expect(north!.polar!.rangeSigma).toBeCloseTo(4, 9)
    expect(north!.polar!.bearingSigmaDeg).toBeCloseTo(((3 / 4000) * 180) / Math.PI, 6)
    const [east] = plotsOf(10, { ...items, 'I010/040': { RHO: 4000, TH: 90 }, 'I010/500': { DEVX: 3, DEVY: 4, COVXY: 0 } })
    expect(east!.polar!.rangeSigma).toBeCloseTo(3, 9)
  })

  it('tells movement in either form, and what the target transmits', () => {
    expect(plotsOf(10, { ...items, 'I010/202': { VX: 3, VY: 4 } })[0]?.speed).toBe(5)
    expect(plotsOf(10, { ...items, 'I010/202': { VX: 0, VY: 0 } })[0]).not.toHaveProperty('courseDeg')
    expect(plotsOf(10, { ...items, 'I010/200': { GSP: 0.0078125, TRA: 45 } })[0]).toMatchObject({ courseDeg: 45 })
    expect(plotsOf(10, { ...items, 'I010/245': { STI: 0, CHR: 'PILOT1  ' } })[0]?.claim).toEqual({ callSign: 'PILOT1' })
    const vehicle = { TYP: 0, DCR: 0, CHN: 0, GBS: 0, CRT: 0, SIM: 0, TST: 0, RAB: 0, LOP: 0, TOT: 2 }
    const driven = { ...items, 'I010/220': '0C4A01', 'I010/161': { TRK: 12 } }
    expect(plotsOf(10, { ...driven, 'I010/020': vehicle })[0]).toMatchObject({ sensorTrack: '12', claim: { station: 'vehicle' } })
    expect(plotsOf(10, driven)[0]?.claim?.station).toBe('aircraft')
  })

  it('makes none of its other messages, of the end of a track, or of one that it does not see', () => {
    const status = { CNF: 0, TRE: 0, CST: 0, MAH: 0, TCC: 0, STH: 0 }
    expect(plotsOf(10, { ...items, 'I010/000': 2 })).toEqual([])
    expect(plotsOf(10, { ...items, 'I010/170': { ...status, TRE: 1 } })).toEqual([])
    expect(plotsOf(10, { ...items, 'I010/170': { ...status, CST: 3 } })).toEqual([])
    expect(plotsOf(10, { ...items, 'I010/170': status })).toHaveLength(1)
  })
})

describe('a position beyond the globe', () => {
  it.each([
    [62, 'I062/105', { LAT: 14.0625, LON: 225 }],
    [62, 'I062/105', { LAT: 112.5, LON: -60.46875 }],
    [21, 'I021/131', { LAT: 14.0625, LON: -270 }],
  ])('is none, though category %i has bits for it in %s: %j', (cat, item, place) => {
    expect(plotsOf(cat, { [item]: place })).toEqual([])
  })
})
