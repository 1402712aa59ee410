import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { NARROW, openWatchRoom, type WatchRoom } from './watch-room.ts'

const HERE = '#lat=13.1&lon=-61.25&zoom=9.5&lang=en&list=1'
const WAIT = { timeout: 20_000, interval: 200 }
const SMS = 'AVISTADO 1305N 06115W 3 PERSONAS LANCHA RAPIDA RUMBO 270 35 NUDOS XYZZY'

let room: WatchRoom
let page: Page

const panel = () => page.locator('.panel.sighting')
const understood = async () => (await panel().locator('.understood').textContent()) ?? ''
const hash = () => page.evaluate<string>('location.hash')
const focused = () => page.evaluate<string>('document.activeElement.id')
/** Pieces of the ellipse that can be seen, as the map says of itself. */
const ellipse = () => page.evaluate<number>(`(performance.getEntriesByName('csii:ellipse').at(-1)?.detail.features ?? 0)`)

/** For whoever wants to look at what the tests saw: a folder in `CSII_LOOK`. */
async function look(shown: Page, name: string): Promise<void> {
  const folder = process.env['CSII_LOOK']
  if (folder) await shown.screenshot({ path: `${folder}/sighting-${name}.png` })
}

beforeAll(async () => {
  room = await openWatchRoom()
  page = await room.open(`${HERE}&palette=day&panel=none`)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.locator('.map-notice').waitFor({ state: 'detached' })
})
afterAll(() => room.close())

describe('a watch officer who is told of a boat by telephone', () => {
  it('opens the form by a key and writes at once', async () => {
    await page.keyboard.press('r')
    await expect.poll(focused, WAIT).toBe('sighting-words')
    expect(await understood()).toContain('Nothing is said yet.')
    expect(await page.getByRole('button', { name: 'File report' }).isDisabled()).toBe(true)
  })

  it('is told what is missing while writing', async () => {
    await page.keyboard.type('AVISTADO LANCHA RAPIDA')
    await expect.poll(understood, WAIT).toContain('It does not say where.')
  })

  it('sees what was understood of a report in Spanish, and how uncertain it is', async () => {
    await page.locator('#sighting-words').fill(SMS)
    await expect.poll(understood, WAIT).toContain('13°05.000′N 061°15.000′W')
    const words = await understood()
    for (const fact of ['KindGo-fast', 'People on board3', 'Course (COG)270°', 'Speed (SOG)35.0 kn', 'By eye from a boat']) expect(words).toContain(fact)
    expect(words).toMatch(/How uncertainwithin \d\.\d nm along 090°/)
    expect(words).toContain('Not said: Seen at.')
    expect(words).toContain('kept as it is: XYZZY')
    expect(await page.locator('.track-row').count()).toBe(0)
    await look(page, 'understood')
  })

  it.each(['bright', 'day', 'dusk', 'night'])('has nothing that axe would find, in the palette %s', async (palette) => {
    await page.evaluate(`location.hash = location.hash.replace(/palette=\\w+/, 'palette=${palette}')`)
    await expect.poll(() => page.locator('html').getAttribute('data-obc-theme')).toBe(palette)
    expect(await faultsOf(page)).toEqual([])
  })

  it('files it, and reads the answer back in the language of the report', async () => {
    await page.locator('#sighting-words').press('Control+Enter')
    const answer = panel().locator('.filed blockquote')
    await expect.poll(() => answer.textContent({ timeout: 5000 }), WAIT).toMatch(/^Recibido: lancha rapida, 3 personas, rumbo 270, 35 nudos/)
    expect(await answer.getAttribute('lang')).toBe('es')
    expect(await panel().locator('.filed').textContent()).toContain('Filed as VCT-REPORT-1')
    expect(await page.locator('#sighting-words').inputValue()).toBe('')
    expect(await faultsOf(page)).toEqual([])
  })

  it('sees its contact in the list, by its source, and selects it', async () => {
    const row = page.locator('.track-row', { hasText: 'Sighting report' })
    await expect.poll(() => row.textContent(), WAIT).toContain('go-fast')
    expect(await ellipse()).toBe(0)
    await row.click()
    await expect.poll(() => page.locator('.details').textContent(), WAIT).toContain('VCT-REPORT-1')
    expect(await page.locator('.details').textContent()).toContain('desk.reports')
  })

  it('sees on the map how uncertain its place is, and nothing once it is let go', async () => {
    await expect.poll(ellipse, WAIT).toBeGreaterThan(0)
    await look(page, 'ellipse')
    for (let n = 0; n < 2; n++) await page.keyboard.press('Escape')
    await expect.poll(hash, WAIT).not.toContain('track=')
    await expect.poll(ellipse, WAIT).toBe(0)
  })
})

