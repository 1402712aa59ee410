import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Assigner } from './assignment.ts'
import { Clusters } from './clusters.ts'

type Link = readonly [track: number, plot: number, cost: number]

interface Held {
  readonly tracks: readonly number[]
  readonly plots: readonly number[]
  readonly cost: readonly number[]
}

function clustersOf(links: readonly Link[], clusters = new Clusters()): readonly Held[] {
  const held: Held[] = []
  clusters.begin()
  for (const link of links) clusters.link(...link)
  clusters.each(({ rows, columns, tracks, plots, cost }) => {
    held.push({
      tracks: [...tracks.subarray(0, rows)],
      plots: [...plots.subarray(0, columns)],
      cost: [...cost.subarray(0, rows * columns)],
    })
  })
  return held
}

/** Which tracks can be reached from a track over links. */
function reachable(links: readonly Link[], track: number): ReadonlySet<number> {
  const reached = new Set([track])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    const plots = new Set(links.filter(([from]) => reached.has(from)).map(([, plot]) => plot))
    for (const [from, plot] of links) if (plots.has(plot)) reached.add(from)
  }
  return reached
}

const link = fc.tuple(fc.nat(20), fc.nat(20), fc.double({ min: -9, max: 9, noNaN: true }))
const someLinks = fc.uniqueArray(link, { maxLength: 40, selector: ([track, plot]) => track * 100 + plot })

describe('clusters', () => {
  it('hold tracks and plots that share gates, and no others', () => {
    const links: readonly Link[] = [[4, 0, 1], [1, 2, 3], [4, 1, 2], [0, 1, 5]]
    expect(clustersOf(links)).toEqual([
      { tracks: [0, 4], plots: [0, 1], cost: [Infinity, 5, 1, 2] },
      { tracks: [1], plots: [2], cost: [3] },
    ])
  })

  it('are none where nothing is in a gate', () => {
    expect(clustersOf([])).toEqual([])
  })

  it('take the lesser cost of a pair that is linked twice', () => {
    expect(clustersOf([[0, 0, 4], [0, 0, 2], [0, 0, 3]])[0]!.cost).toEqual([2])
  })

  it('are the connected components: every link is in one, each track in one at most', () => {
    const clusters = new Clusters()
    fc.assert(
      fc.property(someLinks, (links) => {
        const held = clustersOf(links, clusters)
        for (const [track, plot, cost] of links) {
          const [home, ...others] = held.filter(({ tracks }) => tracks.includes(track))
          expect(others).toEqual([])
          expect(new Set(home!.tracks)).toEqual(reachable(links, track))
          expect(home!.cost[home!.tracks.indexOf(track) * home!.plots.length + home!.plots.indexOf(plot)]).toBe(cost)
        }
        const finite = held.flatMap(({ cost }) => cost.filter((value) => value < Infinity))
        expect(finite.length).toBe(links.length)
      }),
    )
  })

  it('are the same in whatever order the links come', () => {
    const shuffled = someLinks.chain((links) =>
      fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length, maxLength: links.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(6, 40_000), ([links, others], mostCells) => {
        expect(clustersOf(others, new Clusters(mostCells))).toEqual(clustersOf(links, new Clusters(mostCells)))
      }),
    )
  })

  it('find room for numbers above any that came before', () => {
    const clusters = new Clusters()
    expect(clustersOf([[3, 1, 1]], clusters).length).toBe(1)
    expect(clustersOf([[50_000, 9_000, 1], [3, 1, 1], [3, 9_000, 7]], clusters)).toEqual([
      { tracks: [3, 50_000], plots: [1, 9_000], cost: [1, 7, Infinity, 1] },
    ])
  })
})

describe('a crowd', () => {
  it('is cut at its dearest links', () => {
    const chain: readonly Link[] = [[0, 0, 1], [1, 0, 2], [1, 1, 1], [2, 1, 8], [2, 2, 1], [3, 2, 2]]
    expect(clustersOf(chain, new Clusters(4))).toEqual([
      { tracks: [0, 1], plots: [0, 1], cost: [1, Infinity, 2, 1] },
      { tracks: [2, 3], plots: [2], cost: [1, 2] },
    ])
  })

  it('never makes a cluster larger than was allowed, nor an empty one, nor a link that was not', () => {
    const clusters = new Clusters(6)
    fc.assert(
      fc.property(someLinks, (links) => {
        const costOf = new Map(links.map(([track, plot, cost]) => [`${track}:${plot}`, cost]))
        for (const { tracks, plots, cost } of clustersOf(links, clusters)) {
          expect(tracks.length * plots.length).toBeLessThanOrEqual(6)
          expect(tracks.length * plots.length).toBeGreaterThan(0)
          const linked = tracks.flatMap((track) => plots.map((plot) => costOf.get(`${track}:${plot}`) ?? Infinity))
          expect(cost).toEqual(linked)
        }
      }),
    )
  })

  it('costs as much to assign cluster by cluster as all at once', () => {
    const [assigner, clusters] = [new Assigner(), new Clusters()]
    fc.assert(
      fc.property(someLinks, (links) => {
        const all = new Float64Array(21 * 21).fill(Infinity)
        for (const [track, plot, cost] of links) all[track * 21 + plot] = cost
        const out = new Int32Array(21)
        const miss = new Float64Array(21).fill(3)
        const together = assigner.solve(all, 21, 21, miss, out)
        let apart = 3 * (21 - new Set(links.map(([track]) => track)).size)
        clusters.begin()
        for (const each of links) clusters.link(...each)
        clusters.each(({ rows, columns, cost }) => (apart += assigner.solve(cost, rows, columns, miss, out)))
        expect(apart).toBeCloseTo(together, 9)
      }),
    )
  })
})
