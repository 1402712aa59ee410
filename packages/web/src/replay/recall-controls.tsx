import type { Known } from '@csii/contract'
import { useState, type FormEvent } from 'react'
import { useText } from '../text/use-text.tsx'
import { Icon } from '../theme/icon.tsx'
import { fieldOf, momentOf, type Zone } from './moment-field.ts'
import type { ReplayState } from './replay-state.ts'
import { WIDTHS, widthInWords } from './time-window.ts'

export interface RecallControlsProps {
  readonly state: ReplayState
  readonly moment: number
  readonly width: number
  readonly onWidth: (width: number) => void
  readonly onChange: (changes: Partial<ReplayState>) => void
  readonly onExport: () => void
  readonly onSearch: () => void
}

/** What of the past is shown, and what can be done with it. */
export function RecallControls({ state, moment, width, onWidth, onChange, onExport, onSearch }: RecallControlsProps) {
  const text = useText()
  return (
    <>
      <KnownSwitch known={state.known} onKnown={(known) => onChange({ known })} />
      <select
        aria-label={text('replay.world')} value={state.exercise ? 'exercise' : 'live'}
        onChange={({ target }) => onChange({ exercise: target.value === 'exercise' })}
      >
        <option value="live">{text('replay.world.live')}</option>
        <option value="exercise">{text('replay.world.exercise')}</option>
      </select>
      <JumpForm moment={moment} onJump={(at) => onChange({ at, speed: 0 })} />
      <span className="time-gap" />
      <select aria-label={text('replay.width')} value={width} onChange={({ target }) => onWidth(Number(target.value))}>
        {WIDTHS.map((each) => <option key={each} value={each}>{widthInWords(each)}</option>)}
      </select>
      <button type="button" aria-keyshortcuts="h" title={`${text('search.title')} (H)`} onClick={onSearch}>
        <Icon name="search" /> {text('search.open')}
      </button>
      <button type="button" aria-keyshortcuts="x" title={`${text('export.title')} (X)`} onClick={onExport}>
        <Icon name="file-download-google" /> {text('export.open')}
      </button>
    </>
  )
}

function KnownSwitch({ known, onKnown }: { readonly known: Known; readonly onKnown: (known: Known) => void }) {
  const text = useText()
  return (
    <fieldset className="palettes time-known" aria-label={text('replay.known')}>
      {(['then', 'now'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={known === each} title={text(`replay.known.${each}.long`)} onClick={() => onKnown(each)}>
          {text(`replay.known.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** A moment typed by a reader who knows when it was. */
function JumpForm({ moment, onJump }: { readonly moment: number; readonly onJump: (at: number) => void }) {
  const text = useText()
  const [zone, setZone] = useState<Zone>('utc')
  const [typed, setTyped] = useState<string>()
  const at = momentOf(typed ?? fieldOf(moment, zone), zone)
  const jump = (event: FormEvent) => {
    event.preventDefault()
    if (at !== undefined) onJump(at)
    setTyped(undefined)
  }
  return (
    <form className="time-jump" aria-label={text('replay.jump')} onSubmit={jump}>
      <input
        type="datetime-local" step={1} aria-label={text('replay.jump')} value={typed ?? fieldOf(moment, zone)}
        onChange={({ target }) => setTyped(target.value)}
      />
      <select aria-label={text('replay.zone')} value={zone} onChange={({ target }) => setZone(target.value === 'local' ? 'local' : 'utc')}>
        <option value="utc">UTC</option>
        <option value="local">{text('app.local')}</option>
      </select>
      <button type="submit" disabled={at === undefined}>{text('replay.go')}</button>
    </form>
  )
}
