import { useHealth } from '../api/api.ts'
import { SensorAlerts } from '../coverage/sensor-alerts.tsx'
import type { LinkState } from '../link/link-state.ts'
import { ReplayNotice } from '../replay/replay-notice.tsx'
import type { Replay } from '../replay/use-replay.ts'
import { LinkNotice } from './link-notice.tsx'
import { RecordNotice } from './record-notice.tsx'
import type { ChangeScreen } from './use-screen.ts'

export interface NoticesProps {
  readonly link: LinkState
  readonly replay: Replay
  /** This browser's time. */
  readonly localTime: number
  /** Of what is shown, node time. */
  readonly now: number
  /** Of the node: another while the past is shown. */
  readonly liveNow: number
  readonly locale: string
  readonly change: ChangeScreen
  readonly onLeave: () => void
}

/** What must be known before the picture is read, from the gravest on. */
export function Notices({ link, replay: { state, link: past }, localTime, now, liveNow, locale, change, onLeave }: NoticesProps) {
  const { data: health } = useHealth()
  return (
    <div className="notices">
      {state && <ReplayNotice state={state} now={now} locale={locale} isFailing={past?.problem() !== undefined} onLeave={onLeave} />}
      <LinkNotice link={link} localTime={localTime} now={now} />
      <RecordNotice record={health?.record} now={liveNow} />
      <SensorAlerts now={liveNow} onOpenSources={() => change({ panel: 'sources' })} />
    </div>
  )
}
