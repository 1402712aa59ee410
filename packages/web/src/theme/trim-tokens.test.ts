import { describe, expect, it } from 'vitest'
import { trimTokens } from './trim-tokens.ts'

const block = (selector: string, lines: string) => `${selector} {\n${lines}\n}\n`
const OPENBRIDGE = [
  block(':root,\n.obc-component-size-regular', '--gap: var(--base-gap);\n--base-gap: 4px;\n--unused-size: 9px;'),
  ...['day', 'dusk', 'night', 'bright'].map((name) =>
    block(`:root[data-obc-theme="${name}"]`, `--ink: rgb(1, 2, 3);\n--paper: var(\n  --sheet\n);\n--sheet: ${name};`),
  ),
].join('')

describe('the tokens taken from OpenBridge', () => {
  it('are those our style sheets name', () => {
    const css = trimTokens(OPENBRIDGE, 'p { color: var(--ink); }')
    expect(css.match(/--ink/g)).toHaveLength(4)
    expect(css).not.toContain('--sheet')
    expect(css).not.toContain('--unused-size')
  })

  it('bring along those they are made of', () => {
    const css = trimTokens(OPENBRIDGE, 'p { background: var(--paper); margin: var(--gap); }')
    expect(css).toContain('--sheet: night;')
    expect(css).toContain('--base-gap: 4px;')
  })

  it('apply as day when no palette was chosen', () => {
    expect(trimTokens(OPENBRIDGE, 'p { color: var(--ink); }')).toContain(':root, :root[data-obc-theme="day"] {')
  })

  it('cannot be taken from a style sheet that lacks a palette', () => {
    expect(() => trimTokens(':root,\n.obc-component-size-regular { }', '')).toThrow('data-obc-theme="day"')
  })
})
