import { describe, expect, it } from 'vitest'
import { longestSigma } from './ellipse.ts'
import { Remaining } from './remaining.ts'
import type { HowSeen, SightingContext } from './sighting.ts'
import { takeWhere } from './where.ts'

const BEQUIA = { name: 'Bequia', position: { lat: 13, lon: -61.25 } }
const UNION = { name: 'Union Island', position: { lat: 12.6, lon: -61.43 } }
const observer = { lat: 13.1, lon: -61.2 }
const context: SightingContext = { receivedAt: 0, places: [BEQUIA, UNION], observer }
const NM = 1852

const read = (text: string, howSeen: HowSeen = 'eye-from-boat', given: Partial<SightingContext> = {}) =>
  takeWhere(new Remaining(text), howSeen, true, { ...context, ...given })

/** Metres north and east of Bequia. */
function fromBequia(text: string, howSeen?: HowSeen) {
  const where = read(text, howSeen)
  if (!where.ok) throw new Error(where.problem)
  const { lat, lon } = where.value.position
  return {
    north: (lat - 13) * 111_195,
    east: (lon + 61.25) * 111_195 * Math.cos((13 * Math.PI) / 180),
    ...where.value.covariance,
  }
}

const near = (metres: number) => expect.closeTo(metres, -2)

describe('a place that a report gives by bearing and distance', () => {
  it.each([
    '5NM W OF BEQUIA', '5 nautical miles west of Bequia', '5 miles to the west of Bequia',
    '5 MILLAS AL OESTE DE BEQUIA', '5 MN O DE BEQUIA',
    '9,26 km oeste de bequia', '9260 metros al oeste de Bequia', '5NM 270 from Bequia', '5 NM bearing 270T from Bequia',
    'bearing 270, 5NM from Bequia',
    'DEMORA 270 5 MN DESDE BEQUIA', 'W 5NM of Bequia', '5NM W OF 1300N 06115W', '5nm due west of 13.000,-61.250',
  ])('lies where %s says', (text) => {
    expect(fromBequia(text)).toMatchObject({ north: near(0), east: near(-5 * NM) })
  })

  it('may have a name of several words', () => {
    expect(read('3 km south of Union Island')).toMatchObject({
      ok: true, value: { position: { lon: expect.closeTo(-61.43, 6) } },
    })
  })

  it('may be the reporter', () => {
    expect(read('2NM north of me')).toMatchObject({
      ok: true,
      value: { position: { lat: expect.closeTo(observer.lat + 2 / 60, 3) } },
    })
    expect(takeWhere(
      new Remaining('2NM north of me'),
      'radar',
      false,
      { receivedAt: 0, places: [] },
    )).toMatchObject({ problem: 'unknown-place' })
  })

  it('is uncertain by eye: four tenths of the distance along, an eighth of it across', () => {
    const { ee, nn } = fromBequia('5NM 271 OF 1300.00N 06115.00W')
    expect(Math.sqrt(ee) / (5 * NM)).toBeCloseTo(0.39, 2)
    expect(Math.sqrt(nn) / (5 * NM)).toBeCloseTo(0.126, 2)
  })

  it('is more uncertain across when the bearing is one of eight words', () => {
    const [word, number] = ['W', '271'].map((bearing) => fromBequia(`5NM ${bearing} OF 1300.00N 06115.00W`).nn)
    expect(word).toBeGreaterThan(3 * number!)
  })

  it('is surer on radar than by eye', () => {
    const [radar, eye] = ([
      'radar', 'eye-from-boat',
    ] as const).map((howSeen) => longestSigma(fromBequia('5NM 271 FROM BEQUIA', howSeen)))
    expect(radar).toBeLessThan(eye! / 4)
  })

  it('tilts its ellipse along the bearing', () => {
    const { ee, en, nn } = fromBequia('5NM NE OF BEQUIA')
    expect(en).toBeGreaterThan(0)
    expect(ee).toBeCloseTo(nn, 0)
    expect(ee * nn - en * en).toBeGreaterThan(0)
  })
})

describe('a place that a report gives otherwise', () => {
  it('is the coordinates, as uncertain as a fix and its last digit', () => {
    const covariance = {
      ee: (1852 / 1.1774) ** 2 + (1852 * Math.cos((13 * Math.PI) / 180)) ** 2 / 12,
      nn: (1852 / 1.1774) ** 2 + 1852 ** 2 / 12,
    }
    const where = fromBequia('1300N 06115W')
    expect(where.ee / covariance.ee).toBeCloseTo(1, 2)
    expect(where.nn / covariance.nn).toBeCloseTo(1, 2)
  })

  it('is known to a tenth of a mile where a phone at the object gives it', () => {
    expect(Math.sqrt(fromBequia('1300.00N 06115.00W', 'phone').nn)).toBeCloseTo(157, 0)
  })

  it.each([
    'near Bequia', 'off Bequia', 'cerca de Bequia', 'frente a Bequia',
  ])('is the place itself and some miles around: %s', (text) => {
    expect(fromBequia(text)).toMatchObject({ north: 0, east: 0, ee: (2 * NM) ** 2 })
  })

  it.each([
    ['5NM NW OF ATLANTIS', 'unknown-place'],
    ['near Atlantis', 'no-position'],
    ['gofast 270 35kt', 'no-position'],
    ['Bequia', 'no-position'],
    ['95 00N 61 00W', 'impossible-position'],
  ])('is missing from %j: %s', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem })
  })
})
