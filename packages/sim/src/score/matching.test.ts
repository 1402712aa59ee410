import { describe, expect, it } from 'vitest'
import { during, META, object, track } from './fixtures/world.ts'
import type { MatchedEpoch } from './matching.ts'
import type { TrackLine, TruthLine } from './scenario.ts'
import { matchedEpochs } from './score.ts'

const match = (truth: readonly TruthLine[], tracks: readonly TrackLine[]) =>
  matchedEpochs({ meta: META, truth, tracks })
const pairsOf = ({ matches }: MatchedEpoch) => matches.map(({ object: { id }, track }) => `${id}-${track.id}`)

describe('a track and an object are a pair', () => {
  it('below the cutoff and not at it', () => {
    expect(match([object({ id: 'A' })], [track({ id: 1, x: 499.9 })]).map(pairsOf)).toEqual([['A-1']])
    expect(match([object({ id: 'A' })], [track({ id: 1, x: 500 })]).map(pairsOf)).toEqual([[]])
  })

  it('so that all together are nearest, not each by itself', () => {
    const truth = [object({ id: 'A', x: 0 }), object({ id: 'B', x: 300 })]
    // Track 1 is nearest to both; only if A takes 2 is B found well.
    const [epoch] = match(truth, [track({ id: 1, x: 140 }), track({ id: 2, x: -200 })])
    expect(pairsOf(epoch!)).toEqual(['A-2', 'B-1'])
    expect(epoch!.best).toEqual({ pairs: 2, squares: 200 ** 2 + 160 ** 2 })
  })

  it('still when another comes a little nearer, and no longer when it is much nearer', () => {
    const truth = during([0, 10], object({ id: 'A' }))
    const later = (x: number) =>
      match(truth, [track({ id: 1, x: 50 }), track({ id: 1, t: 10, x: 50 }), track({ id: 2, t: 10, x })])
    // It is preferred by 60² m²: 50² − 60² is less than nothing, 65² − 60² is more than 20².
    expect(later(0).map(pairsOf)).toEqual([['A-1'], ['A-1']])
    const far = match(truth, [track({ id: 1, x: 50 }), track({ id: 1, t: 10, x: 65 }), track({ id: 2, t: 10, x: 20 })])
    expect(far.map(pairsOf)).toEqual([['A-1'], ['A-2']])
    expect(far[1]?.best).toEqual({ pairs: 1, squares: 400 })
  })
})

describe('what is left over', () => {
  const [epoch] = match(
    [object({ id: 'A' }), object({ id: 'B', x: 10_000 })],
    [track({ id: 1 }), track({ id: 2, x: 249 }), track({ id: 3, x: 250 }), track({ id: 4, x: 3000 })],
  )

  it('is redundant within half the cutoff of an object, and spurious beyond', () => {
    expect(epoch?.redundant.map(({ object: { id }, track, distance }) => [id, track.id, distance])).toEqual([
      ['A', 2, 249],
    ])
    expect(epoch?.spurious.map(({ track, nearest }) => [track.id, nearest])).toEqual([
      [3, 250],
      [4, 3000],
    ])
  })

  it('are also the objects that no track has', () => {
    expect(epoch?.missed.map(({ id }) => id)).toEqual(['B'])
  })

  it('is spurious at no distance where there is no object', () => {
    const [alone] = match([object({ id: 'ghost:A', cls: 'ghost', x: 9000 })], [track({ id: 1 })])
    expect(alone?.spurious).toEqual([{ track: track({ id: 1 }), nearest: Infinity }])
  })
})
