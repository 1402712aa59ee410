import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { SHORTCUTS } from './shortcuts.ts'
import { ViewTabs } from './view-tabs.tsx'
import { HOME } from './screen-state.ts'

describe('the help', () => {
  const html = render(<HelpDialog open={false} onClose={() => undefined} />)

  it('gives every shortcut with its meaning', () => {
    expect(html.match(/<dt>/g)).toHaveLength(SHORTCUTS.length)
    expect(wordsOf(html)).toContain('/ Search')
    expect(wordsOf(html)).toContain('1 2 3 4 Bright, day, dusk, night')
  })

  it('has a name, and a button that closes it', () => {
    expect(html).toMatch(/<dialog[^>]*aria-labelledby="help-title"/)
    expect(html).toContain('aria-label="Close: Keyboard shortcuts"')
  })
})

describe('the tabs', () => {
  const tabs = render(
    <ViewTabs
      screen={{ place: HOME, palette: 'day', locale: 'en', panel: 'sources', list: false, coverage: false }}
      onChange={() => undefined}
    />,
  )

  it('lead to the list and to the panels', () => {
    expect(wordsOf(tabs)).toBe('Tracks Details Sources Report Coverage')
  })

  it('show what is open', () => {
    expect([...tabs.matchAll(/aria-pressed="(\w+)"/g)].map(([, pressed]) => pressed)).toEqual([
      'false',
      'false',
      'true',
      'false',
      'false',
    ])
  })
})
