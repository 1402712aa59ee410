import { geodesicFrom } from '@csii/geo'
import type { LatLon, Means, Plot, Track } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createTracker } from './tracker.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const bequia: LatLon = { lat: 13.01, lon: -61.24 }
const MEANS_OF: Readonly<Record<string, Means>> = {
  radar: 'radar', 'other-radar': 'radar', receiver: 'adsb', sentinel: 'satellite', fisheries: 'vms', tak: 'tak',
}

const plot = (sensorId: string, time: number, position: LatLon, more: Partial<Plot> = {}): Plot =>
  ({ sensorId, time, receivedAt: time, simulated: false, position, covariance: { ee: 900, en: 0, nn: 900 }, ...more })
const off = (metres: number, bearing = 90) => geodesicFrom(bequia, bearing, metres)

function watch(maxTracks = 1000) {
  const shown = new Map<string, Track>()
  const tracker = createTracker(
    { maxTracks, factsOf: (sensorId: string) => MEANS_OF[sensorId] ?? 'unknown' },
    { changed: (track) => shown.set(track.id, track), forgotten: ({ id }) => shown.delete(id) },
  )
  return { tracker, shown, first: (): Track => [...shown.values()][0]! }
}

describe('what a radar sees without numbering it', () => {
  it('is shown once it was seen three times where one object can have gone', () => {
    const { tracker, shown, first } = watch()
    tracker.plot(plot('radar', 0, off(0)))
    tracker.plot(plot('radar', 3000, off(60)))
    expect(shown.size).toBe(0)
    tracker.plot(plot('radar', 6000, off(120)))
    expect(shown.size).toBe(1)
    expect(first()).toMatchObject({ fix: { position: off(120), means: 'radar' }, contributors: [{ plots: 3 }], claim: {} })
  })

  it('stays two objects when both are seen in one turn', () => {
    const { tracker, shown } = watch()
    for (let scan = 0; scan < 4; scan++) {
      tracker.plot(plot('radar', scan * 3000, off(scan * 20)))
      tracker.plot(plot('radar', scan * 3000, off(100 + scan * 20)))
    }
    expect([...shown.values()].map(({ fix }) => fix?.position)).toEqual([off(60), off(160)])
  })

  it('is not tied to what another radar, or an exercise, sees in the same place', () => {
    const { tracker, shown } = watch()
    for (let scan = 0; scan < 3; scan++) {
      tracker.plot(plot('radar', scan * 3000, off(0)))
      tracker.plot(plot('other-radar', scan * 3000 + 1, off(0)))
      tracker.plot(plot('radar', scan * 3000 + 2, off(0), { simulated: true }))
    }
    expect([...shown.values()].map(({ simulated }) => simulated)).toEqual([false, false, true])
  })

  it('does not join what is too far away or too late', () => {
    const { tracker } = watch()
    tracker.plot(plot('radar', 0, off(0)))
    tracker.plot(plot('radar', 3000, off(1000)))
    tracker.plot(plot('radar', 70_000, off(0)))
    expect(tracker.tracks.size).toBe(3)
  })

  it('is gone two minutes after the radar saw it last, and clutter after half a minute', () => {
    const { tracker, shown } = watch()
    for (let scan = 0; scan < 3; scan++) tracker.plot(plot('radar', scan * 3000, off(0)))
    tracker.plot(plot('radar', 6000, off(5000)))
    tracker.forget(6000 + 31_000)
    expect(tracker.tracks.size).toBe(1)
    tracker.forget(6000 + 2 * MINUTE)
    expect(shown.size).toBe(1)
    tracker.forget(6001 + 2 * MINUTE)
    expect([shown.size, tracker.tracks.size]).toEqual([0, 0])
  })

  it('starts afresh where a forgotten one was', () => {
    const { tracker } = watch()
    tracker.plot(plot('radar', 0, off(0)))
    tracker.forget(40_000)
    tracker.plot(plot('radar', 41_000, off(0)))
    expect([...tracker.tracks.keys()]).toEqual(['T-2'])
  })
})

describe('what a radar follows by a number', () => {
  it('is one track at once, of that radar alone', () => {
    const { tracker, shown } = watch()
    tracker.plot(plot('radar', 0, off(0), { sensorTrack: '7' }))
    tracker.plot(plot('radar', 3000, off(50), { sensorTrack: '7' }))
    tracker.plot(plot('other-radar', 3000, off(50), { sensorTrack: '7' }))
    expect([...shown.values()].map(({ contributors }) => contributors[0]?.plots)).toEqual([2, 1])
  })

  it('is another track when the number turns up where the first cannot have gone', () => {
    const { tracker, shown } = watch()
    tracker.plot(plot('radar', 0, off(0), { sensorTrack: '7' }))
    tracker.plot(plot('radar', 3000, off(9000), { sensorTrack: '7' }))
    expect([...shown.keys()]).toEqual(['T-2'])
  })
})

describe('what states another identity than an MMSI', () => {
  it('is one track for each ICAO address, whichever sensor hears it, fast as aircraft are', () => {
    const { tracker, shown, first } = watch()
    const claim = { icaoAddress: 0x4840d6, station: 'aircraft' } as const
    tracker.plot(plot('receiver', 0, off(0), { claim, altitude: 3000 }))
    tracker.plot(plot('radar', 10_000, off(2300), { claim, altitude: 3050 }))
    expect(shown.size).toBe(1)
    expect(first()).toMatchObject({ altitude: 3050, conflicts: [], contributors: [{ plots: 1 }, { plots: 1 }] })
    tracker.forget(10_000 + 5 * MINUTE + 1)
    expect(shown.size).toBe(0)
  })

  it('is one track for each name that its system gives', () => {
    const { tracker, shown } = watch()
    tracker.plot(plot('tak', 0, off(0), { claim: { uid: 'ANDROID-1' } }))
    tracker.plot(plot('tak', 5000, off(10), { claim: { uid: 'ANDROID-1' } }))
    tracker.statement({ ...plot('tak', 6000, off(0)), claim: { uid: 'ANDROID-2' } })
    expect(shown.size).toBe(2)
  })

  it('is taken up again after a restart', () => {
    const before = watch()
    before.tracker.plot(plot('tak', 0, off(0), { claim: { uid: 'ANDROID-1', name: 'WATCH 1' } }))
    const { tracker, shown, first } = watch()
    tracker.restore(before.first())
    tracker.plot(plot('tak', 5000, off(10), { claim: { uid: 'ANDROID-1' } }))
    expect([shown.size, first().claim.name]).toEqual([1, 'WATCH 1'])
  })
})

describe('what is seen only now and then', () => {
  it('is shown at once, each detection of one satellite image for itself, and for a day', () => {
    const { tracker, shown } = watch()
    tracker.plot(plot('sentinel', 0, off(0)))
    tracker.plot(plot('sentinel', 0, off(30)))
    expect(shown.size).toBe(2)
    tracker.forget(24 * HOUR)
    expect(shown.size).toBe(2)
    tracker.forget(24 * HOUR + 1)
    expect(shown.size).toBe(0)
  })

  it('keeps a fishing vessel that reports every two hours', () => {
    const { tracker, shown } = watch()
    for (let hour = 0; hour <= 4; hour += 2) {
      tracker.plot(plot('fisheries', hour * HOUR, off(hour * 5000), { claim: { uid: 'VCT 12' } }))
      tracker.forget(hour * HOUR + 110 * MINUTE)
    }
    expect([...shown.keys()]).toEqual(['T-1'])
  })
})
