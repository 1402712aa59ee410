import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { faultsOf } from './axe.ts'
import { NARROW, openWatchRoom, WIDE, type WatchRoom } from './watch-room.ts'

const FERRY = { mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, speedKn: 12, courseDeg: 190 }
const SART = { mmsi: 970_110_001, lat: 13.12, lon: -61.3, status: 14 }

let room: WatchRoom

beforeAll(async () => {
  room = await openWatchRoom()
})
afterAll(() => room.close())

async function openWatch(hash: string, size = WIDE): Promise<Page> {
  const page = await room.open(`#lat=13.1&lon=-61.25&zoom=10&lang=en&${hash}`, size)
  await page.getByText('Live', { exact: true }).waitFor()
  await vi.waitFor(
    async () => {
      room.kingstown.hear(FERRY, SART)
      room.exercise.hear({ ...FERRY, mmsi: 375_900_009, name: 'DRILL' })
      expect(await page.locator('.counts').textContent()).toMatch(/^3 in view/)
    },
    { timeout: 30_000, interval: 250 },
  )
  return page
}

describe.each(['bright', 'day', 'dusk', 'night'])('axe finds nothing to say in the palette %s', (palette) => {
  it('with the list frozen and the details open', async () => {
    const page = await openWatch(`palette=${palette}&list=1`)
    await page.locator('.track-row', { hasText: 'ADMIRAL BAY' }).click()
    await page.locator('.details .claims').waitFor()
    await page.keyboard.press('f')
    await page.getByText('FROZEN', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  it('with the sources and the help open', async () => {
    const page = await openWatch(`palette=${palette}&list=1&panel=sources`)
    await page.locator('.source').first().waitFor()
    await page.getByText('Last rejected lines').first().click()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  it('on a narrow screen', async () => {
    const page = await openWatch(`palette=${palette}&list=1`, NARROW)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width)
    await page.context().close()
  })
})
