import type { Plot, Track } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { off, plot, report, watch, type Watch } from './fixtures/watch.ts'
import { chanceOf } from './registration/fixtures/chance.ts'

const TURNS = 25
/** Two radars and AIS over a few vessels, of which some are silent, one lies, and some plots come late; and clutter. */
function traffic(seed: number): Plot[] {
  const { even, normal } = chanceOf(seed)
  const vessels = Array.from(
    { length: 6 },
    () => ({
      x: 4000 * even(), bearing: 360 * even(), speed: 8 * even(),
      mmsi: even() < 0.6 ? 1000 + Math.floor(5 * even()) : undefined,
    }),
  )
  const plots: Plot[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { x, bearing, speed, mmsi } of vessels) {
      const at = (seconds: number, sigma: number) => off(
        x + speed * seconds + sigma * normal(), bearing + (sigma * normal()) / 100,
      )
      for (const [sensorId, delay] of [['radar', 0], ['other-radar', 1.2]] as const) {
        const time = Math.round((turn * 3 + delay + bearing / 400) * 1000)
        if (even() < 0.85) plots.push(plot(sensorId, time, at(time / 1000, 25)))
      }
      const time = Math.round((turn * 3 + bearing / 150) * 1000)
      if (mmsi && even() < 0.5) {
        plots.push(
          report(
            time, at(time / 1000, 8),
            { claim: { mmsi }, receivedAt: time + (even() < 0.1 ? 9000 : 200), courseDeg: bearing, speed },
          ),
        )
      }
    }
    for (let n = 0; n < 3; n++) {
      plots.push(plot('radar', turn * 3000 + Math.round(2900 * even()), off(9000 * even(), 360 * even())))
    }
    if (turn === 12) plots.push(report(36_500, off(30_000), { claim: { mmsi: 1001 } }))
  }
  return plots.toSorted((a, b) => a.receivedAt - b.receivedAt)
}
/** All plots that were received together, at once. */
function hearTogether(
  sea: Watch, plots: readonly Plot[], order: (together: readonly Plot[]) => readonly Plot[] = (together) => together,
  isHeard: (each: Plot) => boolean = () => true,
) {
  for (const [receivedAt, together] of Map.groupBy(plots, (each) => each.receivedAt)) {
    for (const each of order(together)) if (isHeard(each)) sea.tracker.plot(each)
    sea.tracker.advance(receivedAt)
  }
  sea.settle(TURNS * 3000)
  return sea
}
const seeds = fc.integer({ min: 1, max: 1e6 })
const runs = { numRuns: 15 }
const viewsOf = ({ tracker }: Watch): Track[] => [...tracker.tracks.values()]

describe('the tracker', () => {
  it('gives the same bytes for the same calls', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, two] = [0, 1].map(() => hearTogether(watch(), traffic(seed)))
        expect(JSON.stringify(viewsOf(two!))).toBe(JSON.stringify(viewsOf(one!)))
        expect([two!.changes, two!.forgotten]).toEqual([one!.changes, one!.forgotten])
        expect(JSON.stringify([...two!.shown.keys()].map((id) => two!.tracker.explain(id)))).toBe(
          JSON.stringify([...one!.shown.keys()].map((id) => one!.tracker.explain(id))),
        )
      }),
      runs,
    )
  })

  it('does not care in which order plots come that come together', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        // All that came within three seconds, together: many plots at once.
        const plots = traffic(seed).map(
          (each) => ({ ...each, receivedAt: Math.ceil((each.receivedAt + 1) / 3000) * 3000 }),
        )
        const inOrder = hearTogether(watch(), plots)
        const { even } = chanceOf(seed + 1)
        const shuffled = hearTogether(
          watch(), plots,
          (together) => together.map((each) => ({ each, rank: even() })).toSorted((a, b) => a.rank - b.rank).map(
            ({ each }) => each,
          ),
        )
        expect(JSON.stringify(viewsOf(shuffled))).toBe(JSON.stringify(viewsOf(inOrder)))
      }),
      runs,
    )
  })

  it('uses no plot twice for one track', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { took, shown } = hearTogether(watch(), traffic(seed))
        const taken = new Map<string, Set<Plot>>()
        for (const { plot: each, id } of took) {
          const own = taken.get(id) ?? new Set()
          expect(own.has(each)).toBe(false)
          taken.set(id, own.add(each))
        }
        expect(took.length).toBeGreaterThan(100)
        for (const { id, contributors } of shown.values()) {
          const plots = contributors.reduce((sum, one) => sum + one.plots, 0)
          expect(plots).toBeGreaterThanOrEqual(taken.get(id)?.size ?? 0)
        }
      }),
      runs,
    )
  })

  it('keeps every number a number, and every probability one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const track of viewsOf(hearTogether(watch(), traffic(seed)))) {
          expect(JSON.stringify(track)).not.toContain('null')
          const { existence, darkness, suspicion, identity, fix } = track
          for (const probability of [existence, darkness?.probability, suspicion?.probability, identity?.probability]) {
            expect(probability ?? 0).toBeGreaterThanOrEqual(0)
            expect(probability ?? 1).toBeLessThanOrEqual(1)
          }
          const { ee, en, nn } = fix!.covariance
          expect(ee * nn - en * en).toBeGreaterThan(0)
        }
      }),
      runs,
    )
  })

  it('becomes no surer of anything without evidence', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 60 }), (seed, seconds) => {
        const sea = hearTogether(watch(), traffic(seed))
        const end = TURNS * 3000 + 500
        const before = new Map(
          [...sea.shown].map(
            ([id, { existence, fix }]) => [id, { existence, fix, now: sea.tracker.foresee(id, end)! }],
          ),
        )
        sea.tracker.advance(end + seconds * 1000)
        for (const [id, { existence, fix, now }] of before) {
          const later = sea.tracker.foresee(id, end + seconds * 1000)!
          expect(later.covariance.ee + later.covariance.nn).toBeGreaterThan(
            (now.covariance.ee + now.covariance.nn) * (1 - 1e-6),
          )
          expect(sea.shown.get(id)!.existence).toBeLessThanOrEqual(existence)
          expect(sea.shown.get(id)!.fix).toEqual(fix)
        }
      }),
      runs,
    )
  })

  it('believes less in what a radar does not see where it looks', () => {
    const sea = watch()
    for (let turn = 0; turn < 20; turn++) sea.hear(plot('radar', turn * 3000, off(0)))
    const [id] = [...sea.shown.keys()]
    let before = sea.shown.get(id!)!.existence
    for (let turn = 20; turn < 24; turn++) {
      sea.hear(plot('radar', turn * 3000, off(8000)))
      const after = sea.shown.get(id!)?.existence ?? 0
      expect(after).toBeLessThanOrEqual(before)
      before = after
    }
    expect(before).toBeLessThan(0.999)
  })

  it('never lets an exercise touch the real world', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plots = [...traffic(seed), ...traffic(seed + 1).map((each) => ({ ...each, simulated: true }))].toSorted(
          (a, b) => a.receivedAt - b.receivedAt,
        )
        const alone = hearTogether(watch(), plots, undefined, ({ simulated }) => !simulated)
        const both = hearTogether(watch(), plots)
        const live = viewsOf(both).filter(({ simulated }) => !simulated)
        const bare = (tracks: readonly Track[]) => JSON.stringify(
          tracks.map((track) => ({ ...track, id: '', serial: 0 })),
        )
        expect(bare(live)).toBe(bare(viewsOf(alone)))
      }),
      runs,
    )
  })
})
