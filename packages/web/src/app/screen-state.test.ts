import { describe, expect, it } from 'vitest'
import { HOME, readHash, writeHash, type ScreenState } from './screen-state.ts'

const USUAL: ScreenState = { place: HOME, palette: 'day', locale: 'en', panel: 'none', list: true, coverage: false }

describe('the address of the screen', () => {
  it('brings back what it was written from', () => {
    const state: ScreenState = {
      place: { lat: 12.0512, lon: -61.7501, zoom: 11.25 }, palette: 'night', locale: 'ht', track: 'SIM-12',
      panel: 'details', list: false, coverage: true, radar: 'kingstown-radar',
    }
    expect(readHash(writeHash(state), USUAL)).toEqual(state)
  })

  it('means the usual screen when it says nothing', () => {
    expect(readHash('', USUAL)).toEqual({ ...USUAL, track: undefined })
  })

  it.each(['#lat=91', '#lat=', '#lat=x', '#zoom=99', '#lon=200', '#palette=pink', '#lang=xx', '#panel=7'])(
    'is not believed where it is senseless: %s',
    (hash) => {
      expect(readHash(hash, USUAL)).toEqual({ ...USUAL, track: undefined })
    },
  )

  it('does not carry a track id of any length', () => {
    expect(readHash(`#track=${'x'.repeat(65)}`, USUAL).track).toBeUndefined()
  })
})
