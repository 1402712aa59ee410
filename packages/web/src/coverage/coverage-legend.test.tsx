import type { CoverageCell, CoverageView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { CoverageLegend } from './coverage-legend.tsx'

let cells = 0
const cell = (state: CoverageCell['state'], simulated = false, name = `cell ${cells++}`): CoverageCell => ({
  cell: name,
  lat: 13,
  lon: -61,
  boundary: [],
  simulated,
  state,
  expectedPerHour: 0,
  lastHour: 0,
  sources: [],
})
const legend = (view: CoverageView | undefined) => wordsOf(render(<CoverageLegend view={view} />))
const at = (cells: CoverageCell[]): CoverageView => ({ time: Date.UTC(2026, 10, 24, 3, 5, 9), cells, horizons: [] })

describe('the legend of coverage', () => {
  it('says what each look means, how many cells have it, and as of when', () => {
    expect(legend(at([cell('covered'), cell('covered'), cell('not-now')]))).toBe(
      'Coverage Covered 2 Not covered now 1 Never heard 0 Radio horizon 0 As of 03:05:09 UTC',
    )
  })

  it('says that it is not there yet', () => {
    expect(legend(undefined)).toContain('Asking the node')
  })

  it('counts what is drawn: an exercise is not, where live sensors hear', () => {
    expect(legend(at([cell('not-now', false, 'a'), cell('covered', true, 'a')]))).toContain(
      'Covered 0 Not covered now 1',
    )
  })

  it('says when some of what is drawn is an exercise', () => {
    expect(legend(at([cell('covered', true)]))).toContain('Coverage SIM')
    expect(legend(at([cell('covered', true, 'a'), cell('covered', false, 'a')]))).not.toContain('SIM')
    expect(legend(at([]))).not.toContain('SIM')
  })
})
