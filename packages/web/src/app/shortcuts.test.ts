import { describe, expect, it } from 'vitest'
import { commandOf } from './shortcuts.ts'

const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean } = {}, isTyping = false) =>
  commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held }, isTyping)

describe('a key', () => {
  it.each([
    ['?', 'help'],
    ['/', 'search'],
    ['f', 'freeze'],
    ['F', 'freeze'],
    ['l', 'list'],
    ['s', 'sources'],
    ['r', 'sighting'],
    ['c', 'coverage'],
    ['e', 'explanation'],
    ['D', 'dark'],
    ['Escape', 'close'],
  ])('%s asks for %s', (key, kind) => {
    expect(press(key)).toEqual({ kind })
  })

  it('from 1 to 4 chooses a palette', () => {
    expect(['1', '2', '3', '4'].map((key) => press(key))).toEqual(
      ['bright', 'day', 'dusk', 'night'].map((palette) => ({ kind: 'palette', palette })),
    )
  })

  it('is text while the reader types, but for Escape', () => {
    expect(press('f', {}, true)).toBeUndefined()
    expect(press('1', {}, true)).toBeUndefined()
    expect(press('Escape', {}, true)).toEqual({ kind: 'close' })
  })

  it('is the browser’s when held with Ctrl, Alt or Meta', () => {
    expect(press('f', { ctrlKey: true })).toBeUndefined()
    expect(press('l', { altKey: true })).toBeUndefined()
    expect(press('s', { metaKey: true })).toBeUndefined()
  })

  it.each(['5', '0', 'x', 'Tab', 'toString'])('%s asks for nothing', (key) => {
    expect(press(key)).toBeUndefined()
  })
})
