import { CoverageView } from '@csii/contract'
import { cellOf } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { Compile } from 'typebox/compile'
import { coverageView } from './coverage-view.ts'
import { BEQUIA, CANOUAN, hearing, heardAt } from './fixtures/receptions.ts'
import { horizonOf, type Antenna } from './horizons.ts'

const HILL: Antenna = { id: 'hill', means: 'ais', simulated: false, position: BEQUIA, antennaHeight: 100 }
const schema = Compile(CoverageView)

describe('the horizon of a sensor', () => {
  it('is known when somebody said where its antenna stands and how high', () => {
    const [horizon] = horizonOf(HILL)
    expect(horizon).toMatchObject({ sourceId: 'hill', position: BEQUIA, targetHeight: 15 })
    expect(horizon!.radiusMetres / 1000).toBeCloseTo(57.2, 0)
    expect(horizonOf({ ...HILL, antennaHeight: undefined })).toEqual([])
    expect(horizonOf({ ...HILL, position: undefined })).toEqual([])
  })

  it('depends on what the sensor looks for: a boat, a mast, an airliner', () => {
    const [boats, masts, airliners] = (['radar', 'ais', 'adsb'] as const).map(
      (means) => horizonOf({ ...HILL, means })[0]!.radiusMetres,
    )
    expect(boats!).toBeLessThan(masts!)
    expect(airliners!).toBeGreaterThan(400_000)
  })

  it('is none of a fisheries centre or a satellite, which have no antenna here that sees', () => {
    for (const means of ['vms', 'satellite', 'person', 'tak', 'unknown'] as const)
      expect(horizonOf({ ...HILL, means })).toEqual([])
  })
})

describe('a view of coverage', () => {
  it('says of cells within a horizon that nothing was ever heard in them', () => {
    const view = coverageView([hearing('hill', [heardAt(BEQUIA, 5, 5)])], horizonOf(HILL), 77)
    expect(schema.Check(view)).toBe(true)
    expect(view.time).toBe(77)
    const states = Object.groupBy(view.cells, ({ state }) => state)
    expect(states.covered?.map(({ cell }) => cell)).toEqual([cellOf(BEQUIA)])
    expect(states.never?.length).toBeGreaterThan(25)
    expect(states.never?.map(({ cell }) => cell)).not.toContain(cellOf(BEQUIA))
  })

  it('keeps what an exercise hears apart from what is heard', () => {
    const live = hearing('hill', [heardAt(BEQUIA, 5, 5)])
    const exercise = hearing('exercise', [heardAt(BEQUIA, 50, 50), heardAt(CANOUAN, 1, 1)], { simulated: true })
    const { cells } = coverageView([live, exercise], [], 0)
    expect(cells.map(({ simulated, expectedPerHour }) => [simulated, expectedPerHour])).toEqual([
      [false, 5],
      [true, 50],
      [true, 1],
    ])
  })

  it('does not draw the two thousand cells of an airliner’s horizon as never heard', () => {
    const view = coverageView([], horizonOf({ ...HILL, means: 'adsb' }), 0)
    expect(view.cells).toEqual([])
    expect(view.horizons).toHaveLength(1)
  })
})
