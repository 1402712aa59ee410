import type { FiledSighting } from '@csii/contract'
import { useText } from '../text/use-text.tsx'
import { Icon } from '../theme/icon.tsx'

export interface FiledReportProps {
  readonly filed: FiledSighting
  readonly onShow: (lat: number, lon: number) => void
}

/** The number of a report, and the sentence to read back to whoever gave it. */
export function FiledReport({ filed: { id, answer, position, simulated, understood }, onShow }: FiledReportProps) {
  const text = useText()
  return (
    <div className="filed">
      <p>
        {text('sighting.filed', { id })} {simulated && <span className="mark mark-sim">{text('app.simulated')}</span>}
      </p>
      <blockquote lang={understood.language}>{answer}</blockquote>
      <div className="actions">
        <button type="button" onClick={() => onShow(position.lat, position.lon)}>
          <Icon name="target-select-iec" /> {text('details.show')}
        </button>
      </div>
    </div>
  )
}
