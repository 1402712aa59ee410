import { KNOT, type Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, isBalanced, signed, tag } from '../nmea/fixtures/reading.ts'
import { apart, hear, NOON, NOON_CLOCK, readPieces, SITE } from './fixtures/heard.ts'
import { encodeRadarSentence, encodeTlb, encodeTll, encodeTtd, encodeTtm, type FieldsOf } from './message.ts'
import { directionOf, lengthOf, moved, offsetOf } from './plane.ts'

const ttm = (fields: Partial<FieldsOf<'TTM'>> = {}): string =>
  encodeTtm({
    targetNumber: 7, targetDistance: 2, bearing: 45, bearingReference: 'T', units: 'N', targetStatus: 'T', ...fields,
  })
const gga = (at = SITE): string =>
  encodeRadarSentence('GGA', { latitude: at.lat, longitude: at.lon, quality: 1, hdop: 1 }, 'GP')
const hdt = (heading: number): string => encodeRadarSentence('HDT', { heading }, 'HE')
const vtg = (course: number, speedKn: number): string => encodeRadarSentence('VTG', { course, speedKn }, 'GP')

const ashore = { position: SITE }
const only = (plots: readonly Plot[]): Plot => {
  expect(plots).toHaveLength(1)
  return plots[0]!
}
const seenFrom = (plot: Plot, from = SITE) => {
  const offset = apart(from, plot.position)
  return { range: lengthOf(offset), bearing: directionOf(offset) }
}

describe('a radar ashore', () => {
  it('makes plots of what it tracks, without a word of who that is', () => {
    const named = ttm({ targetName: 'PELICAN', timeOfData: NOON_CLOCK - 2 })
    const { plots, counts, statements } = hear([[0, named]], ashore)
    const plot = only(plots)
    expect(plot).toMatchObject({ sensorId: 'radar', time: NOON - 2000, receivedAt: NOON, simulated: false })
    expect(plot.sensorTrack).toBe('7.1')
    expect(plot.claim).toBeUndefined()
    expect(statements).toBe(0)
    expect(seenFrom(plot).range).toBeCloseTo(3704, -1)
    expect(seenFrom(plot).bearing).toBeCloseTo(45, 1)
    expect(plot.polar).toMatchObject({ from: SITE, bearingDeg: 45 })
    expect(plot.polar!.range).toBeCloseTo(3704, 1)
    expect(counts).toMatchObject({ received: 1, decoded: 1 })
  })

  it('is as sure as the standard asks of a radar: 1 % and 1° at twelve miles', () => {
    const { covariance } = only(hear([[0, ttm({ targetDistance: 12, bearing: 0 })]], ashore).plots)
    expect(Math.sqrt(covariance.nn)).toBeCloseTo(222, -1)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo((12 * 1852 * Math.PI) / 180, -1)
  })

  it('is as sure as a technician says', () => {
    const site = { ...ashore, options: { rangeSigma: 5, bearingSigmaDeg: 0.5 } }
    const { covariance, polar } = only(hear([[0, ttm({ targetDistance: 5, bearing: 90 })]], site).plots)
    expect(polar!.rangeSigma).toBeCloseTo(5, 0)
    expect(polar!.bearingSigmaDeg).toBeCloseTo(0.5, 2)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo(5, 0)
    expect(Math.sqrt(covariance.nn)).toBeCloseTo((5 * 1852 * 0.5 * Math.PI) / 180, 0)
  })

  it('cannot be surer than its digits', () => {
    const coarse = signed('$RATTM,07,2,0,T,,,,,,N,,T')
    const site = { ...ashore, options: { rangeSigma: 5, bearingSigmaDeg: 0.01 } }
    const { covariance } = only(hear([[0, coarse]], site).plots)
    expect(Math.sqrt(covariance.nn)).toBeCloseTo(1852 / Math.sqrt(12), 0)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo((3704 * Math.PI) / 180 / Math.sqrt(12), 0)
  })

  it('is as sure as the range scale in use allows', () => {
    const rsd = encodeRadarSentence('RSD', { rangeScale: 24, rangeUnits: 'N' }, 'RA')
    const { covariance } = only(hear([[0, rsd], [1, ttm({ bearing: 0 })]], ashore).plots)
    expect(Math.sqrt(covariance.nn)).toBeCloseTo(24 * 18.52, -1)
  })

  it('needs a place', () => {
    expect(hear([[0, ttm()]]).plots).toEqual([])
  })

  it('sees along the slope when it stands on a hill', () => {
    const near = only(hear([[0, ttm({ targetDistance: 0.5, bearing: 0 })]], { ...ashore, antennaHeight: 400 }).plots)
    expect(seenFrom(near).range).toBeCloseTo(Math.sqrt(926 ** 2 - 400 ** 2), -1)
    expect(hear([[0, ttm({ targetDistance: 0.2 })]], { ...ashore, antennaHeight: 400 }).plots).toEqual([])
  })

  it('may count its bearings from where a technician measured its zero', () => {
    const relative = ttm({ bearing: 350, bearingReference: 'R' })
    expect(hear([[0, relative]], ashore).plots).toEqual([])
    const plot = only(hear([[0, relative]], { ...ashore, options: { headingDeg: 30 } }).plots)
    expect(seenFrom(plot).bearing).toBeCloseTo(20, 1)
  })

  it('does not count from there once a compass has said that it turns', () => {
    const site = { ...ashore, options: { headingDeg: 30 } }
    expect(hear([[0, hdt(90)], [10, ttm({ bearingReference: 'R' })]], site).plots).toEqual([])
  })

  it('goes on from its place when its own receiver falls silent', () => {
    const here = moved(SITE, { east: 50, north: 0 })
    expect(hear([[0, gga(here)], [60, ttm()]], ashore).plots).toHaveLength(1)
  })

  it('tells in an exercise that it is simulated', () => {
    expect(only(hear([[0, ttm()]], { ...ashore, simulated: true }).plots).simulated).toBe(true)
  })
})

