import { describe, expect, it } from 'vitest'
import { createNodeClock } from './node-clock.ts'

describe('the node clock', () => {
  it('is this computer’s until the node said anything', () => {
    expect(createNodeClock().at(1000)).toBe(1000)
  })

  it('follows the frame that travelled fastest', () => {
    const clock = createNodeClock()
    clock.heard(60_000, 1900)
    clock.heard(60_500, 1510)
    clock.heard(61_000, 2800)
    expect(clock.at(2000)).toBe(60_990)
  })

  it('forgets old frames, so that a clock set right meanwhile is believed', () => {
    const clock = createNodeClock()
    clock.heard(90_000, 0)
    for (let i = 0; i < 20; i++) clock.heard(1000 + i, i)
    expect(clock.at(50)).toBe(1050)
  })
})
