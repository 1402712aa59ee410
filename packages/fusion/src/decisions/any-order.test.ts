import type { Claim, Decision } from '@csii/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decided } from '../fixtures/decided.ts'
import { off, plot, report, statement, watch, type Watch } from '../fixtures/watch.ts'

const CLAIMS: readonly Claim[] = [
  { mmsi: 1 }, { mmsi: 2 }, { mmsi: 3, name: 'A' }, { mmsi: 9, callSign: 'Q' }, { icaoAddress: 5 }, { uid: 'x', name: 'A' },
  { uid: 'y', callSign: 'Q' }, { mmsi: 992_000_001, station: 'aton' }, { mmsi: 2_000_001, station: 'base' },
]
const place = fc.record({ metres: fc.constantFrom(0, 20, 60, 300, 5000, 40_000), bearing: fc.integer({ min: 0, max: 359 }) })
const late = fc.constantFrom(0, 0, 0, 2000, 100_000)
const which = fc.nat({ max: 8 })
const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('report'), place, late, claim: fc.constantFrom(...CLAIMS), sensorId: fc.constantFrom('kingstown', 'castries', 'sentinel') }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('echo'), place, late, sensorId: fc.constantFrom('radar', 'other-radar', 'sentinel', 'tak'), sensorTrack: fc.constantFrom(undefined, '1', '2') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('state'), claim: fc.constantFrom(...CLAIMS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split'), which, sensorId: fc.constantFrom('radar', 'kingstown', 'tak', 'nobody') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge'), which, other: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pin'), which, identity: fc.constantFrom('1', '2', '3', 'icao 5', 'uid x', 'nobody') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo'), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(-5_000_000, -1000, 100, 3000, 20_000, 200_000, 90_000_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget') }) },
)
type Step = Partial<{ do: string; place: { metres: number; bearing: number }; late: number; claim: Claim; sensorId: string; sensorTrack: string | undefined
  which: number; other: number; identity: string; ms: number }>

const MOST = 12

it('the tracker keeps its order whatever people decide and take back, and whatever is heard meanwhile', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 20, maxLength: 80 }), (all) => {
      const sea = watch({ maxTracks: MOST })
      let now = 0
      all.forEach((step: Step, at) => {
        if (step.do === 'wait') now += step.ms!
        carryOut(sea, step, at, now)
        sea.tracker.advance(now)
        expectOrder(sea, now)
      })
    }),
    { numRuns: 60 },
  )
})

function carryOut({ tracker, shown }: Watch, step: Step, at: number, now: number): void {
  const { sensorId = 'kingstown', claim = {} } = step
  const id = (nth = 0): string => [...shown.keys()][nth] ?? 'T-0'
  const decide = (decision: Decision) => tracker.decide(decided(`decision ${at}`, decision))
  const position = off(step.place?.metres ?? 0, step.place?.bearing)
  const heard = { receivedAt: now, ...(step.sensorTrack !== undefined && { sensorTrack: step.sensorTrack }) }
  switch (step.do) {
    case 'report': return tracker.plot(report(now - step.late!, position, { ...heard, sensorId, claim, courseDeg: 90 }))
    case 'echo': return tracker.plot(plot(sensorId, now - step.late!, position, heard))
    case 'state': return tracker.statement({ ...statement(now, {}), claim })
    case 'split': return void decide({ kind: 'split', trackId: id(step.which), sensorId })
    case 'merge': return void decide({ kind: 'merge', trackId: id(step.which), otherId: id(step.other) })
    case 'pin': return void decide({ kind: 'pin', trackId: id(step.which), identity: step.identity! })
    case 'undo': return void tracker.undo(`decision ${at - 1 - step.which!}`)
    case 'forget': return tracker.forget(now)
  }
}

function expectOrder({ tracker, shown, forgotten }: Watch, now: number): void {
  expect([...tracker.tracks.keys()].toSorted()).toEqual([...shown.keys()].toSorted())
  expect(shown.size).toBeLessThanOrEqual(MOST)
  expect(new Set(forgotten).size).toBe(forgotten.length)
  expect(forgotten.filter((id) => shown.has(id))).toEqual([])
  for (const [id, track] of tracker.tracks) {
    expect(track.id).toBe(id)
    expect(JSON.stringify({ track, foreseen: tracker.foresee(id, now + 1000), why: tracker.explain(id) })).not.toContain('null')
    expect(tracker.explain(id)!.trackId).toBe(id)
    const { ee, en, nn } = track.fix?.covariance ?? { ee: 1, en: 0, nn: 1 }
    expect(ee * nn - en * en).toBeGreaterThan(0)
  }
}
