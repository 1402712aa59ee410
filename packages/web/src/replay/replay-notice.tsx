import { useEffect } from 'react'
import { formatMoment } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import type { ReplayState } from './replay-state.ts'

export interface ReplayNoticeProps {
  readonly state: ReplayState
  /** The moment shown. */
  readonly now: number
  readonly locale: string
  /** The node cannot show the moment that was asked for. */
  readonly isFailing: boolean
  readonly onLeave: () => void
}

/** Says across the whole screen that the picture is of the past, of when, by whose knowledge, and leads back. */
export function ReplayNotice({ state, now, locale, isFailing, onLeave }: ReplayNoticeProps) {
  const text = useText()
  useEffect(() => {
    document.title = text('replay.page')
    return () => void (document.title = text('app.title'))
  }, [text])
  return (
    <div className="replay-notice">
      <strong className="replay-badge" aria-hidden="true">{text('replay.title')}</strong>
      <span role="status" className="hidden">{text('replay.announced')}</span>
      <time className="number" dateTime={new Date(now).toISOString()}>{formatMoment(now, locale)}</time>
      <span>{text(`replay.notice.${state.known}`)}</span>
      {state.exercise && <span className="mark mark-sim">{text('app.simulated')}</span>}
      {isFailing && <span role="alert" className="mark mark-caution">{text('replay.cannot')}</span>}
      <button type="button" aria-keyshortcuts="t" title={`${text('replay.back')} (T)`} onClick={onLeave}>{text('replay.back')}</button>
    </div>
  )
}
