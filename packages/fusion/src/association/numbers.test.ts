import { describe, expect, it } from 'vitest'
import { bequia, plot } from '../fixtures/watch.ts'
import { Scene } from '../scene.ts'
import { Scanner } from '../sensing/scanner.ts'
import { Numbers } from './numbers.ts'

function sea() {
  let serial = 0
  const scene = new Scene(false, () => ++serial, () => ({ means: 'radar' }), () => {})
  const numbers = new Numbers((track) => scene.tracks.has(track))
  return { numbers, start: () => scene.start(0), drop: scene.drop.bind(scene) }
}
const radar = new Scanner('radar', 0, { means: 'radar' })
const other = new Scanner('other-radar', 1, { means: 'radar' })
const seen = (sensorTrack?: string) => plot('radar', 0, bequia, sensorTrack === undefined ? {} : { sensorTrack })

describe('the numbers by which sensors follow their objects', () => {
  it('lead to the track, each for its own sensor', () => {
    const { numbers, start } = sea()
    const track = start()
    numbers.tie(radar, seen('7'), track)
    expect(numbers.trackOf(radar, seen('7'))).toBe(track)
    expect(numbers.trackOf(other, seen('7'))).toBeUndefined()
    expect(numbers.trackOf(radar, seen())).toBeUndefined()
  })

  it('are used again for another object', () => {
    const { numbers, start } = sea()
    const [before, after] = [start(), start()]
    numbers.tie(radar, seen('7'), before)
    numbers.tie(radar, seen('7'), after)
    expect(numbers.trackOf(radar, seen('7'))).toBe(after)
  })

  it('go from one track to another, of one sensor or of all', () => {
    const { numbers, start } = sea()
    const [from, to] = [start(), start()]
    numbers.tie(radar, seen('7'), from)
    numbers.tie(other, seen('8'), from)
    numbers.pass(from, to, radar)
    expect([numbers.trackOf(radar, seen('7')), numbers.trackOf(other, seen('8'))]).toEqual([to, from])
    numbers.pass(from, to)
    expect(numbers.trackOf(other, seen('8'))).toBe(to)
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
  })

  it('hold by a person\'s word until they are used for another object, released, or the track is gone', () => {
    const { numbers, start, drop } = sea()
    const [from, to] = [start(), start()]
    const passed = () => {
      numbers.tie(radar, seen('7'), from)
      return numbers.pass(from, to, undefined, true)
    }
    passed()
    expect(numbers.passedTo(radar, seen('7'))).toBe(to)
    numbers.tie(radar, seen('7'), to)
    expect(numbers.passedTo(radar, seen('7'))).toBe(to)
    numbers.tie(radar, seen('7'), start())
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
    numbers.release(passed())
    expect(numbers.trackOf(radar, seen('7'))).toBeUndefined()
    passed()
    drop(to)
    expect(numbers.passedTo(radar, seen('7'))).toBeUndefined()
  })

  it('of tracks that are gone are not kept without end', () => {
    const { numbers, start, drop } = sea()
    const kept = start()
    numbers.tie(radar, seen('kept'), kept)
    for (let n = 0; n < 5000; n++) {
      const track = start()
      numbers.tie(radar, seen(String(n)), track)
      drop(track)
    }
    const remembered = Array.from({ length: 5000 }, (_, n) => numbers.trackOf(radar, seen(String(n)))).filter((track) => track)
    expect(remembered.length).toBeLessThan(1100)
    expect(numbers.trackOf(radar, seen('kept'))).toBe(kept)
  })
})
