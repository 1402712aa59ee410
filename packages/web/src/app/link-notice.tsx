import type { LinkState } from '../link/link-state.ts'
import { formatAge, formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

export interface LinkNoticeProps {
  readonly link: LinkState
  /** This browser's time, by which the link is judged. */
  readonly localTime: number
  /** The same moment by the node's clock. */
  readonly now: number
}

/** Says across the whole screen that the picture is not of this moment. */
export function LinkNotice({ link, localTime, now }: LinkNoticeProps) {
  const text = useText()
  if (link.kind === 'live') return null
  const age = localTime - link.since
  return (
    <p className="link-notice">
      <span role="alert">{text(`link.notice.${link.kind}`, { time: formatUtc(now - age) })}</span>
      {/* It ticks, which must not be read out each second. */}
      <span className="link-age" aria-hidden="true">{formatAge(age)}</span>
    </p>
  )
}