describe('a report by its fields', () => {
  it('takes its place from the map', async () => {
    await page.keyboard.press('r')
    await page.getByRole('button', { name: 'By fields' }).click()
    await page.getByRole('button', { name: 'Choose on the map' }).click()
    const canvas = page.locator('.map-canvas canvas')
    const { width, height } = (await canvas.boundingBox())!
    await canvas.click({ position: { x: width / 2, y: height / 3 } })
    const where = page.getByRole('textbox', { name: 'Where' })
    await expect.poll(() => where.inputValue(), WAIT).toMatch(/^13 \d\d\.\d{3}N 061 \d\d\.\d{3}W$/)
    // The click was meant for the form and for nothing else.
    expect(await page.getByRole('button', { name: 'Choose on the map' }).getAttribute('aria-pressed')).toBe('false')
    expect(await panel().count()).toBe(1)
  })

  it('is an exercise when that is ticked, and then marked everywhere', async () => {
    await page.getByRole('combobox', { name: 'How seen' }).selectOption('radar')
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('panga')
    await page.getByRole('spinbutton', { name: 'People on board' }).fill('2')
    await page.getByRole('checkbox', { name: 'Exercise' }).check()
    await expect.poll(understood, WAIT).toMatch(/SIMULATED.*On a radar.*KindOpen boat.*People on board2/)
    expect(await faultsOf(page)).toEqual([])
    await look(page, 'fields')
    await page.getByRole('spinbutton', { name: 'People on board' }).press('Enter')
    await expect.poll(() => panel().locator('.filed').textContent(), WAIT).toContain('VCT-REPORT-2')
    expect(await panel().locator('.filed').textContent()).toContain('SIMULATED')
    await expect.poll(() => page.evaluate<boolean>(`document.querySelector('.filed blockquote').getBoundingClientRect().top > 80`)).toBe(true)
    await look(page, 'filed')
    await expect.poll(() => page.locator('.track-row', { hasText: 'open boat' }).textContent(), WAIT).toContain('SIM')
  })

  it('is found again with the words of the reporter', async () => {
    await page.getByText('Reports of the last day').click()
    const recent = panel().locator('.recent-sightings')
    await expect.poll(() => recent.textContent(), WAIT).toContain(SMS)
    expect(await recent.locator('li').count()).toBe(2)
    expect(await recent.locator('li').first().textContent()).toContain('VCT-REPORT-2 SIM')
    expect(await faultsOf(page)).toEqual([])
  })

  it('does not let go of what is half written when the panel closes', async () => {
    await page.getByRole('textbox', { name: 'Where' }).fill('1305N 06115W')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await page.keyboard.press('r')
    expect(await page.getByRole('textbox', { name: 'Where' }).inputValue()).toBe('1305N 06115W')
  })
})

describe('on a telephone', () => {
  it.each(['en', 'es', 'fr', 'nl', 'ht'])('the form is no wider than the screen in the language %s, and axe finds nothing', async (language) => {
    const narrow = await room.open(`#lat=13.1&lon=-61.25&zoom=9.5&list=0&palette=night&panel=sighting&lang=${language}`, NARROW)
    await expect.poll(() => narrow.locator('html').getAttribute('lang'), WAIT).toBe(language)
    await narrow.locator('.sighting-way button').nth(1).click()
    await look(narrow, language)
    const widths = `['html', 'nav', 'header', '.panel.sighting', '.panel-body'].map((part) => document.querySelector(part).scrollWidth)`
    expect(Math.max(...(await narrow.evaluate<number[]>(widths)))).toBeLessThanOrEqual(NARROW.width)
    expect((await faultsOf(narrow)).filter((fault) => !fault.includes('class="skip"'))).toEqual([])
    await narrow.context().close()
    expect(room.faults).toEqual([])
  })
})
