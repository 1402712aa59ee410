import type { FiledSightings } from '@csii/contract'
import { useState } from 'react'
import { useSightings } from '../api/sighting-queries.ts'
import { formatAge, formatLatitude, formatLongitude, formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

export interface RecentSightingsProps {
  /** Node time. */
  readonly now: number
  readonly onShow: (lat: number, lon: number) => void
}

/** The reports of the last day, in the words of those who gave them. */
export function RecentSightings({ now, onShow }: RecentSightingsProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { data } = useSightings(isOpen)
  return (
    <details className="recent-sightings" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text('sighting.recent')}</summary>
      {data?.sightings.length === 0 && <p className="empty">{text('sighting.recent.none')}</p>}
      <ul className="plain">
        {data?.sightings.map((sighting) => (
          <RecentSighting key={sighting.filed.id} sighting={sighting} now={now} onShow={onShow} />
        ))}
      </ul>
    </details>
  )
}

type Sighting = FiledSightings['sightings'][number]

export function RecentSighting({ sighting, now, onShow }: RecentSightingsProps & { readonly sighting: Sighting }) {
  const text = useText()
  const { filed: { id, filedAt, position: { lat, lon }, simulated, answer }, report } = sighting
  return (
    <li>
      <strong>{id}</strong> {simulated && <span className="mark mark-sim">{text('mark.simulated')}</span>}
      <span className="number">{formatUtc(filedAt)} UTC · {formatAge(now - filedAt)}</span>
      <q>{report.text ?? report.description ?? answer}</q>
      <button type="button" className="flat" aria-label={`${text('details.show')}: ${id}`} onClick={() => onShow(lat, lon)}>
        {formatLatitude(lat)} {formatLongitude(lon)}
      </button>
    </li>
  )
}