describe('a target that is no plot', () => {
  it.each<[string, Partial<FieldsOf<'TTM'>>]>([
    ['is still being acquired', { targetStatus: 'Q' }],
    ['is lost', { targetStatus: 'L' }],
    ['is known by AIS', { typeOfAcquisition: 'R' }],
    ['has no distance', { targetDistance: 0 }],
  ])('%s', (_, fields) => {
    const { plots, counts } = hear([[0, ttm(fields)]], ashore)
    expect(plots).toEqual([])
    expect(counts).toMatchObject({ received: 1, decoded: 1 })
  })

  it('has a field empty that a place needs', () => {
    const fields = ['07,,45,T', '07,2,,T', '07,2,45,', ',2,45,T'].map((place) => `$RATTM,${place},,,,,,N,,T`)
    const bare = [...fields, '$RATLL,07,,,,,,,T,', '$RATLL,,1306.0,N,06112.0,W,,,T,']
    const lines = bare.map((line) => [0, signed(line)] as const)
    const { plots, counts } = hear(lines, ashore)
    expect(plots).toEqual([])
    expect(counts.decoded).toBe(lines.length)
  })
})

describe('a radar afloat', () => {
  it('places what it sees from where own ship is, not from where it was configured', () => {
    const sea = { lat: 14, lon: -62 }
    const plot = only(hear([[0, gga(sea)], [1, ttm()]], ashore).plots)
    expect(seenFrom(plot, sea).range).toBeCloseTo(3704, -1)
    expect(plot.polar!.range).toBeCloseTo(3704, 1)
    expect(lengthOf(apart(sea, plot.polar!.from))).toBeLessThan(0.1)
  })

  it('tells from where it measured as it sails', () => {
    const lines = [[0, gga()], [0, vtg(90, 20)], [5, ttm()]] as const
    const { polar } = only(hear(lines).plots)
    expect(apart(SITE, polar!.from).east).toBeCloseTo(5 * 20 * KNOT, 0)
  })

  it.each([
    [350, 20, 10],
    [10, 350, 0],
    [359.9, 0.2, 0.1],
    [180, 180, 0],
  ])('adds a relative bearing to its heading, through north: %f° on %f°', (bearing, heading, expected) => {
    const lines = [[0, gga()], [0, hdt(heading)], [1, ttm({ bearing, bearingReference: 'R' })]] as const
    const plot = only(hear(lines).plots)
    const seen = seenFrom(plot).bearing
    expect(Math.abs(((seen - expected + 540) % 360) - 180)).toBeLessThan(0.1)
    expect(plot.polar!.bearingDeg).toBeCloseTo(expected, 6)
  })

  it('makes no plot of a relative bearing without a fresh heading', () => {
    const relative = ttm({ bearingReference: 'R' })
    expect(hear([[0, gga()], [1, relative]]).plots).toEqual([])
    expect(hear([[0, gga()], [0, hdt(5)], [4, relative]]).plots).toEqual([])
    expect(hear([[0, gga()], [0, hdt(5)], [2, relative]]).plots).toHaveLength(1)
  })

  it('makes no plot when it is long that own ship said where it is, even where a place is configured', () => {
    expect(hear([[0, gga()], [11, ttm()]]).plots).toEqual([])
    expect(hear([[0, gga({ lat: 14, lon: -62 })], [11, ttm()]], ashore).plots).toEqual([])
    expect(hear([[0, gga()], [9, ttm()]]).plots).toHaveLength(1)
  })

  it('is less sure than one ashore: of its place, and of its heading', () => {
    const spread = ({ covariance: { ee, nn } }: Plot) => Math.sqrt(ee + nn)
    const far = ttm({ targetDistance: 6 })
    const shore = spread(only(hear([[0, far]], ashore).plots))
    const gyro = spread(only(hear([[0, gga()], [0, hdt(0)], [1, far]]).plots))
    const hdg = encodeRadarSentence('HDG', { heading: 15, variation: -15 }, 'HC')
    const compass = spread(only(hear([[0, gga()], [0, hdg], [1, far]]).plots))
    expect(shore).toBeLessThan(gyro)
    expect(gyro).toBeLessThan(compass)
    const measured = hear([[0, gga()], [0, hdg], [1, far]], { options: { headingSigmaDeg: 0.1 } })
    expect(spread(only(measured.plots))).toBeLessThan(gyro)
  })

  it('keeps a fixed buoy still while it sails past and turns', () => {
    const buoy = moved(SITE, { east: 300, north: 900 })
    const lines: [number, string][] = []
    for (let second = 0; second < 120; second++) {
      const heading = (330 + second) % 360
      const ship = moved(SITE, { east: second * 12 * KNOT, north: 0 })
      // The fix comes every other second only: between, own ship has to be carried on.
      if (second % 2 === 0) lines.push([second, gga(ship)], [second, vtg(90, 12)])
      const offset = offsetOf(ship, buoy)
      const bearing = (directionOf(offset) - heading + 360) % 360
      lines.push([second, hdt(heading)])
      lines.push([second, ttm({ targetDistance: lengthOf(offset) / 1852, bearing, bearingReference: 'R' })])
    }
    const { plots } = hear(lines)
    expect(plots).toHaveLength(120)
    expect(new Set(plots.map(({ sensorTrack }) => sensorTrack))).toEqual(new Set(['7.1']))
    expect(Math.max(...plots.map(({ position }) => lengthOf(apart(buoy, position))))).toBeLessThan(5)
  })
})

