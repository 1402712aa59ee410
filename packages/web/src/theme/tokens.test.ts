/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { PALETTES } from './palette.ts'
import { trimTokens } from './trim-tokens.ts'

const OPENBRIDGE = '@oicl/openbridge-webcomponents/dist/openbridge.css'
const openBridge = readFileSync(createRequire(import.meta.url).resolve(OPENBRIDGE), 'utf8')
const sheets = ['base', 'top-bar', 'panels', 'tracks', 'map', 'sources', 'coverage', 'narrow']
const ours = sheets.map((name) => readFileSync(new URL(`${name}.css`, import.meta.url), 'utf8')).join('\n')
const tokens = trimTokens(openBridge, ours)
const named = new Set([...ours.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!))
const ownNames = new Set([...ours.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name!))

/** The tokens of one palette, by name. */
function tokensOf(palette: string): Map<string, string> {
  const start = tokens.indexOf(`:root[data-obc-theme="${palette}"] {`)
  const block = tokens.slice(start, tokens.indexOf('}', start))
  return new Map([...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]))
}

function luminance(colour = ''): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('our style sheets', () => {
  it('ship a small part of OpenBridge', () => {
    expect(tokens.length).toBeLessThan(openBridge.length / 20)
  })

  it('name no token that does not exist', () => {
    const missing = [...named].filter((name) => !ownNames.has(name) && !tokens.includes(`  ${name}:`))
    expect(missing).toEqual([])
  })
})

describe.each(PALETTES)('in the palette %s', (palette) => {
  const of = tokensOf(palette)

  it('every colour we name is there', () => {
    const colours = [...named].filter((name) => name.endsWith('-color'))
    expect(colours.filter((name) => !of.has(name))).toEqual([])
  })

  it('text can be read, the soft one too (WCAG 2.2, 1.4.3)', () => {
    for (const paper of ['--container-background-color', '--container-global-color', '--container-section-color']) {
      expect(contrast(of.get('--element-active-color'), of.get(paper))).toBeGreaterThanOrEqual(7)
      expect(contrast(of.get('--element-neutral-color'), of.get(paper))).toBeGreaterThanOrEqual(4.5)
    }
  })
})
