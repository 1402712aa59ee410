import { useEffect, useRef, useState } from 'react'
import { useActivity } from '../api/history-queries.ts'
import type { View } from '../link/picture-link.ts'
import { useText } from '../text/use-text.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { Histogram } from './histogram.tsx'
import { PlaybackControls } from './playback-controls.tsx'
import { RecallControls } from './recall-controls.tsx'
import type { Span } from './replay-clock.ts'
import { focusOf, replayCommandOf, type ReplayCommand } from './replay-keys.ts'
import { nextSpeed, type ReplayState } from './replay-state.ts'
import { stepOf, WIDTHS, windowWith } from './time-window.ts'
import type { Replay } from './use-replay.ts'
import './icons.ts'
import '../theme/replay.css'

export interface TimeBarProps {
  readonly replay: Replay
  readonly state: ReplayState
  /** The moment shown. */
  readonly now: number
  readonly locale: string
  /** What the map shows. */
  readonly view: View | undefined
  readonly onSearch: () => void
}

const BINS = 240
const FIRST_WIDTH = WIDTHS[1]
const UNKNOWN: Span = { from: 0, to: 8.64e15 }

/** Where in time the picture is, and everything that moves it there. */
export function TimeBar({ replay, state, now, locale, view, onSearch }: TimeBarProps) {
  const text = useText()
  const { span = UNKNOWN, link, isWithoutHistory, change } = replay
  const isSeeking = link?.isSeeking() ?? true
  // The cursor goes where it was put, also before the picture follows.
  const moment = isSeeking ? state.at : now
  const [width, setWidth] = useState<number>(FIRST_WIDTH)
  const [isExporting, setExporting] = useState(false)
  const shown = useWindow(moment, width, span)
  const { data } = useActivity({ ...shown, bins: BINS, exercise: state.exercise })
  const marks = data?.marks ?? []

  const within = (at: number) => Math.max(span.from, Math.min(span.to, at))
  const obey = (command: ReplayCommand): void => {
    switch (command.kind) {
      case 'toggle':
        return change(state.speed === 0 ? { speed: lastSpeed.current } : { speed: 0 })
      case 'step':
        return change({ at: within(moment + command.way * stepOf(width, command.isFar)), speed: 0 })
      case 'slower':
      case 'faster':
        return change({ speed: nextSpeed(state.speed, command.kind === 'faster' ? 1 : -1) })
      case 'first':
      case 'last':
        return change({ at: within(command.kind === 'first' ? shown.from : shown.to), speed: 0 })
      case 'export':
        return setExporting(true)
      default: {
        const isAfter = command.kind === 'mark-after'
        const mark = isAfter ? marks.find(({ time }) => time > moment + 500) : marks.findLast(({ time }) => time < moment - 500)
        if (mark) change({ at: within(mark.time), speed: 0 })
      }
    }
  }
  const lastSpeed = useRef(60)
  useEffect(() => {
    if (state.speed !== 0) lastSpeed.current = state.speed
  }, [state.speed])
  useKeys(obey)

  return (
    <section className="time-bar" aria-label={text('replay.bar')}>
      <div className="time-controls">
        <PlaybackControls state={state} obey={obey} onSpeed={(speed) => change({ speed })} step={stepOf(width, false)} hasMarks={marks.length > 0} />
        <RecallControls
          state={state} moment={moment} width={width} onWidth={setWidth} onChange={change}
          onExport={() => setExporting(true)} onSearch={onSearch}
        />
      </div>
      {isWithoutHistory && <p className="time-notice">{text('replay.no-history')}</p>}
      <Histogram
        activity={data} shown={shown} span={span} moment={moment} isSeeking={isSeeking} locale={locale}
        onSeek={(at) => change({ at: within(at) })}
      />
      {isExporting && <ExportDialog shown={shown} state={state} view={view} onClose={() => setExporting(false)} />}
    </section>
  )
}

/** The window stays where it is until the moment leaves it. */
function useWindow(moment: number, width: number, span: Span): Span {
  const latest = span.to === UNKNOWN.to ? moment : span.to
  const [shown, setShown] = useState(() => windowWith(moment, width, undefined, latest))
  const next = windowWith(moment, width, shown, latest)
  if (next !== shown) setShown(next)
  return next
}

function useKeys(obey: (command: ReplayCommand) => void): void {
  const latest = useRef(obey)
  useEffect(() => {
    latest.current = obey
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = replayCommandOf(event, focusOf(event.target))
      if (!command || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current(command)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
