import { describe, expect, it } from 'vitest'
import type { CotEvent } from './event.ts'
import { changed, NOON, PHONE } from './fixtures/events.ts'
import { ALARM } from './fixtures/seeds.ts'
import { reportOf } from './report.ts'
import { element, type XmlElement } from './xml-element.ts'

const withDetail = (...children: XmlElement[]): CotEvent => changed({ detail: element('detail', {}, children) })
const placeOf = (event: CotEvent) => reportOf(event)?.place
const claimOf = (event: CotEvent) => reportOf(event)?.claim
const sigmaOf = (how: string, ce?: number): number =>
  Math.sqrt(placeOf(changed({ how, point: { lat: 13, lon: -61, ...(ce !== undefined && { ce }) } }))!.covariance.ee)

describe('a boat\'s phone', () => {
  it('reports where it is, how it moves and who it says it is', () => {
    expect(reportOf(PHONE)).toEqual({
      time: NOON,
      simulated: false,
      claim: {
        uid: 'ANDROID-0123456789abcdef',
        station: 'craft',
        name: 'HAIROUN 1',
        affiliation: 'friend',
        description: 'Two on board, fuel & water low',
      },
      place: {
        position: { lat: 13.1325, lon: -61.2418 },
        covariance: { ee: 20.25, en: 0, nn: 20.25 },
        speed: 7.5,
        courseDeg: 245,
      },
    })
  })

  it('has no altitude on the sea, and elsewhere that above the ellipsoid', () => {
    expect(placeOf(PHONE)).not.toHaveProperty('altitude')
    expect(placeOf(changed({ type: 'a-f-G-U-C' }))?.altitude).toBe(-38.5)
    expect(placeOf(changed({ type: 'a-n-A', point: { lat: 1, lon: 2 } }))).not.toHaveProperty('altitude')
  })

  it.each([
    ['NaN', '9999999', {}],
    ['-1', '-1', {}],
    ['1e9', '360.5', {}],
    ['', '', {}],
    ['0', '360', { speed: 0, courseDeg: 0 }],
    ['12.25', '359.9', { speed: 12.25, courseDeg: 359.9 }],
  ])('moves with a speed of %j on a course of %j', (speed, course, expected) => {
    const { speed: ours, courseDeg } = placeOf(withDetail(element('track', { speed, course })))!
    expect({ ...(ours !== undefined && { speed: ours }), ...(courseDeg !== undefined && { courseDeg }) }).toEqual(
      expected,
    )
  })
})

describe('the error of a place', () => {
  it('is what the event says, within reason', () => {
    expect([sigmaOf('m-g', 45.3), sigmaOf('h-e', 0.01), sigmaOf('m-g', 900_000)]).toEqual(
      [expect.closeTo(45.3), 1, 200_000],
    )
  })

  it('is otherwise what such a place deserves', () => {
    const hows = ['m-g', 'm-g-n', 'm-i', 'm-r', 'm-f', 'h-g-i-g-o', 'h-t', 'h-e', 'h', '', 'x']
    expect(hows.map((how) => Math.round(sigmaOf(how)))).toEqual(
      [10, 10, 50, 200, 200, 200, 500, 1852, 1852, 1852, 1852],
    )
    const { how: _, ...silent } = changed({ point: { lat: 1, lon: 2 } })
    expect(placeOf(silent)?.covariance.nn).toBeCloseTo(1852 ** 2)
  })

  it('is not zero because somebody wrote zero', () => {
    expect([sigmaOf('m-g', 0), sigmaOf('m-g', -1)]).toEqual([10, 10])
  })
})

