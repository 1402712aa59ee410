import { describe, expect, it } from 'vitest'
import { PALETTES } from '../theme/palette.ts'
import { MAP_COLOURS } from './map-colours.ts'

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(PALETTES)('the map in the palette %s', (palette) => {
  const colours = MAP_COLOURS[palette]

  it('has labels that can be read on sea and on land (WCAG 2.2, 1.4.3)', () => {
    expect(contrast(colours.label, colours.sea)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.label, colours.land)).toBeGreaterThanOrEqual(4.5)
  })

  it('has marks that stand out from the sea (WCAG 2.2, 1.4.11)', () => {
    expect(contrast(colours.selected, colours.sea)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.alarm, colours.sea)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.leader, colours.sea)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.uncovered, colours.sea)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.covered, colours.sea)).toBeGreaterThanOrEqual(3)
  })

  it('has icons that can be told on their fill', () => {
    for (const fill of [colours.neutral, colours.unknown, colours.paper]) {
      expect(contrast(colours.ink, fill)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the palettes', () => {
  it('grow darker from bright to night', () => {
    const seas = PALETTES.map((palette) => luminance(MAP_COLOURS[palette].sea))
    expect(seas).toEqual(seas.toSorted((a, b) => b - a))
  })

  it('dazzle nobody at night: nothing but the ring around the selection has a third of the light of white', () => {
    const { selected: _, ...night } = MAP_COLOURS.night
    for (const [name, colour] of Object.entries(night)) expect(luminance(colour), name).toBeLessThan(1 / 3)
  })
})
