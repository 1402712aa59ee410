import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NARROW, openWatchRoom, type WatchRoom } from './watch-room.ts'

const FERRY = { mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, speedKn: 12, courseDeg: 190 }
const WAIT = { timeout: 30_000, interval: 250 }

let room: WatchRoom
let page: Page
const tab = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
const palette = () => page.locator('html').getAttribute('data-obc-theme')

beforeAll(async () => {
  room = await openWatchRoom()
  page = await room.open('#lat=13.1&lon=-61.25&zoom=10&lang=en&palette=day', NARROW)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.locator('.map-notice').waitFor({ state: 'detached' })
})
afterAll(() => room.close())

describe('on a telephone', () => {
  it('the map comes first', async () => {
    expect(await page.locator('.tracks').count()).toBe(0)
    expect(await page.locator('.map-canvas canvas').isVisible()).toBe(true)
  })

  it('the list covers the map, and counts what the map shows', async () => {
    await tab('Tracks').click()
    await vi.waitFor(async () => {
      room.kingstown.hear(FERRY)
      expect(await page.locator('.track-row').count()).toBe(1)
    }, WAIT)
  })

  it('a vessel chosen in the list shows her details', async () => {
    await page.locator('.track-row').click()
    await expect.poll(() => page.locator('.details .track-name').textContent(), WAIT).toBe('ADMIRAL BAY')
  })

  it('one thing at a time is in front', async () => {
    await tab('Sources').click()
    await page.locator('.source').first().waitFor()
    expect(await page.locator('.details').count()).toBe(0)
    expect(await page.locator('.tracks').count()).toBe(0)
    await tab('Sources').click()
    expect(await page.locator('.source').count()).toBe(0)
  })

  it('a vessel touched on the map shows her details', async () => {
    const canvas = page.locator('.map-canvas canvas')
    const { width, height } = (await canvas.boundingBox())!
    await vi.waitFor(async () => {
      await canvas.click({ position: { x: width / 2, y: height / 2 } })
      expect(await page.locator('.details .track-name').textContent({ timeout: 1000 })).toBe('ADMIRAL BAY')
    }, WAIT)
  })

  it('the four palettes are at hand', async () => {
    for (const name of ['Bright', 'Dusk', 'Night', 'Day']) {
      await page.getByRole('button', { name, exact: true }).click()
      expect(await palette()).toBe(name.toLowerCase())
    }
    expect(room.faults).toEqual([])
  })
})
