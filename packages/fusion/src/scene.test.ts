import { describe, expect, it } from 'vitest'
import { bequia } from './fixtures/watch.ts'
import { newMeasure } from './measure.ts'
import { Scene } from './scene.ts'

const scene = () => {
  let serial = 0
  return new Scene(false, () => ++serial, () => ({ means: 'radar' }), () => {})
}

describe('the identities of a scene', () => {
  it('are known by what states them, and forgotten with the last track that does', () => {
    const sea = scene()
    const [one, other] = [sea.start(0), sea.start(0)]
    const identity = sea.identityOf(1)
    sea.own(one, identity)
    sea.own(other, identity)
    expect(sea.identityOf(1)).toBe(identity)
    sea.drop(one)
    expect(identity.tracks).toEqual([other])
    sea.disown(other)
    expect([sea.identities.size, other.identity]).toEqual([0, undefined])
  })

  it('give way in a track that takes another', () => {
    const sea = scene()
    const track = sea.start(0)
    const [before, after] = [sea.identityOf(1), sea.identityOf(2)]
    sea.own(track, before)
    sea.own(track, after)
    expect([before.tracks, after.tracks]).toEqual([[], [track]])
    expect([...sea.identities.keys()]).toEqual([2])
  })

  it('are one where they are bound, through others too, and never round in a circle', () => {
    const sea = scene()
    sea.bind('uid a', 1)
    sea.bind(1, 2)
    expect([sea.identityOf('uid a').key, sea.identityOf(1).key, sea.identityOf(2).key]).toEqual([2, 2, 2])
    sea.bind(2, 1)
    expect([sea.identityOf('uid a').key, sea.identityOf(1).key, sea.identityOf(2).key]).toEqual([1, 1, 1])
  })

  it('cannot be bound without end', () => {
    const sea = scene()
    for (let n = 0; n < 5000; n++) sea.bind(`uid ${n}`, 1)
    expect(sea.aliases.size).toBe(4096)
    expect(sea.identityOf('uid 4999').key).toBe(1)
  })
})

describe('the tracks of a scene', () => {
  it('are numbered on and on', () => {
    const sea = scene()
    expect([sea.start(0), sea.start(0)].map(({ id }) => id)).toEqual(['T-1', 'T-2'])
  })

  it('leave nothing behind where they are dropped, once or twice', () => {
    const sea = scene()
    const track = sea.start(0)
    sea.place(track, { ...newMeasure(), ...bequia, rxx: 100, ryy: 100 })
    sea.drop(track)
    sea.drop(track)
    const near: unknown[] = []
    sea.grid.near(bequia.lat, bequia.lon, (each) => near.push(each))
    expect([sea.tracks.size, near, sea.gone]).toEqual([0, [], [track]])
  })

  it('are told to have changed once', () => {
    const sea = scene()
    const track = sea.start(0)
    sea.touch(track)
    sea.touch(track)
    expect(sea.changed).toEqual([track])
  })
})

describe('the scanners of a scene', () => {
  it('stand in the order of their names, whichever was heard first', () => {
    const sea = scene()
    for (const id of ['north', 'east', 'south']) sea.scannerOf(id)
    expect([...sea.scanners.keys()]).toEqual(['east', 'north', 'south'])
    expect(sea.scannerOf('east')).toBe(sea.scanners.get('east'))
    expect(sea.sensorIds[sea.scannerOf('south').index]).toBe('south')
  })
})
