import { describe, expect, it } from 'vitest'
import { latin1 } from '../columns/fixtures/bytes.ts'
import { ellipseOfCovariance } from './ellipse.ts'
import { heard, RECEIVED } from './fixtures/heard.ts'
import { COLLECTION, FEATURES, LIGHTS_LIST, RADIO_LIST, SAR_LIST, seeds } from './fixtures/seeds.ts'
import { guessSatelliteMapping, looksLikeSatellite } from './looks-like.ts'
import { satellite } from './sensor.ts'

const sigmas = ({ covariance }: { readonly covariance: { readonly ee: number; readonly nn: number } }) => [
  Math.sqrt(covariance.ee),
  Math.sqrt(covariance.nn),
]

describe('a list of radar detections', () => {
  const { plots, counts } = heard(SAR_LIST)

  it('makes a plot of each, where and when it was seen', () => {
    expect(plots).toMatchObject([
      {
        sensorId: 'sky',
        time: Date.UTC(2026, 2, 1, 9, 50, 12),
        receivedAt: RECEIVED,
        position: { lat: 13.0875, lon: -61.2583 },
      },
      { position: { lat: 13.1875, lon: -61.3583 } },
    ])
    expect(counts).toMatchObject({ received: 2, decoded: 2 })
  })

  it('says in words what its maker thinks, and claims no identity', () => {
    expect(plots.map((plot) => plot.claim)).toEqual([
      {
        description:
          'SAR detection, length 45 m, score 0.98, matched_nonfishing, matched by its provider with MMSI 377123000',
      },
      { description: 'SAR detection, length 25 m, score 0.91, unmatched' },
    ])
    for (const plot of plots) expect(plot).not.toHaveProperty('sensorTrack')
  })

  it('is wrong along the path of the satellite more than across', () => {
    const [east, north] = sigmas(plots[0]!)
    expect(north).toBeGreaterThan(3 * east!)
  })
})

describe('a list of lights', () => {
  it('makes plots of boats, and none of flares', () => {
    const { plots, counts } = heard(LIGHTS_LIST)
    expect(plots.map((plot) => plot.claim?.description)).toEqual([
      'Night light detection, strong',
      'Night light detection, weak and blurry',
    ])
    expect(plots[0]?.time).toBe(Date.UTC(2026, 2, 1, 5, 33, 12, 123))
    expect(counts).toMatchObject({ received: 3, decoded: 3 })
    expect(sigmas(plots[0]!)[1]).toBeCloseTo(227, 0)
  })
})

describe('a list of radio emissions', () => {
  it('has the ellipse of each, at its own probability', () => {
    const { plots } = heard(RADIO_LIST)
    expect(plots).toHaveLength(2)
    const [first, second] = [
      ellipseOfCovariance(plots[0]!.covariance, 0.95),
      ellipseOfCovariance(plots[1]!.covariance, 0.5),
    ]
    expect(first.semiMajor).toBeCloseTo(3000, -2)
    expect(first.orientationDeg).toBeCloseTo(30, 1)
    expect(second.semiMajor).toBeCloseTo(5500, -2)
    expect(second.orientationDeg).toBeCloseTo(150, 1)
  })

  const row = (axes: string, options = {}) =>
    heard(`time,lat,lon,semi_major,semi_minor,orientation,level\n2026-03-01T10:00Z,13.12345,-61.2,${axes}\n`, options)

  it('is at 95 % where nobody says, or as the technician says', () => {
    const [usual] = row('2448,2448,0,').plots
    expect(sigmas(usual!)[1]).toBeCloseTo(1000, -1)
    const [other] = row('2448,2448,0,', { level: 50 }).plots
    expect(sigmas(other!)[1]).toBeCloseTo(2448 / Math.sqrt(2 * Math.LN2), -1)
  })

  it('is a circle around an ellipse that does not say which way it lies', () => {
    expect(sigmas(row('2448,300,,').plots[0]!)).toEqual([expect.closeTo(1000, -1), expect.closeTo(1000, -1)])
    expect(sigmas(row('2448,,30,').plots[0]!)).toEqual([expect.closeTo(1000, -1), expect.closeTo(1000, -1)])
  })

  it.each(['300,2448,30,', '-5,-5,0,', '0,0,0,', '2448,300,30,100', '2448,300,30,0', '9e9,1,1,', '600000,1,1,'])(
    'is refused for an ellipse that cannot be: %s',
    (axes) => {
      // A number that cannot be read is none: then the row has no ellipse.
      expect(row(axes).problems).toEqual(axes.startsWith('9e9') ? [] : ['value'])
    },
  )

  it('has kilometres of error where it has no ellipse', () => {
    expect(sigmas(heard('time,lat,lon,sensor\n2026-03-01T10:00Z,13.12345,-61.2,RF\n').plots[0]!)[1]).toBeCloseTo(
      5000,
      0,
    )
  })
})

