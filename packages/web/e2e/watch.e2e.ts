import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWatchRoom, type WatchRoom } from './watch-room.ts'

const FERRY = { mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, speedKn: 12, courseDeg: 190 }
const FAR = { mmsi: 314_900_001, name: 'BATHSHEBA', lat: 13.2, lon: -59.2, speedKn: 8, courseDeg: 90 }
const EXERCISE = { mmsi: 375_900_077, name: 'DRILL ONE', lat: 13.12, lon: -61.22, speedKn: 20, courseDeg: 30 }
const SART = { mmsi: 970_110_001, lat: 13.05, lon: -61.4, status: 14 }
const HERE = '#lat=13.1&lon=-61.25&zoom=10&palette=night&lang=en'

let room: WatchRoom
let page: Page
const row = (name: string) => page.locator('.track-row', { hasText: name })
const text = async (selector: string) => (await page.locator(selector).first().textContent()) ?? ''

beforeAll(async () => {
  room = await openWatchRoom()
  page = await room.open(HERE)
  await page.getByText('Live', { exact: true }).waitFor()
  await vi.waitFor(
    async () => {
      room.kingstown.hear(FERRY, FAR)
      room.exercise.hear(EXERCISE)
      expect(await text('.counts')).toBe('2 in view of 3')
    },
    { timeout: 30_000, interval: 500 },
  )
})
afterAll(() => room.close())

describe('the watch officer', () => {
  it('sees the vessels in view, and how many there are beyond', async () => {
    expect(await row('ADMIRAL BAY').textContent()).toContain('12.0')
    expect(await row('ADMIRAL BAY').textContent()).toContain('190°')
    expect(await row('BATHSHEBA').count()).toBe(0)
  })

  it('has them on a map, that says what it must not be used for', async () => {
    await page.locator('.map-notice').waitFor({ state: 'detached' })
    expect(await text('.map-foot')).toContain('NOT FOR NAVIGATION')
    expect(await text('.map-foot')).toContain('OpenStreetMap contributors')
    expect(await text('.map-scale')).toMatch(/^\d+ nm$/)
  })

  it('sees a vessel move', async () => {
    await row('ADMIRAL BAY').click()
    await expect.poll(() => text('.facts dd'), { timeout: 10_000 }).toContain('13°06.000′N')
    await expect
      .poll(
        () => {
          room.kingstown.hear({ ...FERRY, lat: 13.0999 })
          return text('.facts dd')
        },
        { timeout: 10_000, interval: 1000 },
      )
      .toMatch(/13°05\.9\d\d′N/)
  })

  it('reads who heard her, what she says of herself, and under which flag', async () => {
    const panel = page.locator('.details')
    await expect.poll(() => panel.textContent(), { timeout: 10_000 }).toContain('Heard by')
    const said = await panel.textContent()
    for (const words of [
      'kingstown',
      'KINGSTOWN',
      'J8TEST',
      'Passenger (60)',
      '52 × 11 m',
      'St. Vincent & Grenadines',
    ]) {
      expect(said).toContain(words)
    }
  })

  it('copies what is known of her as text', async () => {
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toMatch(/^ADMIRAL BAY\n/)
    expect(copied).toContain('MMSI: 375900001 (kingstown, ')
  })

  it('knows exercise vessels from real ones, everywhere', async () => {
    expect(await row('DRILL ONE').textContent()).toContain('SIM')
    expect(await row('ADMIRAL BAY').textContent()).not.toContain('SIM')
    expect(await text('.top-bar .simulated')).toBe('SIMULATED')
    await row('DRILL ONE').click()
    await expect.poll(() => text('.details .marks'), { timeout: 10_000 }).toBe('SIMULATED')
  })

  it('finds a vessel outside the view by name, with the keyboard alone', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('bathsh')
    await expect.poll(() => row('BATHSHEBA').textContent(), { timeout: 10_000 }).toContain('outside the view')
    await page.keyboard.press('Enter')
    await expect.poll(() => text('.details .track-name'), { timeout: 10_000 }).toBe('BATHSHEBA')
    await expect.poll(() => new URL(page.url()).hash, { timeout: 10_000 }).toContain('lon=-59.2')
    await expect.poll(() => row('BATHSHEBA').textContent(), { timeout: 10_000 }).not.toContain('outside the view')
  })

  it('goes back by a link to where she was', async () => {
    await page.evaluate(`location.hash = '${HERE}'`)
    await page.locator('.search').fill('')
    await expect.poll(() => text('.counts'), { timeout: 10_000 }).toBe('2 in view of 3')
  })

  it('freezes the list, and is told what it does not show', async () => {
    await page.locator('.search').blur()
    await page.keyboard.press('f')
    await page.getByText('FROZEN', { exact: true }).waitFor()
    await expect
      .poll(
        async () => {
          room.kingstown.hear({ ...FERRY, mmsi: 375_900_002, name: 'LATE COMER', lat: 13.08 }, SART)
          return text('.frozen')
        },
        { timeout: 10_000 },
      )
      .toMatch(/2 new, 0 gone, 1 distress/)
    expect(await row('LATE COMER').count()).toBe(0)
    await page.keyboard.press('f')
    await expect.poll(() => row('LATE COMER').count(), { timeout: 10_000 }).toBe(1)
  })

  it('sees a distress device before everything else', async () => {
    const first = page.locator('.track-row[aria-rowindex="2"]')
    expect(await first.textContent()).toContain('DISTRESS')
    expect(await first.textContent()).toContain('970110001')
  })

  it('walks the list with the arrow keys', async () => {
    await page.locator('#track-grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => text('.details .track-name'), { timeout: 10_000 }).toBe('ADMIRAL BAY')
    expect(await page.locator('[role=grid]').getAttribute('aria-activedescendant')).toBe(
      await row('ADMIRAL BAY').getAttribute('id'),
    )
  })

  it('is warned when somebody uses an identity from where she cannot be', async () => {
    await expect
      .poll(
        () => {
          room.kingstown.hear({ ...FERRY, lat: 12.2 })
          return page.locator('.details').textContent()
        },
        { timeout: 15_000, interval: 1000 },
      )
      .toContain('Reported at 12°12.000′N')
    expect(await row('ADMIRAL BAY').textContent()).toContain('Identity conflict')
    expect(await text('.facts dd')).toMatch(/13°05\.9\d\d′N/)
  })

  it('reads how the sources are, and the lines that were refused', async () => {
    room.kingstown.hearLine('!AIVDM,1,1,,A,13u?etPv2;0n:dDPwUM1U1Cb069D,0*25')
    await page.keyboard.press('s')
    const source = page.locator('.source', { hasText: 'Kingstown hill' })
    await expect.poll(() => source.textContent(), { timeout: 10_000 }).toContain('checksum 1')
    expect(await source.textContent()).toContain('Open')
    await source.getByText('Last rejected lines').click()
    await expect.poll(() => source.textContent(), { timeout: 10_000 }).toContain('13u?etPv2;0n:dDPwUM1U1Cb069D,0*25')
  })

  it('is shown the keys by a question mark', async () => {
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('reads in another language', async () => {
    await page.getByLabel('Language').selectOption('ht')
    await page.getByText('An dirèk', { exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ht')
    await page.locator('.language').selectOption('en')
    await page.getByText('Live', { exact: true }).waitFor()
  })

  it('needs nothing from outside, and nothing went wrong', () => {
    const own = new URL(room.line.address).host
    const foreign = [...room.asked].filter(
      (url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== own,
    )
    expect(foreign).toEqual([])
    expect(room.asked.size).toBeGreaterThan(5)
    expect(room.faults).toEqual([])
  })
})
