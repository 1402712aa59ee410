import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { NARROW, openWatchRoom, WIDE, type WatchRoom } from './watch-room.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Ships all around St Vincent, none within a cell of another. */
const SHIPS = [
  [13.1, -61.25],
  [12.9, -61.5],
  [13.3, -61.6],
  [13.4, -60.9],
  [12.8, -61.0],
  [13.0, -60.7],
].map(([lat = 0, lon = 0], n) => ({
  mmsi: 375_900_001 + n,
  name: `SHIP ${n}`,
  lat,
  lon,
  speedKn: 10,
  courseDeg: 45 * n,
}))
const HERE = '#lat=13.15&lon=-61.22&zoom=8.6&lang=en'
/** Silence that is more than two of the shortest normal intervals there are. */
const ALERT_WITHIN = 20_000

let room: WatchRoom
let page: Page
const legend = () => page.locator('.coverage-legend').textContent()
const alerts = () => page.locator('.sensor-alerts').textContent()

async function faultsOf(shown: Page): Promise<string[]> {
  await shown.evaluate(AXE)
  const { violations } = await shown.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** For whoever wants to look at what the tests saw: a folder in `CSII_LOOK`. */
async function look(shown: Page, name: string): Promise<void> {
  const folder = process.env['CSII_LOOK']
  if (folder) await shown.screenshot({ path: `${folder}/${name}.png` })
}

beforeAll(async () => {
  room = await openWatchRoom()
  page = await room.open(`${HERE}&palette=day&list=0`)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.locator('.map-notice').waitFor({ state: 'detached' })
})
afterAll(() => room.close())

describe('the watch officer who asks what the sensors cover', () => {
  it('has it laid over the map with a key, and explained', async () => {
    await page.keyboard.press('c')
    await page.locator('.coverage-legend').waitFor()
    expect(await page.getByRole('button', { name: 'Coverage' }).getAttribute('aria-pressed')).toBe('true')
    await vi.waitFor(
      async () => {
        room.kingstown.hear(...SHIPS)
        expect(await legend()).toMatch(/Covered 6/)
      },
      { timeout: 30_000, interval: 500 },
    )
    expect(await legend()).toMatch(/Not covered now 0.*Never heard \d\d.*Radio horizon 1/)
    await vi.waitFor(async () => expect(await drawnStates(page)).toEqual(['covered', 'horizon', 'never']), {
      timeout: 10_000,
    })
    await look(page, 'covered')
  })

  it('keeps it in the address, and takes it away with the same key', async () => {
    expect(page.url()).toContain('coverage=1')
    await page.keyboard.press('c')
    await page.locator('.coverage-legend').waitFor({ state: 'detached' })
    await vi.waitFor(async () => expect(await drawnStates(page)).toEqual([]), { timeout: 10_000 })
    await page.keyboard.press('c')
    await page.locator('.coverage-legend').waitFor()
  })

  it('is told within two of its intervals that a sensor is dead, and what it leaves uncovered', async () => {
    room.exercise.hear({ ...SHIPS[0]!, mmsi: 375_900_090, name: 'DRILL' })
    const brokenAt = Date.now()
    await room.kingstown.close()
    await expect.poll(alerts, { timeout: ALERT_WITHIN, interval: 200 }).toMatch(/Kingstown hill\s+Dead/)
    expect(Date.now() - brokenAt).toBeLessThan(ALERT_WITHIN)
    expect(await alerts()).toContain('The line to it is down.')
    await expect.poll(legend, { timeout: 15_000 }).toMatch(/Not covered now 6/)
    await vi.waitFor(async () => expect(await drawnStates(page)).toContain('not-now'), { timeout: 10_000 })
    await look(page, 'not-now-day')
  })

  it('goes from the alert to the sources, which say the same', async () => {
    await page.getByRole('button', { name: 'Show sources' }).click()
    const hill = page.locator('.source', { hasText: 'Kingstown hill' })
    await expect
      .poll(() => hill.locator('.health-line').textContent(), { timeout: 10_000 })
      .toMatch(/^Dead .* The line to it is down\.$/)
    await page.keyboard.press('Escape')
  })
})

describe('coverage and its alert', () => {
  let shown: Page
  afterEach(() => shown.context().close())

  it.each([
    ['bright', WIDE],
    ['day', WIDE],
    ['dusk', WIDE],
    ['night', WIDE],
    ['day', NARROW],
  ] as const)('leave axe nothing to say in the palette %s', async (palette, size) => {
    shown = await room.open(`${HERE}&palette=${palette}&coverage=1&list=0`, size)
    await shown.locator('.sensor-alerts li').first().waitFor()
    await shown.locator('.map-notice').waitFor({ state: 'detached' })
    await vi.waitFor(async () => expect(await drawnStates(shown)).toContain('not-now'), { timeout: 15_000 })
    await look(shown, `${palette}-${size.width}`)
    // The link that skips to the list leads nowhere while that is closed; on a narrow screen it would cover the map.
    if (size === WIDE) await shown.keyboard.press('l')
    expect((await faultsOf(shown)).filter((fault) => size === WIDE || !fault.includes('class="skip"'))).toEqual([])
    expect(await shown.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width)
  })
})

/** What the map has drawn of coverage, as it says of itself. */
const drawnStates = (shown: Page): Promise<string[]> =>
  shown.evaluate<string[]>(`(performance.getEntriesByName('csii:coverage').at(-1)?.detail.states ?? [])`)
