import { describe, expect, it } from 'vitest'
import { epochsOf } from './epoch.ts'
import { during, META, object, track } from './fixtures/world.ts'

const idsOf = ({ tracks }: { tracks: readonly { id: string | number }[] } | undefined = { tracks: [] }) =>
  tracks.map(({ id }) => id)

describe('the epochs of a scenario', () => {
  it('are the times at which there is something to see, in order, from the time asked', () => {
    const truth = [
      ...during([30, 10, 20], object({ id: 'T' })),
      object({ id: 'I', t: 40, vis: false }),
      object({ id: 'G', t: 50, cls: 'ghost', vis: false }),
    ]
    const times = (from?: number) =>
      epochsOf({ meta: META, truth, tracks: [], ...(from === undefined ? {} : { from }) }).map(({ t }) => t)
    expect(times()).toEqual([10, 20, 30, 50])
    expect(times(20)).toEqual([20, 30, 50])
  })

  it('take the tracks of their time to the millisecond, and no others', () => {
    const tracks = [
      track({ id: 'exact', t: 10 }),
      track({ id: 'almost', t: 10.0004 }),
      track({ id: 'other', t: 10.001 }),
    ]
    expect(idsOf(epochsOf({ meta: META, truth: [object({ id: 'T', t: 10 })], tracks })[0])).toEqual(['exact', 'almost'])
  })
})

describe('a track counts not', () => {
  const ghost = object({ id: 'ghost:A', x: 5000, cls: 'ghost', vis: false, dark: null })

  it('while a false AIS position is near and no object nearer', () => {
    const tracks = [track({ id: 'on it', x: 5499 }), track({ id: 'off it', x: 5500 }), track({ id: 'away', x: 0 })]
    expect(idsOf(epochsOf({ meta: META, truth: [object({ id: 'T' }), ghost], tracks })[0])).toEqual(['off it', 'away'])
    expect(idsOf(epochsOf({ meta: META, truth: [object({ id: 'T', x: 5500 }), ghost], tracks })[0])).toEqual([
      'on it',
      'off it',
      'away',
    ])
  })

  it('beside an object that no sensor could see', () => {
    const hidden = object({ id: 'H', x: 5000, vis: false })
    const tracks = [track({ id: 'lucky', x: 5010 }), track({ id: 'K' })]
    const [epoch] = epochsOf({ meta: META, truth: [object({ id: 'T' }), hidden], tracks })
    expect(idsOf(epoch)).toEqual(['K'])
    expect(epoch?.objects.map(({ id }) => id)).toEqual(['T'])
  })

  it('away from the known objects where only some are known', () => {
    const meta = { ...META, truth_partial: true, gospa_c: 50 }
    const tracks = [track({ id: 'near', x: 49 }), track({ id: 'unknown', x: 51 })]
    expect(idsOf(epochsOf({ meta, truth: [object({ id: 'T' })], tracks })[0])).toEqual(['near'])
    expect(
      idsOf(epochsOf({ meta: { ...meta, truth_partial: false }, truth: [object({ id: 'T' })], tracks })[0]),
    ).toHaveLength(2)
  })
})

describe('a false AIS position is found out', () => {
  const ghosts = [
    object({ id: 'ghost:A', cls: 'ghost', vis: false }),
    object({ id: 'ghost:B', x: 9000, cls: 'ghost', vis: false }),
  ]
  const flagged = (...tracks: ReturnType<typeof track>[]) => epochsOf({ meta: META, truth: ghosts, tracks })[0]

  it('by a suspect track beside it, not by one that is believed or far away', () => {
    expect(flagged(track({ id: 1, x: 300, suspect: true }))).toMatchObject({ ghosts: 2, ghostsFlagged: 1 })
    expect(flagged(track({ id: 1, x: 300 }))).toMatchObject({ ghosts: 2, ghostsFlagged: 0 })
    expect(flagged(track({ id: 1, x: 500, suspect: true }))).toMatchObject({ ghosts: 2, ghostsFlagged: 0 })
  })
})
