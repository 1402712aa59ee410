import type { SensorAlert } from '@csii/contract'
import { useSensorAlerts } from '../api/api.ts'
import { formatAge } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { reasonInWords } from './health-words.ts'

export interface SensorAlertsProps {
  /** Node time. */
  readonly now: number
  readonly onOpenSources: () => void
}

/** More would hide the map that they are about. The rest is counted. */
const SHOWN = 3

/** Says across the screen which sensors no longer hear: what is missing from the picture. Announced without haste. */
export function SensorAlerts({ now, onOpenSources }: SensorAlertsProps) {
  const text = useText()
  const { data: alerts = [] } = useSensorAlerts()
  return (
    <div className="sensor-alerts" role="status" aria-label={text('alerts.title')}>
      {alerts.length > 0 && (
        <>
          <ul>
            {alerts.slice(0, SHOWN).map((alert) => (
              <Alert key={alert.sourceId} alert={alert} now={now} />
            ))}
          </ul>
          <button type="button" className="flat" onClick={onOpenSources}>
            {alerts.length > SHOWN ? text('alerts.more', { n: alerts.length - SHOWN }) : text('alerts.show')}
          </button>
        </>
      )}
    </div>
  )
}

function Alert({ alert, now }: { readonly alert: SensorAlert; readonly now: number }) {
  const text = useText()
  const { title, simulated, state, since } = alert
  return (
    <li className={`sensor-${state}`}>
      <strong>{title}</strong> {simulated && <span className="mark mark-sim">{text('mark.simulated')} </span>}
      <span className="alert-state">{text(`health.${state}`)}</span>{' '}
      {/* It ticks, which must not be read out each second. */}
      <span className="number" aria-hidden="true">
        {formatAge(now - since)}
      </span>{' '}
      <span>{reasonInWords(alert, text)}</span>
    </li>
  )
}
