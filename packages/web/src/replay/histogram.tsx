import { useMemo, useRef, type PointerEvent } from 'react'
import type { ActivityMark, ActivityView } from '../api/history-views.ts'
import { formatMoment, formatShortDay, formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import type { Span } from './replay-clock.ts'
import { barsOf, shareOf, ticksOf } from './time-window.ts'

export interface HistogramProps {
  readonly activity: ActivityView | undefined
  readonly shown: Span
  /** What is remembered. */
  readonly span: Span
  readonly moment: number
  readonly isSeeking: boolean
  readonly locale: string
  readonly onSeek: (at: number) => void
}

const TICKS = 10
/** A pointer that is dragged asks for no more moments than a replay can show. */
const DRAG_EVERY_MS = 80

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`

/** How much was heard when, what was remarkable, and the moment shown: a slider by pointer and by keys. */
export function Histogram({ activity, shown, span, moment, isSeeking, locale, onSeek }: HistogramProps) {
  const text = useText()
  const dragged = useRef({ isHeld: false, at: 0 })
  const bins = activity?.bins
  const bars = useMemo(() => barsOf(bins?.map(({ plots }) => plots) ?? []), [bins])
  const near = (activity?.marks ?? []).find(({ time }) => Math.abs(time - moment) < (shown.to - shown.from) / 240)

  const seek = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    onSeek(Math.round(shown.from + ((shown.to - shown.from) * Math.max(0, Math.min(width, clientX - left))) / width))
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!dragged.current.isHeld || event.timeStamp - dragged.current.at < DRAG_EVERY_MS) return
    dragged.current.at = event.timeStamp
    seek(event)
  }
  const isShown = moment >= shown.from && moment <= shown.to
  return (
    <div className="time-line">
      <div
        className={isSeeking ? 'time-slider seeking' : 'time-slider'} role="slider" tabIndex={0} aria-label={text('replay.moment')}
        aria-valuemin={Math.round(shown.from / 1000)} aria-valuemax={Math.round(shown.to / 1000)} aria-valuenow={Math.round(moment / 1000)}
        aria-valuetext={formatMoment(moment, locale)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current = { isHeld: true, at: event.timeStamp }
          seek(event)
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          if (dragged.current.isHeld && event.timeStamp - dragged.current.at > 0) seek(event)
          dragged.current.isHeld = false
        }}
      >
        <svg viewBox={`0 0 ${Math.max(1, bins?.length ?? 1)} 100`} preserveAspectRatio="none" aria-hidden="true"><path d={bars} /></svg>
        <Unknown shown={shown} span={span} />
        <Marks marks={activity?.marks ?? []} shown={shown} />
        {isShown && (
          <div className="time-cursor" style={{ left: percent(shareOf(moment, shown)) }}>
            <span className={shareOf(moment, shown) > 0.9 ? 'at-end' : ''}>{formatUtc(moment)}{near && ` · ${near.text}`}</span>
          </div>
        )}
      </div>
      <div className="time-axis" aria-hidden="true">
        {ticksOf(shown, TICKS).map(({ time, isMidnight }) => (
          <span key={time} className={isMidnight ? 'midnight' : ''} style={{ left: percent(shareOf(time, shown)) }}>
            {isMidnight ? formatShortDay(time, locale) : formatUtc(time).slice(0, 5)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Before and after what is remembered. */
function Unknown({ shown, span }: { readonly shown: Span; readonly span: Span }) {
  return (
    <>
      {span.from > shown.from && <div className="time-unknown" style={{ left: 0, width: percent(shareOf(span.from, shown)) }} />}
      {span.to < shown.to && <div className="time-unknown" style={{ right: 0, width: percent(1 - shareOf(span.to, shown)) }} />}
    </>
  )
}

const Marks = ({ marks, shown }: { readonly marks: readonly ActivityMark[]; readonly shown: Span }) =>
  marks
    .filter(({ time }) => time >= shown.from && time <= shown.to)
    .map(({ time, kind, text }) => (
      <i key={`${time} ${kind} ${text}`} className={`time-mark mark-${kind}`} title={`${formatUtc(time)} ${text}`} style={{ left: percent(shareOf(time, shown)) }} />
    ))
