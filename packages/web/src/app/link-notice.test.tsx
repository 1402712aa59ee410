import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { LinkNotice } from './link-notice.tsx'

const LOCAL = Date.UTC(2026, 10, 24, 3, 5, 9)
/** The node's clock is a minute ahead of this browser's. */
const NODE = LOCAL + 60_000

describe('the notice of the link', () => {
  it('is absent while the picture is live', () => {
    expect(render(<LinkNotice link={{ kind: 'live', since: LOCAL }} localTime={LOCAL} now={NODE} />)).toBe('')
  })

  it('says by the node’s clock as of when the picture is, and how long ago', () => {
    const html = render(<LinkNotice link={{ kind: 'stale', since: LOCAL - 9000 }} localTime={LOCAL} now={NODE} />)
    expect(wordsOf(html)).toBe('No word from the node. What you see is as of 03:06:00 UTC. 9 s')
  })

  it('is told once by a screen reader: what ticks is not part of the alert', () => {
    const html = render(<LinkNotice link={{ kind: 'lost', since: LOCAL - 9000 }} localTime={LOCAL} now={NODE} />)
    expect(html).toMatch(/<span role="alert">[^<]*Calling again\.<\/span>/)
    expect(html).toMatch(/aria-hidden="true">9 s</)
  })

  it('says that there is no picture yet', () => {
    const html = render(<LinkNotice link={{ kind: 'connecting', since: LOCAL }} localTime={LOCAL} now={NODE} />)
    expect(wordsOf(html)).toContain('no picture yet')
  })
})
