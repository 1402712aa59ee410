import { RECORD_PROBLEMS } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { RecordNotice } from './record-notice.tsx'

const NOON = Date.UTC(2026, 10, 24, 12)

describe('the notice that nothing is kept', () => {
  it('is not there while all is kept', () => {
    expect(render(<RecordNotice record={undefined} now={NOON} />)).toBe('')
  })

  it.each(RECORD_PROBLEMS)('says of %s what is the matter, and since when', (problem) => {
    const html = render(<RecordNotice record={{ problem, since: NOON - 65_000, waiting: 12 }} now={NOON} />)
    expect(wordsOf(html)).toMatch(/^Not being recorded: .+ 1 min$/)
    expect(html).toMatch(/role="alert"/)
    expect(html).toMatch(/aria-hidden="true">1 min</)
  })
})
