import { describe, expect, it } from 'vitest'
import { MINUTE, off, plot, report, statement, watch } from '../fixtures/watch.ts'
import { isNamedAlike } from './named-alike.ts'

const uid = 'VMS VCT 1'
const vms = (time: number, east: number, claim = {}) =>
  plot('fisheries', time, off(east), { receivedAt: time + 20_000, speed: 5, courseDeg: 90, claim: { uid, ...claim } })

/** A ship that goes east at 5 m/s, heard every ten seconds. */
function sail(from: number, to: number) {
  const reports = []
  for (let time = from; time <= to; time += 10_000) reports.push(report(time, off(time / 200), { courseDeg: 90 }))
  return reports
}

describe('what states a name in two systems', () => {
  it('is one track when call sign and place are the same, and both systems go on telling of it', () => {
    const sea = watch()
    sea.hear(...sail(0, MINUTE))
    sea.tracker.statement(statement(MINUTE, { name: 'SEA QUEEN', callSign: 'J8-ABC' }))
    sea.hear(
      vms(50_000, 250, { callSign: 'J8ABC', name: 'SEAQUEEN' }), ...sail(80_000, 200_000),
      vms(190_000, 950, { callSign: 'J8ABC' }),
    )
    sea.settle(220_000)
    expect([...sea.shown.keys()]).toEqual(['T-1'])
    expect(sea.only().contributors.map(({ sensorId }) => sensorId)).toEqual(['kingstown', 'fisheries'])
    expect(sea.only().claim).toMatchObject({ mmsi: 377_000_001, uid })
  })

  it('is one track as soon as the name is heard, though it was two before', () => {
    const sea = watch()
    sea.hear(...sail(0, MINUTE), vms(50_000, 250, { callSign: 'J8ABC' }))
    sea.settle(80_000)
    expect(sea.shown.size).toBe(2)
    sea.tracker.statement(statement(85_000, { callSign: 'J8ABC' }))
    sea.hear(...sail(90_000, 170_000), vms(160_000, 800, { callSign: 'J8ABC' }))
    sea.settle(190_000)
    expect([...sea.shown.keys()]).toEqual(['T-1'])
  })

  it('is two tracks when it states another call sign in the same place, or the same in another place', () => {
    const sea = watch()
    sea.hear(...sail(0, MINUTE))
    sea.tracker.statement(statement(MINUTE, { callSign: 'J8ABC' }))
    sea.hear(vms(50_000, 250, { callSign: 'J8XYZ' }))
    sea.hear(
      plot('fisheries', MINUTE, off(9000), { receivedAt: 80_000, claim: { uid: 'VMS VCT 2', callSign: 'J8ABC' } }),
    )
    sea.settle(100_000)
    expect(sea.shown.size).toBe(3)
  })

  it('is compared without blanks and hyphens, by name only where no call sign says otherwise', () => {
    expect(isNamedAlike({ callSign: 'J8-ab 1' }, { callSign: 'J8AB1' })).toBe(true)
    expect(isNamedAlike({ name: 'ROSE' }, { name: 'Rose', callSign: 'J8AB1' })).toBe(true)
    expect(isNamedAlike({ name: 'ROSE', callSign: 'J8AB2' }, { name: 'ROSE', callSign: 'J8AB1' })).toBe(false)
    expect(isNamedAlike({}, {})).toBe(false)
    expect(isNamedAlike({ name: '--' }, { name: '' })).toBe(false)
  })
})
