import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { ReplayRequest } from './replay-request.ts'

const requests = Compile(ReplayRequest)
const PLAY = { type: 'play', at: Date.UTC(2026, 10, 24, 2, 10), speed: 60, known: 'then', exercise: false }

describe('what a client of the replay sends', () => {
  it('is where it looks, or what it plays', () => {
    expect(requests.Check({ type: 'view', west: -64, south: 10, east: -58, north: 18 })).toBe(true)
    expect(requests.Check(PLAY)).toBe(true)
    expect(requests.Check({ ...PLAY, speed: -3600, known: 'now', exercise: true })).toBe(true)
  })

  it.each([
    { ...PLAY, speed: 3601 }, { ...PLAY, at: -1 }, { ...PLAY, at: 1e15 }, { ...PLAY, known: 'x' }, { ...PLAY, exercise: undefined },
    { ...PLAY, more: 1 }, { type: 'stop' },
  ])('is refused where it is senseless: %j', (request) => {
    expect(requests.Check(request)).toBe(false)
  })
})
