import { FLAG, type Contact } from '@csii/contract'
import { STATIONS } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { TrackRow } from './track-row.tsx'

interface Drawn {
  readonly age?: number
  readonly outside?: boolean
  readonly hasFix?: boolean
  readonly selected?: boolean
}

function row(
  changes: Partial<Contact>,
  { age = 5000, outside = false, hasFix = true, selected = false }: Drawn = {},
): string {
  const contact = ferry(changes)
  return render(
    <table>
      <tbody>
        <TrackRow
          row={{ contact, outside, hasFix }}
          index={3}
          top={120}
          now={contact.time + age}
          centre={{ lat: contact.lat, lon: contact.lon }}
          active={false}
          selected={selected}
        />
      </tbody>
    </table>,
  )
}

describe('a row of the track list', () => {
  it('says who she is, how she moves, how far off and how old that is', () => {
    expect(wordsOf(row({}))).toBe('BEQUIA TRADER Passenger 13.6 190° 0.0 5 s')
  })

  it('counts itself among all rows, of which the head is the first', () => {
    expect(row({})).toContain('aria-rowindex="5"')
  })

  it('says whether it is the selected one', () => {
    expect(row({}, { selected: true })).toContain('aria-selected="true"')
    expect(row({})).toContain('aria-selected="false"')
  })

  it('names what has no name by its number, and says what is neither', () => {
    expect(wordsOf(row({ name: undefined }))).toMatch(/^375000123 /)
    expect(wordsOf(row({ serial: 7, name: undefined, mmsi: undefined }))).toMatch(/^Unnamed Passenger · T-7 /)
  })

  it('marks exercises, tests, distress and conflicts in words', () => {
    expect(wordsOf(row({ flags: FLAG.simulated }))).toContain('SIM')
    expect(wordsOf(row({ flags: FLAG.distress }))).toContain('DISTRESS')
    expect(wordsOf(row({ flags: FLAG.distress | FLAG.test }))).toContain('TEST')
    expect(wordsOf(row({ flags: FLAG.distress | FLAG.test }))).not.toContain('DISTRESS')
    expect(wordsOf(row({ flags: FLAG.conflicting }))).toContain('Identity conflict')
  })

  it('says how likely it is dark or suspect, once few are called so wrongly', () => {
    const swatch = row({ dark: 0.972, suspect: 0.86 })
    expect(wordsOf(swatch)).toContain('dark 0.97 suspect 0.86')
    expect(swatch).toContain('title="It is seen and does not transmit: probability 0.97"')
    expect(wordsOf(row({ dark: 0.89, suspect: 0.79 }))).not.toMatch(/dark|suspect/)
  })

  it('says that it is stale, and looks it', () => {
    const stale = row({}, { age: 12 * 60_000 })
    expect(wordsOf(stale)).toContain('Passenger · stale')
    expect(stale).toMatch(/class="grid-row track-row stale"/)
  })

  it('says that it lies outside the view, or nowhere yet', () => {
    expect(wordsOf(row({}, { outside: true }))).toContain('outside the view')
    const nowhere = wordsOf(row({}, { outside: true, hasFix: false }))
    expect(nowhere).toContain('no position yet')
    expect(nowhere).toContain('190° – 5 s')
  })

  it('gives for an aid to navigation what it is instead of a ship type', () => {
    const station = STATIONS.indexOf('aton')
    const buoy = wordsOf(row({ station, shipType: undefined, speed: undefined, courseDeg: undefined }))
    expect(buoy).toContain('Aid to navigation – –')
  })
})
