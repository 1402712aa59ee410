import type { HealthView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import type { LinkState } from '../link/link-state.ts'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { HOME, type ScreenState } from './screen-state.ts'
import { TopBar } from './top-bar.tsx'

const NOW = Date.UTC(2026, 10, 24, 3, 5, 9)
const SCREEN: ScreenState = { place: HOME, palette: 'dusk', locale: 'fr', panel: 'none', list: true, coverage: false }
const HEALTH: HealthView = {
  status: 'ok',
  node: 'Kingstown',
  nation: 'VCT',
  version: '0.1.0',
  time: NOW,
  startedAt: NOW,
  simulated: false,
  tracks: 3,
  sources: 1,
  sourcesOpen: 1,
  pipelineDelayMs: 0,
}

const bar = (link: LinkState, simulated = false, health?: HealthView) =>
  render(
    <TopBar
      screen={SCREEN}
      onChange={() => undefined}
      onHelp={() => undefined}
      link={link}
      simulated={simulated}
      nodeTime={NOW}
    />,
    health ? [[['health'], health]] : [],
  )

describe('the top bar', () => {
  it('names the node and its nation, and tells the time in UTC', () => {
    const words = wordsOf(bar({ kind: 'live', since: NOW }, false, HEALTH))
    expect(words).toContain('CSII Kingstown VCT')
    expect(words).toContain('03:05:09 UTC')
  })

  it('says how the link is, and since when it is not live', () => {
    expect(wordsOf(bar({ kind: 'live', since: NOW }))).toContain('Live')
    expect(wordsOf(bar({ kind: 'connecting', since: NOW }))).toContain('Connecting')
    expect(wordsOf(bar({ kind: 'stale', since: NOW - 9000 }))).toContain('Stale since 03:05:00 UTC')
    expect(wordsOf(bar({ kind: 'lost', since: NOW - 9000 }))).toContain('Link lost since 03:05:00 UTC')
  })

  it('says SIMULATED when anything shown is, or any source is an exercise', () => {
    const live: LinkState = { kind: 'live', since: NOW }
    expect(wordsOf(bar(live, true, HEALTH))).toContain('SIMULATED')
    expect(wordsOf(bar(live, false, { ...HEALTH, simulated: true }))).toContain('SIMULATED')
    expect(wordsOf(bar(live, false, HEALTH))).not.toContain('SIMULATED')
  })

  it('has a name for each of its buttons, and shows which palette is chosen', () => {
    const html = bar({ kind: 'live', since: NOW })
    const buttons = html.match(/<button[^>]*>/g) ?? []
    expect(buttons).toHaveLength(5)
    for (const button of buttons) expect(button).toContain('aria-label="')
    expect(buttons.filter((button) => button.includes('aria-pressed="true"'))).toHaveLength(1)
    expect(html).toMatch(/aria-pressed="true" aria-label="Dusk"/)
  })

  it('offers each language by its own name, in its own language', () => {
    expect(bar({ kind: 'live', since: NOW })).toContain('<option value="ht" lang="ht">Kreyòl ayisyen</option>')
  })
})