describe('an event', () => {
  it.each([
    'b-t-f', 'b-f-t-r', 't-x-d-d', 't-x-c-t', 't-x-takp-v', 'u-d-f', 'b-m-p-s-m', 'b-m-r', 'b-a-g', 'a-f-X-i', 'a-f-P',
  ])('of type %s reports nothing', (type) => {
    expect(reportOf(changed({ type }))).toBeUndefined()
  })

  it('reports nothing that was predicted', () => {
    expect(reportOf(changed({ how: 'm-p' }))).toBeUndefined()
    expect(reportOf(changed({ how: 'm-pq' }))).toBeDefined()
  })

  it('reports no place from nowhere, and yet who and what it is of', () => {
    const nowhere = reportOf(changed({ point: { lat: 0, lon: 0 } }))
    expect(nowhere).toEqual({ time: NOON, simulated: false, claim: claimOf(PHONE) })
    expect(placeOf(changed({ point: { lat: 0, lon: 0, ce: 0 } }))).toBeUndefined()
    expect(placeOf(changed({ point: { lat: 0, lon: 0, ce: 8 } }))?.position).toEqual({ lat: 0, lon: 0 })
    expect(placeOf(changed({ point: { lat: 0, lon: 1 } }))).toBeDefined()
  })

  it.each([
    ['an exercise', { opex: 'e-TRADEWINDS' }, true],
    ['a simulation', { opex: 's' }, true],
    ['an operation', { opex: 'o-event' }, false],
    ['a name', { opex: 'east' }, false],
    ['a simulator', { how: 'm-s' }, true],
    ['a joker', { type: 'a-j-S' }, true],
    ['a faker', { type: 'a-k-A-M-F' }, true],
    ['no exercise', {}, false],
  ])('of %s is simulated or not', (_, changes, simulated) => {
    expect(reportOf(changed(changes))?.simulated).toBe(simulated)
  })

  it('stays a report of its time when it is stale', () => {
    expect(reportOf(changed({ time: NOON - 86_400_000, stale: NOON - 86_000_000 }))?.time).toBe(NOON - 86_400_000)
  })
})

describe('a call for help', () => {
  it('is by whoever it links to, under their own name', () => {
    expect(claimOf(ALARM)).toEqual({ uid: 'ANDROID-1', station: 'person', name: 'HAIROUN 1', emergency: 'general' })
  })

  it('is by itself without a link, and under its own name without another', () => {
    const details = [element('link', { relation: 'c-c', uid: 'B' }), element('contact', { callsign: 'C-Alert' })]
    expect(claimOf({ ...ALARM, detail: element('detail', {}, details) })).toEqual({
      uid: 'ANDROID-1-9-1-1',
      station: 'person',
      name: 'C-Alert',
      emergency: 'general',
    })
  })

  it('is over when it is cancelled', () => {
    const ended = withDetail(element('emergency', { cancel: 'true' }, ['H']))
    expect(claimOf({ ...ended, type: 'b-a-o-can' })).toEqual({ uid: PHONE.uid, station: 'person', name: 'H' })
  })

  it('is medical for a casualty', () => {
    expect(claimOf(changed({ type: 'b-r-f-h-c' }))).toMatchObject({ station: 'person', emergency: 'medical' })
  })

  it.each([
    [{ type: '911 Alert' }, 'general'],
    [{ type: 'Ring The Bell' }, 'general'],
    [{}, 'general'],
    [{ type: 'Geo-fence Breached' }, undefined],
    [{ cancel: 'true' }, undefined],
  ])('can be an element of any report: %j', (attributes: Record<string, string>, emergency) => {
    expect(claimOf(withDetail(element('emergency', attributes, ['HAIROUN 1'])))?.emergency).toBe(emergency)
  })
})

describe('what is said of an object', () => {
  it('is tidied, and never longer than anybody reads', () => {
    const remarks = element('remarks', {}, [' x \n\n y ', element('z'), 'w'.repeat(5000)])
    const claim = claimOf(withDetail(element('contact', { callsign: `  A\n ${'B'.repeat(500)}` }), remarks))
    expect(claim?.name).toBe(`A ${'B'.repeat(98)}`)
    expect(claim?.description).toMatch(/^x y w{496}$/)
  })

  it('is left out when it is empty', () => {
    const empty = withDetail(element('contact', { callsign: ' ' }), element('remarks'))
    expect(claimOf({ ...empty, type: 'a-o-U' })).toEqual({ uid: PHONE.uid })
    const { detail: _, ...bare } = PHONE
    expect(claimOf(bare)).toEqual({ uid: PHONE.uid, station: 'craft', affiliation: 'friend' })
  })
})