describe('the motion of a target', () => {
  const moving = { targetSpeed: 10, targetCourse: 90, courseReference: 'T' } as const
  const motionOf = (lines: readonly (readonly [number, string])[], site = {}) => {
    const { speed, courseDeg } = only(hear(lines, site).plots)
    return { speed, courseDeg }
  }

  it('is that over ground when the radar says true', () => {
    const { speed, courseDeg } = motionOf([[0, ttm(moving)]], ashore)
    expect(speed).toBeCloseTo(10 * KNOT, 6)
    expect(courseDeg).toBeCloseTo(90, 6)
  })

  it('is relative motion with own ship added', () => {
    const lines = [[0, gga()], [0, vtg(0, 10)], [1, ttm({ ...moving, courseReference: 'R' })]] as const
    const { speed, courseDeg } = motionOf(lines)
    expect(speed).toBeCloseTo(10 * KNOT * Math.SQRT2, 4)
    expect(courseDeg).toBeCloseTo(45, 4)
  })

  it('is turned with the bow where the bearing is', () => {
    const relative = ttm({ ...moving, courseReference: 'R', bearingReference: 'R' })
    const { courseDeg } = motionOf([[0, gga()], [0, vtg(0, 0)], [0, hdt(100)], [1, relative]])
    expect(courseDeg).toBeCloseTo(190, 4)
  })

  it('is left out where own motion, the heading or the current would be needed and is not known', () => {
    const nothing = { speed: undefined, courseDeg: undefined }
    expect(motionOf([[0, gga()], [1, ttm({ ...moving, courseReference: 'R' })]])).toEqual(nothing)
    const water = encodeRadarSentence('OSD', { speedReference: 'W', speedUnits: 'N' }, 'RA')
    expect(motionOf([[0, water], [1, ttm(moving)]], ashore)).toEqual(nothing)
    const osd = { speedReference: 'W', vesselSet: 90, vesselDrift: 2, speedUnits: 'N' } as const
    const current = encodeRadarSentence('OSD', osd, 'RA')
    expect(motionOf([[0, current], [1, ttm(moving)]], ashore).speed).toBeCloseTo(12 * KNOT, 4)
  })

  it('has no course when there is none', () => {
    expect(motionOf([[0, ttm({ ...moving, targetSpeed: 0 })]], ashore)).toEqual({ speed: 0, courseDeg: undefined })
  })
})

