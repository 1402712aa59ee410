import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openTransmitter, type Transmitter } from './transmitter.ts'
import { NARROW, openWatchRoom, type WatchRoom } from './watch-room.ts'

const FERRY = { mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, speedKn: 12, courseDeg: 190 }
const HERE = '#lat=13.1&lon=-61.25&zoom=10&lang=en&list=1'
const WAIT = { timeout: 20_000, interval: 200 }

let room: WatchRoom
let page: Page
let feed: Transmitter
let speaking: NodeJS.Timeout

const card = (title: string) => page.getByRole('article', { name: title })
const words = async (title: string) => (await card(title).textContent()) ?? ''
const dialog = () => page.getByRole('dialog')
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const choice = (name: string) => dialog().getByRole('combobox', { name })
const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click()

beforeAll(async () => {
  room = await openWatchRoom()
  feed = await openTransmitter()
  speaking = setInterval(() => {
    feed.hear(FERRY)
    feed.hearLine('!AIVDM,damaged')
  }, 250)
  page = await room.open(`${HERE}&palette=day&panel=none`)
  await page.getByText('Live', { exact: true }).waitFor()
})
afterAll(async () => {
  clearInterval(speaking)
  await feed.close()
  await room.close()
})

describe('a technician who adds a source', () => {
  it('reaches it by keyboard, and is told what to write', async () => {
    await page.keyboard.press('s')
    await card('Kingstown hill').waitFor()
    await expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toBe('Add a source')
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    await field('Name').fill('Feed from Bequia')
    await choice('Connection').selectOption('tcp:')
    expect(await field('Address').inputValue()).toBe('tcp://host:port')
    expect(await dialog().textContent()).toContain('Written as: tcp://host:port')
    expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  })

  it('is refused with a sentence when the address is none', async () => {
    await press('Test')
    await expect.poll(() => dialog().textContent(), WAIT).toContain('The node refused. Url of the source')
  })

  it('sees live what the source brings, recognised and decoded, before saving it', async () => {
    await field('Address').fill(feed.url)
    await press('Test')
    const test = dialog().getByRole('region', { name: 'Live test' })
    await expect.poll(() => test.textContent(), WAIT).toContain('Recognised: AIS over NMEA 0183')
    await expect.poll(() => test.textContent(), WAIT).toContain('375900001 13°06.000′N 061°15.000′W')
    await expect.poll(() => test.textContent(), WAIT).toContain('ADMIRAL BAY mmsi 375900001')
    await expect.poll(() => test.textContent(), WAIT).toMatch(/\d+ received, \d+ decoded, \d+ rejected/)
    expect(await test.textContent()).toContain('!AIVDM,damaged')
    expect(await choice('Format').inputValue()).toBe('ais')
    // What is only tested is not in the picture.
    expect(await page.locator('.track-row').count()).toBe(0)
  })

  it.each(['bright', 'day', 'dusk', 'night'])('has nothing that axe would find, in the palette %s', async (palette) => {
    await page.evaluate(`location.hash = location.hash.replace(/palette=\\w+/, 'palette=${palette}')`)
    await expect.poll(() => page.locator('html').getAttribute('data-obc-theme')).toBe(palette)
    expect(await faultsOf(page)).toEqual([])
  })

  it('saves it, and sees it in the list and its vessel among the tracks', async () => {
    await press('Save')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => words('Feed from Bequia'), WAIT).toContain('Open')
    await expect.poll(() => words('Feed from Bequia'), WAIT).toMatch(/[1-9][\d.]* messages\/s/)
    await expect.poll(() => words('Feed from Bequia'), WAIT).toMatch(/Delay\d+\.\d s/)
    await expect.poll(() => page.locator('.track-row').textContent(), WAIT).toContain('ADMIRAL BAY')
  })

  it('reads why some of it was refused, with an example', async () => {
    await expect.poll(() => words('Feed from Bequia'), WAIT).toMatch(/not the format [1-9]/)
    await card('Feed from Bequia').getByText('Last rejected lines').click()
    await expect.poll(() => words('Feed from Bequia'), WAIT).toContain('!AIVDM,damaged')
  })
})

