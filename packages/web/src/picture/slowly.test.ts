import { describe, expect, it } from 'vitest'
import { slowly } from './slowly.ts'

function setting() {
  const listeners = new Set<() => void>()
  const waiting: (() => void)[] = []
  let told = 0
  const subscribe = slowly((listener) => (listeners.add(listener), () => void listeners.delete(listener)), 400, (run) => void waiting.push(run))
  const stop = subscribe(() => (told += 1))
  return {
    stop,
    listeners,
    told: () => told,
    change: () => listeners.forEach((listener) => listener()),
    pass: () => waiting.splice(0).forEach((run) => run()),
  }
}

describe('a reader of the picture', () => {
  it('is told once of all that changed meanwhile', () => {
    const { change, pass, told } = setting()
    change()
    change()
    expect(told()).toBe(0)
    pass()
    expect(told()).toBe(1)
  })

  it('is told again of what changes later', () => {
    const { change, pass, told } = setting()
    change()
    pass()
    change()
    pass()
    expect(told()).toBe(2)
  })

  it('is told nothing once it has left', () => {
    const { change, pass, told, stop, listeners } = setting()
    change()
    stop()
    pass()
    expect(told()).toBe(0)
    expect(listeners.size).toBe(0)
  })
})