describe('a target that says its latitude and longitude', () => {
  const buoy = moved(SITE, { east: 3000, north: 0 })
  const tll = encodeTll({ targetNumber: 7, latitude: buoy.lat, longitude: buoy.lon, targetStatus: 'T' })

  it('is there, as sure as the radar is at that distance', () => {
    const { position, covariance, polar } = only(hear([[0, tll]], ashore).plots)
    expect(lengthOf(apart(buoy, position))).toBeLessThan(0.5)
    expect(polar).toMatchObject({ from: SITE })
    expect(polar!.range).toBeCloseTo(3000, 0)
    expect(polar!.bearingDeg).toBeCloseTo(90, 1)
    expect(polar!.rangeSigma).toBeCloseTo(30, 0)
    expect(polar!.bearingSigmaDeg).toBeCloseTo(1, 2)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo(30, 0)
    expect(Math.sqrt(covariance.nn)).toBeCloseTo((3000 * Math.PI) / 180, 0)
  })

  it('is somewhere around there when nobody knows where the radar is', () => {
    const { covariance, polar } = only(hear([[0, tll]]).plots)
    expect(polar).toBeUndefined()
    expect(Math.sqrt(covariance.ee)).toBeCloseTo((12 * 1852 * Math.PI) / 180, 0)
    expect(covariance.ee).toBe(covariance.nn)
  })

  it('is one plot a turn with the tracked target message of the same target', () => {
    const offset = offsetOf(SITE, buoy)
    const same = ttm({ targetDistance: lengthOf(offset) / 1852, bearing: directionOf(offset) })
    const lines = [0, 3, 6, 9].flatMap((second) => [[second, tll], [second + 0.1, same]] as const)
    const { plots, counts } = hear(lines, ashore)
    expect(plots.map(({ receivedAt }) => (receivedAt - NOON) / 1000)).toEqual([0, 3.1, 6.1, 9.1])
    expect(new Set(plots.map(({ sensorTrack }) => sensorTrack))).toEqual(new Set(['7.1']))
    expect(counts.decoded).toBe(8)
  })
})

describe('packed targets', () => {
  const target = {
    targetNumber: 9, trueBearing: 45, status: 4, operationMode: 0, distance: 2, speedMode: 0, stabilisationMode: 0,
    correlationNumber: 0,
  }
  const six = Array.from({ length: 6 }, (_, index) => ({ ...target, targetNumber: index, trueBearing: index * 60 }))

  it('are plots once all their sentences have come, in any order', () => {
    const [first, second] = encodeTtd(six)
    for (const lines of [[first!, second!], [second!, first!]]) {
      const { plots, counts } = hear(lines.map((line) => [0, line] as const), ashore)
      expect(plots.map(({ sensorTrack }) => sensorTrack)).toEqual(['0.1', '1.1', '2.1', '3.1', '4.1', '5.1'])
      expect(counts).toMatchObject({ received: 2, decoded: 2, pending: 0 })
    }
  })

  it('are counted as incomplete when a sentence never comes', () => {
    const { plots, problems, counts } = hear([[0, encodeTtd(six)[0]!]], ashore)
    expect(plots).toEqual([])
    expect(problems).toEqual(['incomplete'])
    expect(counts.problems.incomplete).toBe(1)
  })

  it('may be a thousand', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...target, targetNumber: index }))
    expect(hear(encodeTtd(many).map((line) => [0, line] as const), ashore).plots).toHaveLength(1000)
  })

  it('are not confused with messages of AIS that are in parts at the same time', () => {
    const vdm = (part: number) => signed(`!AIVDM,2,${part},0,,0PP10Eg@wwP74@0,0`)
    const [first, second] = encodeTtd(six)
    const { plots, counts } = hear([[0, vdm(1)], [0, first!], [0, vdm(2)], [0, second!]], ashore)
    expect(plots).toHaveLength(6)
    expect(counts).toMatchObject({ received: 4, decoded: 2, problems: { unsupported: 2 } })
  })
})

