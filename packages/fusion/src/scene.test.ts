import { describe, expect, it } from 'vitest'
import { emptyScene, followed, measured } from './fixtures/followed.ts'
import { bequia } from './fixtures/watch.ts'
import { AIRBORNE, FIXED, SURFACE } from './motion/imm.ts'
import { Scene } from './scene.ts'

describe('a track that begins', () => {
  it('has a serial number, and a name that says whether it is simulated', () => {
    const of = (simulated: boolean) => new Scene(simulated, () => 7, () => ({ means: 'ais' }), () => {}).start(0)
    expect(of(false)).toMatchObject({ serial: 7, id: 'T-7', simulated: false })
    expect(of(true)).toMatchObject({ serial: 7, id: 'SIM-7', simulated: true })
  })

  it('asks for room before it is there', () => {
    const held: number[] = []
    const scene: Scene = emptyScene(() => held.push(scene.tracks.size))
    scene.start(0)
    scene.start(0)
    expect(held).toEqual([0, 1])
  })

  it('moves as its sort moves', () => {
    const scene = emptyScene()
    const agilityOf = (sort: { isFixed?: boolean; isAirborne?: boolean }) => {
      const track = Object.assign(scene.start(0), sort)
      scene.place(track, measured())
      return track.body!.agility
    }
    expect(agilityOf({})).toBe(SURFACE)
    expect(agilityOf({ isAirborne: true })).toBe(AIRBORNE)
    expect(agilityOf({ isFixed: true })).toBe(FIXED)
  })
})

describe('a track that goes', () => {
  it('is nowhere any more, and told once', () => {
    const scene = emptyScene()
    const track = followed(scene)
    scene.own(track, scene.identityOf(377_000_001))
    scene.drop(track)
    scene.drop(track)
    expect(scene.gone).toEqual([track])
    expect(scene.tracks.size + scene.identities.size).toBe(0)
    scene.grid.near(bequia.lat, bequia.lon, () => expect.fail('The grid still has it.'))
  })
})

describe('an identity', () => {
  it('is of one track at a time unless two state it, and goes with the last', () => {
    const scene = emptyScene()
    const [one, other] = [followed(scene), followed(scene)]
    const identity = scene.identityOf(377_000_001)
    scene.own(one, identity)
    scene.own(other, identity)
    scene.own(other, identity)
    expect(identity.tracks).toEqual([one, other])
    scene.disown(one)
    expect(scene.identities.get(377_000_001)).toBe(identity)
    scene.drop(other)
    expect(scene.identities.size).toBe(0)
  })

  it('is found by the names that were said to be of the same object', () => {
    const scene = emptyScene()
    scene.aliases.set('uid VCT 12', 377_000_001)
    expect(scene.identityOf('uid VCT 12')).toBe(scene.identityOf(377_000_001))
  })

  it('is left behind by a track that takes another', () => {
    const scene = emptyScene()
    const track = followed(scene)
    scene.own(track, scene.identityOf(1))
    scene.own(track, scene.identityOf(2))
    expect([...scene.identities.keys()]).toEqual([2])
  })
})

describe('sensors', () => {
  it('are worked through in the order of their names, in whatever order they were first heard', () => {
    const orders = [['radar', 'ais', 'vms'], ['vms', 'radar', 'ais']].map((names) => {
      const scene = emptyScene()
      for (const name of names) scene.scannerOf(name)
      return [...scene.scanners.keys()]
    })
    expect(orders).toEqual([['ais', 'radar', 'vms'], ['ais', 'radar', 'vms']])
  })

  it('keep the number that they were given', () => {
    const scene = emptyScene()
    const numbers = ['radar', 'ais', 'radar'].map((name) => scene.sensorIndex(name))
    expect(numbers).toEqual([0, 1, 0])
    expect(scene.sensorIds).toEqual(['radar', 'ais'])
  })
})

describe('a track that changed', () => {
  it('is listed once until it was looked at', () => {
    const scene = emptyScene()
    const track = followed(scene)
    scene.touch(track)
    scene.touch(track)
    expect(scene.changed).toEqual([track])
  })
})
