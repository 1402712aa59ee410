import type { Contact } from '@csii/contract'
import { createRef } from 'react'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import type { Picture } from '../picture/picture-store.ts'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { freeze } from './freeze.ts'
import type { Row } from './list-rows.ts'
import { TrackList } from './track-list.tsx'
import type { TrackListState } from './use-rows.ts'

const NOW = Date.UTC(2026, 10, 24, 3, 5, 9)
const rowOf = (contact: Contact): Row => ({ contact, outside: false, hasFix: true })

function list(changes: Partial<TrackListState> = {}): string {
  const contacts = new Map([[1, ferry()], [2, ferry({ serial: 2 })]])
  const picture: Picture = { contacts, tracksTotal: 4310, tracksInView: 2, nodeTime: NOW }
  const state: TrackListState = {
    rows: [...contacts.values()].map(rowOf), words: '', sort: { key: 'age', descending: true }, doubt: undefined, frozen: undefined,
    missed: undefined, setWords: () => undefined, sortBy: () => undefined, toggleDoubt: () => undefined, toggleFreeze: () => undefined, ...changes,
  }
  return render(
    <TrackList
      list={state} picture={picture} now={NOW} centre={{ lat: 13, lon: -61 }} selected="T-2" onSelect={() => undefined}
      searchField={createRef()}
    />,
  )
}

describe('the track list', () => {
  it('says how many tracks are in view, and of how many', () => {
    expect(wordsOf(list())).toContain('Tracks 2 in view of 4310')
  })

  it('is a grid that counts all its rows, though only those on the screen exist', () => {
    const many = Array.from({ length: 900 }, (_, serial) => rowOf(ferry({ serial })))
    const html = list({ rows: many })
    expect(html).toMatch(/<table role="grid"[^>]*aria-rowcount="901"/)
    expect(html.match(/<tr/g)!.length).toBeLessThan(100)
  })

  it('says by which column it is sorted, and which way', () => {
    const html = list()
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1)
    expect(html).toMatch(/class="cell-age" aria-sort="descending"/)
    expect(html.match(/aria-sort="none"/g)).toHaveLength(4)
  })

  it('can be frozen, and says then since when and what it does not show', () => {
    const frozen = freeze(new Map([[1, ferry()]]), NOW - 9000)
    const words = wordsOf(list({ frozen, missed: { arrived: 3, gone: 1, distress: 0 } }))
    expect(words).toContain('Go live')
    expect(words).toContain('FROZEN since 03:05:00 UTC: 3 new, 1 gone, 0 distress')
    expect(wordsOf(list())).not.toContain('FROZEN')
  })

  it('looks alarmed when somebody calls for help behind a frozen list', () => {
    const frozen = freeze(new Map(), NOW)
    expect(list({ frozen, missed: { arrived: 1, gone: 0, distress: 1 } })).toContain('frozen-distress')
    expect(list({ frozen, missed: { arrived: 1, gone: 0, distress: 0 } })).not.toContain('frozen-distress')
  })

  it('says how many are dark or suspect, and which of them it shows alone', () => {
    expect(wordsOf(list())).toContain('Show only Dark 0 Suspect 0')
    const dark = freeze(new Map([[1, ferry({ dark: 0.97 })], [2, ferry({ serial: 2, dark: 0.2, suspect: 0.86 })]]), NOW)
    expect(wordsOf(list({ frozen: dark }))).toContain('Show only Dark 1 Suspect 1')
    expect(list({ doubt: 'suspect' }).match(/<fieldset.*<\/fieldset>/)![0]).toMatch(/aria-pressed="false".*aria-pressed="true"/)
  })

  it('says why it is empty', () => {
    expect(wordsOf(list({ rows: [] }))).toContain('No track in view.')
    expect(wordsOf(list({ rows: [], doubt: 'dark' }))).toContain('No such track in view.')
    expect(wordsOf(list({ rows: [], words: 'xyz' }))).toContain('Nothing found in view or outside it.')
  })

  it('is found by its keys', () => {
    expect(list()).toContain('aria-keyshortcuts="/"')
    expect(list()).toContain('aria-keyshortcuts="f"')
  })
})
