import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWatchRoom, type WatchRoom } from './watch-room.ts'

const FERRY = { mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, speedKn: 12, courseDeg: 190 }
const WAIT = { timeout: 30_000, interval: 250 }

let room: WatchRoom
let page: Page
const kind = async () => /link-(\w+)/.exec((await page.locator('.watch').getAttribute('class')) ?? '')?.[1]
const speed = () => page.locator('.track-row .cell-speed').first().textContent()

beforeAll(async () => {
  room = await openWatchRoom()
  page = await room.open('#lat=13.1&lon=-61.25&zoom=9&lang=en&palette=day')
  await vi.waitFor(async () => {
    room.kingstown.hear(FERRY)
    expect(await page.locator('.track-row').count()).toBe(1)
  }, WAIT)
})
afterAll(() => room.close())

describe('the link between screen and node', () => {
  it('is live while the node speaks, even when no vessel does', async () => {
    await expect.poll(kind, WAIT).toBe('live')
    expect(await page.locator('.link-notice').count()).toBe(0)
  })

  it('is shown stale, with since when, once nothing comes through', async () => {
    room.line.hold()
    await expect.poll(kind, WAIT).toBe('stale')
    expect(await page.locator('.link-notice').textContent()).toMatch(
      /No word from the node\. What you see is as of \d\d:\d\d:\d\d UTC\.\d+ s/,
    )
    expect(
      await page.evaluate<string>(`getComputedStyle(document.querySelector('.map-canvas canvas')).filter`),
    ).toContain('grayscale')
  })

  it('is live again as soon as the line is free', async () => {
    room.line.release()
    await expect.poll(kind, WAIT).toBe('live')
  })

  it('is shown lost when the connection breaks, with the last picture still there', async () => {
    room.line.cut()
    await expect.poll(kind, WAIT).toBe('lost')
    expect(await page.locator('.link-notice').textContent()).toContain('Link to the node lost')
    expect(await page.locator('.track-row').count()).toBe(1)
  })

  it('resumes by itself, with what happened meanwhile', async () => {
    room.kingstown.hear({ ...FERRY, speedKn: 17.5 })
    room.line.mend()
    await expect.poll(kind, WAIT).toBe('live')
    // Fused with what was known before: near the 17.5 that it states.
    await expect.poll(async () => Number(await speed()), WAIT).toBeGreaterThan(17)
  })
})
