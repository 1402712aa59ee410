import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../api/api.ts'
import '../text/use-text.tsx'
import type { Text } from '../text/use-text.tsx'
import { FILED, NOW } from './reading-fixture.ts'
import { missingOf, problemInWords, readingInWords } from './reading-words.ts'

const text: Text = (id, values) => i18n._(id, values && { ...values })
const facts = (changes: Partial<typeof FILED>) => new Map(readingInWords({ ...FILED, ...changes }, NOW, text))

describe('what was understood', () => {
  it('begins with the place and how uncertain it is', () => {
    expect(readingInWords(FILED, NOW, text).slice(0, 3)).toEqual([
      ['Position', '13°04.998′N 061°15.000′W'],
      ['How uncertain', 'within 3.6 nm along 090°, 2.2 nm across (95\u00a0%)'],
      ['How seen', 'By eye from shore'],
    ])
  })

  it('tells a round error by its radius', () => {
    expect(facts({ ellipse: { semiMajor: 1852, semiMinor: 1800, orientationDeg: 12 } }).get('How uncertain')).toBe('within 1.0 nm (95\u00a0%)')
  })

  it('is in the reader’s words and units', () => {
    const told = facts({})
    expect([told.get('Kind'), told.get('Colour'), told.get('Course (COG)'), told.get('Speed (SOG)'), told.get('Seen at')]).toEqual([
      'Go-fast', 'blue', '270°', '35.0 kn', '11:50:00 UTC · 10 min',
    ])
  })

  it('puts an emergency before everything', () => {
    const understood = { ...FILED.understood, emergency: 'man-overboard' }
    expect(readingInWords({ ...FILED, understood }, NOW, text)[0]).toEqual(['Emergency', 'Man overboard'])
  })

  it('leaves out what nobody said', () => {
    const told = facts({ understood: { language: 'en', howSeen: 'radar' } })
    expect([...told.keys()]).toEqual(['Position', 'How uncertain', 'How seen'])
  })

  it('says a value that has no word here as it came', () => {
    expect(facts({ understood: { ...FILED.understood, colour: 'mauve' } }).get('Colour')).toBe('mauve')
  })
})

describe('what is missing', () => {
  it('is what the watch should ask for', () => {
    expect(missingOf(FILED, text)).toEqual([])
    expect(missingOf({ ...FILED, understood: { language: 'en', howSeen: 'radar', peopleOnBoard: 0 } }, text)).toEqual([
      'Kind', 'Course (COG)', 'Speed (SOG)', 'Seen at',
    ])
  })
})

describe('why a report is not taken', () => {
  it('is told in the reader’s language where we have the words', () => {
    expect(problemInWords(new Refusal(422, 'Nothing.', 'SIGHTING_NO_PLACE'), text)).toMatch(/^It does not say where\. Write coordinates/)
  })

  it('is told in the node’s own words where we have none, and when it does not answer', () => {
    expect(problemInWords(new Refusal(400, 'In the body, "speed" must be <= 60.', 'BAD_REQUEST'), text)).toBe(
      'The node refused. In the body, "speed" must be <= 60.',
    )
    expect(problemInWords(new TypeError('fetch failed'), text)).toBe('The node did not answer. Try again.')
  })
})
