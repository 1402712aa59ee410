import { describe, expect, it } from 'vitest'
import { statedPlace, Vessel } from './vessel.ts'

const CONTEXT = 'vessels.urn:mrn:imo:mmsi:377123000'
const leaf = (path: string, value: unknown) => ({ context: CONTEXT, path, value, time: 0 })
const place = (value: unknown) => statedPlace(leaf('navigation.position', value))

function vesselTold(values: Readonly<Record<string, unknown>>, time = 0): Vessel {
  const vessel = new Vessel(CONTEXT)
  for (const [path, value] of Object.entries(values)) vessel.take(leaf(path, value), time)
  return vessel
}

describe('a vessel of Signal K', () => {
  it('says whether a leaf changed what it claims', () => {
    const vessel = new Vessel(CONTEXT)
    expect(vessel.take(leaf('name', 'A'), 0)).toBe(true)
    expect(vessel.take(leaf('navigation.speedOverGround', 5), 0)).toBe(false)
    expect(vessel.take(leaf('notifications.fire', { state: 'emergency' }), 0)).toBe(true)
    expect(vessel.take(leaf('notifications.fire', { state: 'emergency' }), 0)).toBe(false)
    expect(vessel.take(leaf('notifications.fire', { state: 'normal' }), 0)).toBe(true)
  })

  it('puts a person overboard before other troubles', () => {
    const raised = { state: 'emergency' }
    expect(vesselTold({
      'notifications.fire': raised, 'notifications.mob': raised,
    }).claim.emergency).toBe('man-overboard')
    expect(vesselTold({ 'notifications.fire': raised, 'notifications.mob': null }).claim.emergency).toBe('general')
    expect(vesselTold({ 'notifications.collision': { state: 'alarm' } }).claim.emergency).toBeUndefined()
  })

  it('brings every direction into one turn', () => {
    expect(vesselTold({ 'navigation.courseOverGroundTrue': -Math.PI / 2 }).wayAt(0)).toEqual({ courseDeg: 270 })
    expect(vesselTold({ 'navigation.headingTrue': 2 * Math.PI }).wayAt(0).headingDeg).toBeCloseTo(0)
  })

  it('prefers the true heading to the compass', () => {
    const compass = { 'navigation.headingMagnetic': 1, 'navigation.magneticVariation': 0.1 }
    expect(vesselTold(compass).wayAt(0).headingDeg).toBeCloseTo((1.1 * 180) / Math.PI)
    expect(vesselTold({ ...compass, 'navigation.headingTrue': 2 }).wayAt(0).headingDeg).toBeCloseTo((2 * 180) / Math.PI)
    expect(vesselTold({ 'navigation.headingMagnetic': 1 }).wayAt(0)).toEqual({})
  })

  it('forgets a value that is taken back, and one that is too old', () => {
    const vessel = vesselTold({ 'navigation.speedOverGround': 5 })
    expect([
      vessel.wayAt(15_000).speed, vessel.wayAt(15_001).speed, vessel.wayAt(-15_001).speed,
    ]).toEqual([5, undefined, undefined])
    vessel.take(leaf('navigation.speedOverGround', null), 0)
    expect(vessel.wayAt(0)).toEqual({})
  })

  it.each([-1, 201, Number.NaN, '5', true])('does not move at %s', (speed) => {
    expect(vesselTold({ 'navigation.speedOverGround': speed }).wayAt(0)).toEqual({})
  })

  it('knows how good its fix is, until that is taken back', () => {
    const vessel = vesselTold({
      'navigation.gnss.horizontalDilution': 1.2, 'navigation.gnss.methodQuality': 'DGNSS fix',
      'navigation.gnss.type': 'GPS',
    })
    expect(vessel.fix).toEqual({ horizontalDilution: 1.2, quality: 'DGNSS fix', type: 'GPS' })
    for (const path of ['horizontalDilution', 'methodQuality', 'type']) vessel.take(
      leaf(`navigation.gnss.${path}`, null),
      0,
    )
    expect(vessel.fix).toEqual({})
    expect(vesselTold({ 'navigation.gnss.horizontalDilution': 0 }).fix).toEqual({})
  })

  it('flies by its group', () => {
    expect([
      'vessels.x', 'aircraft.x', 'sar.x', 'aton.x',
    ].map((context) => new Vessel(context).isAircraft)).toEqual([false, true, true, false])
  })
})

describe('a place of Signal K', () => {
  it('is degrees, perhaps with a height', () => {
    expect(place({ latitude: 13, longitude: -61 })).toEqual({ position: { lat: 13, lon: -61 }, time: 0 })
    expect(place({ latitude: 13, longitude: -61, altitude: 5 })).toMatchObject({ altitude: 5 })
  })

  it.each([
    [{ latitude: 91, longitude: 0 }], [{ latitude: 0, longitude: 181 }], [{ latitude: 13 }],
    [{ latitude: '13', longitude: 1 }], [{ longitude: 1 }],
  ])(
    'is wrong: %j',
    (value) => expect(place(value)).toBe('wrong'),
  )

  it.each([null, 5, 'x', [], {}, { latitude: null, longitude: null }])('is none: %j', (value) => {
    expect(place(value)).toBeUndefined()
  })

  it('stands at its own path', () => {
    expect(statedPlace(leaf('navigation.anchor.position', { latitude: 13, longitude: -61 }))).toBeUndefined()
  })
})
