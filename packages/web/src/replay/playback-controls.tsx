import { formatAge } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { Icon, type IconName } from '../theme/icon.tsx'
import type { ReplayCommand } from './replay-keys.ts'
import { SPEEDS, type ReplayState } from './replay-state.ts'

export interface PlaybackControlsProps {
  readonly state: ReplayState
  readonly obey: (command: ReplayCommand) => void
  readonly onSpeed: (speed: number) => void
  /** How far one step goes, ms. */
  readonly step: number
  readonly hasMarks: boolean
}

/** What a tape has: play, steps, speed, backward. */
export function PlaybackControls({ state: { speed }, obey, onSpeed, step, hasMarks }: PlaybackControlsProps) {
  const text = useText()
  const isPlaying = speed !== 0
  const isBackward = speed < 0
  return (
    <div className="time-group" role="group" aria-label={text('replay.playback')}>
      <Press icon="media-skip-previous" words={text('replay.mark.before')} keys="," disabled={!hasMarks} onPress={() => obey({ kind: 'mark-before' })} />
      <Press icon="backward-fast" words={text('replay.step.back', { step: formatAge(step) })} keys="←" onPress={() => obey({ kind: 'step', way: -1, isFar: false })} />
      <button
        type="button" className="time-play" aria-keyshortcuts="Space" title={`${text(isPlaying ? 'replay.pause' : 'replay.play')} (␣)`}
        onClick={() => obey({ kind: 'toggle' })}
      >
        <Icon name={isPlaying ? 'media-pause' : 'media-play'} /> {text(isPlaying ? 'replay.pause' : 'replay.play')}
      </button>
      <Press icon="forward-fast" words={text('replay.step.on', { step: formatAge(step) })} keys="→" onPress={() => obey({ kind: 'step', way: 1, isFar: false })} />
      <Press icon="media-skip-next" words={text('replay.mark.after')} keys="." disabled={!hasMarks} onPress={() => obey({ kind: 'mark-after' })} />
      <select
        className="time-speed" aria-label={text('replay.speed')} title={`${text('replay.speed')} ([ ])`} aria-keyshortcuts="[ ]"
        value={Math.abs(speed)} onChange={({ target }) => onSpeed(Number(target.value) * (isBackward ? -1 : 1))}
      >
        {!isPlaying && <option value={0}>{text('replay.still')}</option>}
        {isPlaying && !SPEEDS.some((each) => each === Math.abs(speed)) && <option value={Math.abs(speed)}>{Math.abs(speed)}×</option>}
        {SPEEDS.map((each) => <option key={each} value={each}>{each}×</option>)}
      </select>
      <button type="button" aria-pressed={isBackward} onClick={() => onSpeed(isPlaying ? -speed : -60)}>{text('replay.reverse')}</button>
    </div>
  )
}

interface PressProps {
  readonly icon: IconName
  readonly words: string
  readonly keys: string
  readonly disabled?: boolean
  readonly onPress: () => void
}

const Press = ({ icon, words, keys, disabled = false, onPress }: PressProps) => (
  <button type="button" className="time-press" aria-label={words} title={`${words} (${keys})`} disabled={disabled} onClick={onPress}>
    <Icon name={icon} />
  </button>
)
