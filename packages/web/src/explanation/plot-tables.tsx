import type { ExplanationView } from '@csii/contract'
import type { ReactNode } from 'react'
import { formatAge } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

/** The rest is on the chart. */
const MOST_SHOWN = 30

interface PlotsProps<Plot> {
  readonly plots: readonly Plot[]
  readonly now: number
}

/** From where the track was expected, in standard deviations. */
const formatSigmas = (distanceSquared: number): string => `${Math.sqrt(distanceSquared).toFixed(1)} σ`

export function TakenPlots({ plots, now }: PlotsProps<ExplanationView['taken'][number]>) {
  const text = useText()
  return (
    <PlotTable
      title={text('explain.taken')}
      last={text('explain.weight')}
      rows={plots.map((plot) => ({ plot, last: `${Math.round(100 * plot.weight)} %` }))}
      now={now}
    />
  )
}

export interface RejectedPlotsProps extends PlotsProps<ExplanationView['rejected'][number]> {
  readonly onTrack: (trackId: string) => void
}

export function RejectedPlots({ plots, now, onTrack }: RejectedPlotsProps) {
  const text = useText()
  return (
    <PlotTable
      title={text('explain.rejected')}
      last={text('explain.why')}
      rows={plots.map((plot) => ({
        plot,
        last: (
          <>
            {text(`rejection.${plot.because}`)}
            {plot.takenBy !== undefined && <TakenBy trackId={plot.takenBy} onTrack={onTrack} />}
          </>
        ),
      }))}
      now={now}
    />
  )
}

function TakenBy({ trackId, onTrack }: { readonly trackId: string; readonly onTrack: (trackId: string) => void }) {
  const text = useText()
  return (
    <>
      {', '}
      <button type="button" className="link" onClick={() => onTrack(trackId)}>{text('explain.taken-by', { id: trackId })}</button>
    </>
  )
}

interface PlotTableProps {
  readonly title: string
  /** The head of the last column. */
  readonly last: string
  readonly rows: readonly { readonly plot: Pick<ExplanationView['taken'][number], 'sensorId' | 'time' | 'distanceSquared'>; readonly last: ReactNode }[]
  readonly now: number
}

function PlotTable({ title, last, rows, now }: PlotTableProps) {
  const text = useText()
  return (
    <>
      <h3>{title}</h3>
      {rows.length === 0 && <p className="empty">{text('explain.no-plots')}</p>}
      {rows.length > 0 && (
        <table className="claims plots">
          <thead>
            <tr>
              <th scope="col">{text('details.source')}</th>
              <th scope="col">{text('tracks.age')}</th>
              <th scope="col">{text('explain.distance')}</th>
              <th scope="col">{last}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_SHOWN).map((row, at) => (
              // Two plots of one sensor may be of one instant.
              <tr key={`${row.plot.sensorId} ${row.plot.time} ${at}`}>
                <th scope="row">{row.plot.sensorId}</th>
                <td>{formatAge(now - row.plot.time)}</td>
                <td>{formatSigmas(row.plot.distanceSquared)}</td>
                <td>{row.last}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
