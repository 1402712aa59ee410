import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from '../fixtures/followed.ts'
import { bequia, plot } from '../fixtures/watch.ts'
import { Numbers } from './numbers.ts'

function setUp() {
  const scene = emptyScene()
  const numbers = new Numbers((track) => scene.tracks.has(track))
  const [radar, tak] = [scene.scannerOf('radar'), scene.scannerOf('tak')]
  return { scene, numbers, radar, tak, one: followed(scene), other: followed(scene) }
}
const seen = (sensorTrack?: string) => plot('radar', 0, bequia, sensorTrack === undefined ? {} : { sensorTrack })

describe('the number that a sensor gives an object', () => {
  it('leads to the track that took its last plot', () => {
    const { numbers, radar, one, other } = setUp()
    numbers.tie(radar, seen('7'), one)
    expect(numbers.trackOf(radar, seen('7'))).toBe(one)
    numbers.tie(radar, seen('7'), other)
    expect(numbers.trackOf(radar, seen('7'))).toBe(other)
  })

  it('is its own: that of another sensor says nothing', () => {
    const { numbers, radar, tak, one } = setUp()
    numbers.tie(radar, seen('7'), one)
    expect(numbers.trackOf(tak, seen('7'))).toBeUndefined()
  })

  it('is of nobody where the sensor gives none', () => {
    const { numbers, radar, one } = setUp()
    numbers.tie(radar, seen(), one)
    expect(numbers.trackOf(radar, seen())).toBeUndefined()
    expect(numbers.passedTo(radar, seen())).toBeUndefined()
  })
})

describe('numbers of one track that become those of another', () => {
  it('are all, or those of one sensor', () => {
    const { numbers, radar, tak, one, other } = setUp()
    numbers.tie(radar, seen('7'), one)
    numbers.tie(tak, seen('8'), one)
    expect(numbers.pass(one, other, tak)).toHaveLength(1)
    expect(numbers.trackOf(tak, seen('8'))).toBe(other)
    expect(numbers.trackOf(radar, seen('7'))).toBe(one)
    expect(numbers.pass(one, other)).toHaveLength(1)
    expect(numbers.trackOf(radar, seen('7'))).toBe(other)
  })

  it('tell of a person’s word only where it was one', () => {
    const { numbers, radar, one, other } = setUp()
    numbers.tie(radar, seen('7'), one)
    numbers.pass(one, other)
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
    numbers.pass(other, one, undefined, true)
    expect(numbers.passedTo(radar, seen('7'))).toBe(one)
  })

  it('hold by a person’s word until another track takes the number', () => {
    const { numbers, radar, one, other } = setUp()
    numbers.tie(radar, seen('7'), one)
    numbers.pass(one, other, undefined, true)
    numbers.tie(radar, seen('7'), other)
    expect(numbers.passedTo(radar, seen('7'))).toBe(other)
    numbers.tie(radar, seen('7'), one)
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
  })

  it('lead nowhere once the track is gone, or once they are nobody’s', () => {
    const { scene, numbers, radar, one, other } = setUp()
    numbers.tie(radar, seen('7'), one)
    const passed = numbers.pass(one, other, undefined, true)
    scene.drop(other)
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
    numbers.release(passed)
    expect(numbers.trackOf(radar, seen('7'))).toBeUndefined()
  })

  it('are not kept for ever: of tracks long gone most are let go', () => {
    const { scene, numbers, radar, one } = setUp()
    numbers.tie(radar, seen('kept'), one)
    for (let n = 0; n < 5000; n++) {
      const track = followed(scene)
      numbers.tie(radar, seen(String(n)), track)
      scene.drop(track)
    }
    const left = Array.from({ length: 5000 }, (_, n) => numbers.trackOf(radar, seen(String(n)))).filter(Boolean)
    expect(left.length).toBeLessThanOrEqual(1024)
    expect(numbers.trackOf(radar, seen('kept'))).toBe(one)
  })
})