describe('detections as GeoJSON', () => {
  it('are plots like those of lists, whichever way they come', () => {
    const forms = [
      COLLECTION,
      JSON.stringify(FEATURES),
      FEATURES.map((each) => JSON.stringify(each)).join('\n'),
      JSON.stringify({ features: FEATURES }, null, 1),
    ]
    for (const form of forms) {
      const { plots, problems } = heard(form)
      expect(problems).toEqual([])
      expect(plots.map((plot) => plot.claim?.description)).toEqual([
        'SAR detection, length 31 m, heading 271°, score 0.97, matched by its provider with MMSI 377123000',
        'Optical detection, length 22 m',
        'Night light detection',
        'Radio emission detection',
        'SAR detection',
      ])
    }
  })

  it('are dated and placed by their properties and geometry', () => {
    const { plots } = heard(COLLECTION)
    expect(plots[0]).toMatchObject({
      time: Date.UTC(2026, 2, 1, 10, 0, 0, 500),
      position: { lat: 13.0875, lon: -61.2583 },
    })
    expect(plots[1]?.position.lat).toBeCloseTo(13.15, 9)
    expect(plots[1]?.position.lon).toBeCloseTo(-61.25, 9)
    expect(plots[4]?.position).toEqual({ lat: 13.1, lon: -61.2 })
  })

  const feature = (geometry: unknown, properties: object = { time: '2026-03-01T10:00:00Z' }) =>
    JSON.stringify({ type: 'Feature', geometry, properties })
  const point = (lon: unknown, lat: unknown) => ({ type: 'Point', coordinates: [lon, lat] })

  it.each([
    ['value', feature(point(181, 13))],
    ['value', feature(point(-61, 91))],
    ['value', feature(point('-61', 13))],
    ['value', feature('here')],
    ['value', feature({ type: 'Polygon', coordinates: [[]] })],
    ['value', feature({ type: 'Point' })],
    ['value', feature(point(-61, 13), { time: 'yesterday' })],
    ['value', feature(point(-61, 13), { time: null })],
    ['length', feature(point(-61, 13), {})],
    ['length', feature(null)],
    ['unsupported', feature({ type: 'LineString', coordinates: [] })],
    ['unsupported', '{"type":"Topology"}'],
    ['framing', '{"type":}'],
    ['framing', '{nonsense}'],
    ['incomplete', '{"type":"Feature"'],
  ])('are refused for their %s: %s', (problem, text) => {
    expect(heard(text)).toMatchObject({ plots: [], problems: [problem], counts: { received: 1 } })
  })

  it('may have properties with the names of prototypes', () => {
    const text = feature(point(-61, 13), { time: '2026-03-01T10:00:00Z', constructor: 'a', toString: 'b' })
    expect(heard(text.replace('"constructor"', '"__proto__"')).plots).toHaveLength(1)
    expect(heard(text).plots).toHaveLength(1)
  })
})