describe('a source that breaks', () => {
  it('is shown with the reason, and announced', async () => {
    clearInterval(speaking)
    await feed.close()
    await expect.poll(() => words('Feed from Bequia'), WAIT).toMatch(/Waiting to call again.*(closed the connection|ECONNREFUSED)/)
    await expect.poll(() => page.locator('.sources').getByRole('status').textContent(), WAIT).toBe('Not open: Feed from Bequia')
  })

  it('raises the alert of a dead sensor across the screen', async () => {
    const alert = page.locator('.notices')
    await expect.poll(() => alert.textContent(), { timeout: 60_000, interval: 500 }).toContain('Feed from Bequia')
  })

  it('is mended by another address', async () => {
    feed = await openTransmitter()
    speaking = setInterval(() => feed.hear({ ...FERRY, speedKn: 14.5 }), 250)
    await card('Feed from Bequia').getByRole('button', { name: 'Edit: Feed from Bequia' }).click()
    expect(await field('Name').inputValue()).toBe('Feed from Bequia')
    await field('Name').fill('Bequia')
    await field('Address').fill(feed.url)
    await dialog().getByRole('spinbutton', { name: 'Latitude' }).fill('13.01')
    await dialog().getByRole('spinbutton', { name: 'Longitude' }).fill('-61.23')
    await press('Save')
    await expect.poll(() => words('Bequia'), WAIT).toContain('Open')
    // What she says of her speed is weighed with where she says that she is; before she said 12.
    await expect.poll(async () => Number(await page.locator('.track-row .cell-speed').first().textContent()), WAIT).toBeGreaterThan(13)
    await card('Bequia').getByText('Numbers and settings').click()
    expect(await words('Bequia')).toContain('13°00.600′N 061°13.800′W')
    await expect.poll(() => page.locator('.notices').textContent(), WAIT).not.toContain('Bequia')
  })

  it('leads to its coverage on the map', async () => {
    await card('Bequia').getByRole('button', { name: 'Coverage: Bequia' }).click()
    await expect.poll(() => page.evaluate<string>('location.hash'), WAIT).toMatch(/lat=13\.0100.*lon=-61\.2300.*coverage=1/)
  })

  it('is disabled and enabled', async () => {
    await card('Bequia').getByRole('button', { name: 'Disable: Bequia' }).click()
    await expect.poll(() => words('Bequia'), WAIT).toContain('Disabled')
    await expect.poll(() => words('Bequia'), WAIT).toContain('0.0 messages/s')
    await card('Bequia').getByRole('button', { name: 'Enable: Bequia' }).click()
    await expect.poll(() => words('Bequia'), WAIT).toContain('Open')
  })

  it('is deleted only when asked again, and the focus stays where one can go on', async () => {
    const ask = () => card('Bequia').getByRole('button', { name: 'Delete: Bequia' }).click()
    await ask()
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Keep it')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await card('Bequia').count()).toBe(1)
    await ask()
    await press('Delete')
    await card('Bequia').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toBe('Add a source')
    expect(await card('Kingstown hill').count()).toBe(1)
  })
})

describe('on a telephone', () => {
  it('the dialog fits, and has nothing that axe would find', async () => {
    const narrow = await room.open(`${HERE}&palette=night&panel=sources`.replace('list=1', 'list=0'), NARROW)
    await narrow.getByRole('button', { name: 'Add a source' }).click()
    await narrow.getByRole('textbox', { name: 'Address' }).fill('udp://0.0.0.0:10110')
    await narrow.getByRole('combobox', { name: 'Format' }).selectOption('asterix')
    expect(await faultsOf(narrow)).toEqual([])
    expect(await narrow.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width)
    const { x, width } = (await narrow.getByRole('dialog').boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(NARROW.width)
    await narrow.context().close()
  })

  it.each(['en', 'es', 'fr', 'nl', 'ht'])('the page is no wider than the screen in the language %s', async (language) => {
    const narrow = await room.open(`${HERE}&palette=day&panel=sources`.replace('list=1', 'list=0').replace('lang=en', `lang=${language}`), NARROW)
    await narrow.locator('.source').first().waitFor()
    await expect.poll(() => narrow.locator('html').getAttribute('lang')).toBe(language)
    const widths = `['html', 'nav', 'header', '.sources'].map((part) => document.querySelector(part).scrollWidth)`
    expect(Math.max(...(await narrow.evaluate<number[]>(widths)))).toBeLessThanOrEqual(NARROW.width)
    await narrow.context().close()
    expect(room.faults).toEqual([])
  })
})