describe('a stream of everything on board', () => {
  it('is counted to the last line', () => {
    const lines = [
      gga(), ttm(), encodeTlb([{ targetNumber: 7, label: 'PELICAN' }])[0]!, '$GPGSV,1,1,00*79',
      signed('!AIVDM,1,1,,A,15M67F,0'), signed('$PGRME,1,M'), signed('$RATTM,07'),
      signed('$RATTM,07,x,45,T,,,,,,N,,T'), `${ttm().slice(0, -2)}00`, 'noise',
    ]
    const { counts, plots } = hear(lines.map((line) => [0, line] as const), ashore)
    expect(plots).toHaveLength(1)
    expect(counts).toMatchObject({
      received: 10, decoded: 3, problems: { unsupported: 3, length: 1, value: 1, checksum: 1, framing: 1 },
    })
    expect(isBalanced(counts)).toBe(true)
  })

  it('is cut anywhere without making another plot of it', () => {
    const line = ttm()
    for (let length = 1; length < line.length; length++) {
      const { plots, counts } = hear([[0, line.slice(0, length)]], ashore)
      expect(plots).toEqual([])
      expect(counts).toMatchObject({ received: 1, decoded: 0 })
    }
  })

  it('makes the same plots however the stream is cut', () => {
    const buoy = moved(SITE, { east: 500, north: 800 })
    const tll = encodeTll({ targetNumber: 3, latitude: buoy.lat, longitude: buoy.lon, targetStatus: 'T' })
    const relative = ttm({ bearingReference: 'R' })
    const ais = signed('!AIVDM,1,1,,A,15M67F,0')
    const lines = [gga(), hdt(20), vtg(90, 12), relative, ais, tll, ttm({ targetNumber: 8 })]
    const bytes = bytesOf(lines.join('\r\n') + '\r\n')
    const whole = readPieces([bytes])
    expect(whole).toHaveLength(3)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), (cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), bytes.length]
        expect(readPieces(ends.slice(1).map((end, index) => bytes.subarray(ends[index], end)))).toEqual(whole)
      }),
    )
  })

  it('names the radar and the time before a sentence, in a network', () => {
    const named = tag(`s:RA0002,c:${NOON - 4000}`) + ttm()
    expect(only(hear([[0, named]], ashore).plots)).toMatchObject({ time: NOON - 4000, sensorTrack: 'RA0002/7.1' })
  })

  it('may have clocks in it that disagree: what was heard just now is fresh', () => {
    const late = tag(`c:${NOON - 30_000}`) + ttm({ bearingReference: 'R' })
    expect(only(hear([[0, gga()], [0, hdt(20)], [1, late]]).plots).time).toBe(NOON - 30_000)
    const old = tag(`c:${NOON - 30_000}`) + gga()
    expect(hear([[0, old], [0, hdt(20)], [1, ttm()]]).plots).toHaveLength(1)
  })

  it('is dated by itself when it is a recording', () => {
    const zda = encodeRadarSentence('ZDA', { time: 49_561, day: 27, month: 7, year: 2015 }, 'GP')
    const { plots } = hear([[0, zda], [0, ttm({ timeOfData: 49_560 })]], ashore, { timeReference: 'stated' })
    expect(only(plots).time).toBe(Date.UTC(2015, 6, 27, 13, 46, 0))
  })
})
