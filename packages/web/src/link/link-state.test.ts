import { describe, expect, it } from 'vitest'
import { linkStateAt, STALE_AFTER_MS } from './link-state.ts'

describe('the link to the node', () => {
  const startedAt = 1000

  it('is connecting until the first frame, however long that takes', () => {
    expect(linkStateAt(61_000, { open: true, startedAt })).toEqual({ kind: 'connecting', since: 1000 })
  })

  it('is live while frames come', () => {
    expect(linkStateAt(5400, { open: true, startedAt, lastFrameAt: 5000 })).toEqual({ kind: 'live', since: 5000 })
  })

  it('is stale once no frame came for three seconds, and says since when', () => {
    const now = 5000 + STALE_AFTER_MS + 1
    expect(linkStateAt(now, { open: true, startedAt, lastFrameAt: 5000 })).toEqual({ kind: 'stale', since: 5000 })
    expect(linkStateAt(now - 1, { open: true, startedAt, lastFrameAt: 5000 }).kind).toBe('live')
  })

  it('is lost as soon as the connection is gone', () => {
    expect(linkStateAt(5100, { open: false, startedAt, lastFrameAt: 5000 })).toEqual({ kind: 'lost', since: 5000 })
  })
})