describe('detections of any form', () => {
  it('that are told again are duplicates', () => {
    const { plots, counts } = heard([SAR_LIST, SAR_LIST, COLLECTION, COLLECTION], undefined, true)
    expect(plots).toHaveLength(7)
    expect(counts).toMatchObject({ received: 14, decoded: 7, duplicates: 7 })
  })

  it('may state their error in metres or another unit', () => {
    const { plots, problems } = heard(
      'time,lat,lon,sigma\n2026-03-01T10:00Z,13.12345,-61.2,500\n2026-03-01T10:00Z,13.12346,-61.2,1.5 km\n2026-03-01T10:00Z,13.1,-61.2,0\n',
    )
    expect(plots.map((plot) => Math.round(sigmas(plot)[1]!))).toEqual([500, 1500])
    expect(problems).toEqual(['value'])
  })

  it('are as exact as they were written', () => {
    const [plot] = heard('time,lat,lon,sensor\n2026-03-01T10:00Z,N1305,W06115,optical\n').plots
    expect(sigmas(plot!)[1]).toBeCloseTo(Math.hypot(30, 1852 / Math.sqrt(12)), 0)
  })

  it('are what the technician says they are', () => {
    const options = { detector: 'optical', accuracy: 80, mapping: 'time=T lat=A lon=O length=L:ft' }
    const { plots } = heard('T,A,O,L\n2026-03-01T10:00Z,13.12345,-61.2,100\n', options)
    expect(plots[0]?.claim?.description).toBe('Optical detection, length 30 m')
    expect(sigmas(plots[0]!)[1]).toBeCloseTo(80, 0)
    const [mapped] = heard(
      JSON.stringify({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [-61, 13] },
        properties: { T: 1_772_368_200 },
      }),
      options,
    ).plots
    expect(mapped?.time).toBe(1_772_368_200_000)
  })
})

describe('a mapping of satellite detections', () => {
  it('may leave the place of a list to its header', () => {
    const { plots } = heard('Seen,Latitude,Longitude\n2026-03-01T10:00Z,13.1,-61.2\n', { mapping: 'time=Seen' })
    expect(plots[0]?.position).toEqual({ lat: 13.1, lon: -61.2 })
    expect(heard('Seen,Latitude,Longitude\n2026-03-01T10:00Z,13.1,-61.2\n', { mapping: 'time=1' }).plots).toEqual(plots)
  })
})

describe('the options of satellite detections', () => {
  it('explain what is wrong with them', () => {
    const faults = Object.fromEntries(
      satellite.options!.map((option) => [option.key, (value: string | number) => option.fault(value)]),
    )
    expect(faults['mapping']!('time=T')).toBeUndefined()
    expect(faults['mapping']!('lat=A')).toContain('names no column for time')
    expect([faults['detector']!('rf'), faults['detector']!('sonar')]).toEqual([undefined, 'is no kind of detector'])
    expect([faults['accuracy']!(50), faults['accuracy']!(0)]).toEqual([undefined, 'is no distance'])
    expect([faults['level']!(95), faults['level']!(0), faults['level']!(100)]).toEqual([
      undefined,
      'is no probability',
      'is no probability',
    ])
  })

  it('can be guessed from a header, for somebody to look at', () => {
    expect(guessSatelliteMapping(RADIO_LIST.split('\n')[0]!)).toEqual({
      mapping:
        'time=time lat=latitude lon=longitude semiMajor=semi_major_km:km semiMinor=semi_minor_km:km orientation=orientation level=confidence_level',
      missing: [],
    })
  })
})

describe('the look of satellite detections', () => {
  it('is that of lists and of features', () => {
    for (const text of [SAR_LIST, LIGHTS_LIST, RADIO_LIST, COLLECTION])
      expect(looksLikeSatellite(latin1(text))).toBe(true)
    for (const text of ['', 'time,lat,lon,id\n', '{"a":1}', '!AIVDM', '[1,2]'])
      expect(looksLikeSatellite(latin1(text))).toBe(false)
  })

  it('gives every seed a reason or a plot', () => {
    for (const seed of seeds.slice(0, -5)) {
      const { plots, problems, counts } = heard(String.fromCharCode(...seed))
      expect(plots.length + problems.length + counts.decoded + (counts.received === 0 ? 1 : 0)).toBeGreaterThan(0)
    }
  })
})
