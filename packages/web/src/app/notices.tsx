import { useHealth } from '../api/api.ts'
import { SensorAlerts } from '../coverage/sensor-alerts.tsx'
import type { LinkState } from '../link/link-state.ts'
import { ReplayNotice } from '../replay/replay-notice.tsx'
import type { Replay } from '../replay/use-replay.ts'
import { LinkNotice } from './link-notice.tsx'
import { RecordNotice } from './record-notice.tsx'
import type { ScreenState } from './screen-state.ts'

export interface NoticesProps {
  readonly replay: Replay
  readonly link: LinkState
  /** This browser's time. */
  readonly localTime: number
  /** The moment that is shown, and the node's own. */
  readonly now: number
  readonly liveNow: number
  readonly locale: ScreenState['locale']
  readonly onLeave: () => void
  readonly onOpenSources: () => void
}

/** Says across the screen what is amiss: that this is not now, that the line is down, that nothing is kept, what does not hear. */
export function Notices({ replay, link, localTime, now, liveNow, locale, onLeave, onOpenSources }: NoticesProps) {
  const { data: health } = useHealth()
  return (
    <div className="notices">
      {replay.state && (
        <ReplayNotice state={replay.state} now={now} locale={locale} isFailing={replay.link?.problem() !== undefined} onLeave={onLeave} />
      )}
      <LinkNotice link={link} localTime={localTime} now={now} />
      <RecordNotice record={health?.record} now={liveNow} />
      <SensorAlerts now={liveNow} onOpenSources={onOpenSources} />
    </div>
  )
}
