import { useText } from '../text/use-text.tsx'
import { Icon } from '../theme/icon.tsx'
import type { ScreenState } from './screen-state.ts'
import type { ChangeScreen } from './use-screen.ts'

export interface ViewTabsProps {
  readonly screen: ScreenState
  readonly onChange: ChangeScreen
}

/** Opens and closes the list and the panels. A rail at the side, or on a narrow screen a bar below. */
export function ViewTabs({ screen, onChange }: ViewTabsProps) {
  const text = useText()
  const toggle = (panel: 'details' | 'sources' | 'sighting') => {
    // A narrow screen shows one thing at a time: what was in front makes way.
    const narrow = !matchMedia('(min-width: 760px)').matches
    onChange({ panel: screen.panel === panel ? 'none' : panel, ...(narrow && { list: false }) })
  }
  const toggleList = () => {
    const narrow = !matchMedia('(min-width: 760px)').matches
    onChange({ list: !screen.list, ...(narrow && { panel: 'none' }) })
  }
  return (
    <nav className="views" aria-label={text('app.views')}>
      <button type="button" aria-pressed={screen.list} aria-keyshortcuts="l" onClick={toggleList}>
        <Icon name="alert-list" />
        <span>{text('tracks.title')}</span>
      </button>
      <button type="button" aria-pressed={screen.panel === 'details'} onClick={() => toggle('details')}>
        <Icon name="target-select-iec" />
        <span>{text('details.title')}</span>
      </button>
      <button
        type="button"
        aria-pressed={screen.panel === 'sources'}
        aria-keyshortcuts="s"
        onClick={() => toggle('sources')}
      >
        <Icon name="antenna" />
        <span>{text('sources.title')}</span>
      </button>
      <button
        type="button"
        aria-pressed={screen.panel === 'sighting'}
        aria-keyshortcuts="r"
        onClick={() => toggle('sighting')}
      >
        <Icon name="visibility-on-google" />
        <span>{text('sighting.tab')}</span>
      </button>
      <button
        type="button"
        aria-pressed={screen.coverage}
        aria-keyshortcuts="c"
        onClick={() => onChange({ coverage: !screen.coverage })}
      >
        <Icon name="radar-range-iec" />
        <span>{text('coverage.title')}</span>
      </button>
    </nav>
  )
}
