import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, SECOND, watch } from './fixtures/watch.ts'

describe('a track as others see it', () => {
  it('goes where it goes, and at rest points where it says', () => {
    const moving = watch()
    moving.hear(report(0, bequia, { courseDeg: 90 }), report(10_000, off(50), { courseDeg: 90 }))
    expect(moving.only().courseDeg).toBeCloseTo(90, 0)
    const resting = watch()
    for (let n = 0; n < 5; n++) resting.hear(report(n * 10_000, bequia, { speed: 0.05, courseDeg: 123, headingDeg: 200 }))
    expect(resting.only()).toMatchObject({ courseDeg: 123, headingDeg: 200 })
    expect(resting.only().speed).toBeLessThan(0.3)
  })

  it('keeps what the last report of each said: heading, height, by what means it was seen', () => {
    const sea = watch()
    sea.hear(report(0, bequia, { headingDeg: 80, courseDeg: 90 }), report(5000, off(25), { courseDeg: 90 }))
    expect(sea.only()).toMatchObject({ headingDeg: 80, fix: { means: 'ais' } })
    sea.hear(plot('radar', 6000, off(30)), plot('radar', 9000, off(45)))
    sea.settle(9000)
    expect(sea.only().fix!.means).toBe('radar')
  })

  it('is the same object as long as it lives', () => {
    const { tracker, hear } = watch()
    hear(report(0, bequia))
    const before = tracker.tracks.get('T-1')
    hear(report(5000, off(5)))
    expect(tracker.tracks.get('T-1')).toBe(before)
    expect(before!.fix!.time).toBe(5000)
  })

  it('is as surely of its identity as nothing speaks against it, and less where two state it', () => {
    const sea = watch()
    sea.hear(report(0, bequia), report(5000, bequia))
    expect(sea.only().identity).toEqual({ probability: 1, isConflicting: false, isPinned: false })
    sea.hear(report(6000, off(50_000)), report(7000, bequia))
    expect(sea.only().identity!.isConflicting).toBe(true)
    expect(sea.only().identity!.probability).toBeLessThan(1)
  })

  it('has no identity where it states none', () => {
    const sea = watch()
    for (let scan = 0; scan < 4; scan++) sea.hear(plot('radar', scan * 3000, bequia))
    sea.settle(9000)
    expect(sea.only()).toMatchObject({ identity: undefined, claim: {}, suspicion: undefined })
  })

  it('tells of a past that has changed, and from when on', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(report(n * 10_000, off(n * 50), { courseDeg: 90 }))
    expect(sea.only()).toMatchObject({ revision: 0, revisedFrom: undefined })
    sea.hear(report(45_000, off(225), { courseDeg: 90, sensorId: 'castries', receivedAt: 91_000 }))
    expect(sea.only()).toMatchObject({ revision: 1, revisedFrom: 45_000, fix: { time: 90_000 } })
  })
})

describe('where a track will be', () => {
  it('is further along, and the less sure the later', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(report(n * 10_000, off(n * 50), { courseDeg: 90 }))
    const [soon, late] = [60, 600].map((seconds) => sea.tracker.foresee('T-1', (90 + seconds) * SECOND)!)
    expect(soon!.velocity.east).toBeCloseTo(5, 0)
    expect(soon!.position.lon).toBeCloseTo(off(750).lon, 3)
    expect(late!.position.lon).toBeGreaterThan(soon!.position.lon)
    expect(late!.covariance.ee).toBeGreaterThan(4 * soon!.covariance.ee)
  })

  it('is unknown where there is no such track, or nobody said where it is', () => {
    const { tracker } = watch()
    expect(tracker.foresee('T-1', 0)).toBeUndefined()
    tracker.statement({ ...report(0, bequia), claim: { mmsi: 5 } })
    tracker.advance(0)
    expect(tracker.foresee('T-1', 0)).toBeUndefined()
    expect(tracker.explain('T-1')).toMatchObject({ taken: [], motion: { steady: expect.closeTo(0.8, 6) } })
  })
})

describe('what only a radar sees', () => {
  it('flies, where nothing afloat goes so fast', () => {
    const sea = watch({ receptionAt: () => 0.9 })
    for (let scan = 0; scan < 20; scan++) sea.hear(plot('radar', scan * 3000, off(scan * 240 - 2000)))
    sea.settle(57_000)
    const fast = [...sea.shown.values()].filter(({ speed }) => speed! > 60)
    expect(fast).toHaveLength(1)
    expect(fast[0]!.darkness).toBeUndefined()
  })

  it('does not fly at the speed of a go-fast', () => {
    const sea = watch({ receptionAt: () => 0.9 })
    for (let scan = 0; scan < 40; scan++) sea.hear(plot('radar', scan * 3000, off(scan * 75 - 2000)))
    sea.settle(117_000)
    expect(sea.only().darkness!.probability).toBeGreaterThan(0.8)
  })
})
