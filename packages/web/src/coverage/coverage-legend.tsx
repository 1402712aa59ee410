import type { CellState, CoverageView } from '@csii/contract'
import { formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

const STATES: readonly CellState[] = ['covered', 'not-now', 'never']

/** What the tints and hatchings on the map mean, and how many cells are of each. */
export function CoverageLegend({ view }: { readonly view: CoverageView | undefined }) {
  const text = useText()
  const count = (state: CellState) => view?.cells.filter((cell) => cell.state === state).length ?? 0
  const isExercise = view !== undefined && view.cells.length > 0 && view.cells.every(({ simulated }) => simulated)
  return (
    <section className="coverage-legend" aria-labelledby="coverage-legend-title">
      <h2 id="coverage-legend-title">
        {text('coverage.title')} {isExercise && <span className="mark mark-sim">{text('mark.simulated')}</span>}
      </h2>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <span className={`swatch swatch-${state}`} aria-hidden="true" /> {text(`coverage.${state}`)}{' '}
            <span className="number">{count(state)}</span>
          </li>
        ))}
        <li>
          <span className="swatch swatch-horizon" aria-hidden="true" /> {text('coverage.horizon')}{' '}
          <span className="number">{view?.horizons.length ?? 0}</span>
        </li>
      </ul>
      <p>{view ? text('coverage.as-of', { time: formatUtc(view.time) }) : text('coverage.loading')}</p>
    </section>
  )
}
