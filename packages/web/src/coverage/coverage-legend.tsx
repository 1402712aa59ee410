import type { CellState, CoverageView } from '@csii/contract'
import { drawnCells } from '../map/coverage-features.ts'
import { formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

const STATES: readonly CellState[] = ['covered', 'not-now', 'never']

/** What the tints and hatchings on the map mean, and how many cells are of each. */
export function CoverageLegend({ view }: { readonly view: CoverageView | undefined }) {
  const text = useText()
  const cells = view ? drawnCells(view) : []
  const count = (state: CellState) => cells.filter((cell) => cell.state === state).length
  const isExercise = cells.some(({ simulated }) => simulated)
  return (
    <section className="coverage-legend" aria-labelledby="coverage-legend-title">
      <h2 id="coverage-legend-title">
        {text('coverage.title')} {isExercise && <span className="mark mark-sim">{text('mark.simulated')}</span>}
      </h2>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <span className={`coverage-key coverage-key-${state}`} aria-hidden="true" />{' '}
            {text(`coverage.${state}`)}{' '}
            <span className="number">{count(state)}</span>
          </li>
        ))}
        <li>
          <span className="coverage-key coverage-key-horizon" aria-hidden="true" /> {text('coverage.horizon')}{' '}
          <span className="number">{view?.horizons.length ?? 0}</span>
        </li>
      </ul>
      <p>{view ? text('coverage.as-of', { time: formatUtc(view.time) }) : text('coverage.loading')}</p>
    </section>
  )
}
