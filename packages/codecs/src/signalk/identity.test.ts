import { describe, expect, it } from 'vitest'
import { claimOfContext, claimOfLeaf, contextOf, emergencyOfPath, isRaised, mmsiOf } from './identity.ts'

const UUID = 'urn:mrn:signalk:uuid:0d95e282-3e1f-4521-8c30-8288addbdb69'

describe('the name of a vessel', () => {
  it.each([
    ['vessels.urn:mrn:imo:mmsi:377123000', { station: 'unknown', mmsi: 377_123_000 }],
    ['vessels.377123000', { station: 'unknown', mmsi: 377_123_000 }],
    [`vessels.${UUID}`, { station: 'unknown', uid: UUID }],
    [`aircraft.${UUID}`, { station: 'aircraft', uid: UUID }],
    ['aton.urn:mrn:imo:mmsi:993770001', { station: 'aton', mmsi: 993_770_001 }],
    ['sar.urn:mrn:imo:mmsi:111377001', { station: 'sar-aircraft', mmsi: 111_377_001 }],
    ['vessels.https://boats.example/a', { station: 'unknown', uid: 'https://boats.example/a' }],
    ['somebody', { station: 'unknown', uid: 'somebody' }],
    ['constructor.x', { station: 'unknown', uid: 'x' }],
  ])('is read from %s', (context, claim) => {
    expect(claimOfContext(contextOf(context))).toEqual(claim)
  })

  it.each(['37712300', '3771230000', '000000000', 'abc', 377_123_000, undefined])('has no MMSI in %j', (text) => {
    expect(mmsiOf(text)).toBeUndefined()
  })
})

describe('what a vessel states', () => {
  it.each([
    ['mmsi', '377123000', { mmsi: 377_123_000 }],
    ['name', ' Coast Guard 1 ', { name: 'Coast Guard 1' }],
    ['communication.callsignVhf', 'J8B1', { callSign: 'J8B1' }],
    ['registrations.imo', 'IMO 9074729', { imo: 9_074_729 }],
    ['design.draft', { maximum: 2.1 }, { draught: 2.1 }],
    ['design.aisShipType', { id: 36, name: 'Sailing' }, { shipType: 36 }],
    ['sensors.ais.class', 'A', { station: 'class-a' }],
    ['sensors.ais.class', 'B', { station: 'class-b' }],
  ])('%s is a claim', (path, value, claim) => {
    expect(claimOfLeaf(path, value)).toEqual(claim)
  })

  it.each([
    ['mmsi', 'none'], ['name', ''], ['name', null], ['registrations.imo', 'IMO 1'],
    ['design.draft', { maximum: -1 }], ['design.draft', 5],
    ['design.aisShipType', { id: 400 }], ['sensors.ais.class', 'C'], ['navigation.speedOverGround', 5],
  ])('%s of %j is none', (path, value) => {
    expect(claimOfLeaf(path, value)).toBeUndefined()
  })
})

describe('a notification', () => {
  it.each([
    ['notifications.mob', 'man-overboard'], ['notifications.mob.1', 'man-overboard'],
    ['notifications.fire.engine', 'general'],
    ['notifications.piracy', 'unlawful-interference'],
    ['notifications.navigation.gnss', undefined], ['notifications.toString', undefined],
    ['notifications', undefined], ['mob', undefined],
  ])('%s tells of %s', (path, emergency) => {
    expect(emergencyOfPath(path)).toBe(emergency)
  })

  it('means it in its highest state, and of a person overboard in the one below too', () => {
    const states = ['normal', 'alert', 'warn', 'alarm', 'emergency', undefined]
    expect(states.map((state) => isRaised('general', state))).toEqual([false, false, false, false, true, false])
    expect(states.map((state) => isRaised('man-overboard', state))).toEqual([false, false, false, true, true, false])
  })
})
