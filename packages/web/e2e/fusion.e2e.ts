import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { showFusion, type Hands } from './fusion-scene.ts'
import { NARROW, openWatchRoom, WIDE, type WatchRoom } from './watch-room.ts'

const HERE = '#lat=13.1&lon=-61.25&zoom=10.6'
const WAIT = { timeout: 20_000, interval: 200 }

let room: WatchRoom
let hands: Hands
const open = (hash: string, size = WIDE, language = 'en') => {
  hands = { decisions: [], undoneBy: [], refusing: undefined }
  return room.open(`${HERE}&lang=${language}&${hash}`, size, (page) => showFusion(page, hands))
}

/** For whoever wants to look at what the tests saw: a folder in `CSII_LOOK`. */
async function look(shown: Page, name: string): Promise<void> {
  const folder = process.env['CSII_LOOK']
  if (!folder) return
  await shown.waitForTimeout(1500)
  await shown.screenshot({ path: `${folder}/${name}.png` })
}

beforeAll(async () => {
  room = await openWatchRoom()
})
afterAll(() => room.close())

describe('the watch officer who looks for vessels that do not transmit', () => {
  let page: Page
  const row = (name: string) => page.locator('.track-row', { hasText: name })
  const names = () => page.locator('.track-row .name-text').allTextContents()
  const panel = () => page.locator('.panel').textContent()
  beforeAll(async () => {
    page = await open('palette=day&list=1')
    await row('ADMIRAL BAY').waitFor()
  })
  afterAll(() => page.context().close())

  it('reads in the list which are dark and which are not where they say', async () => {
    expect(await row('dark').textContent()).toContain('Unnameddark 0.97Radar · T-2')
    expect(await row('WHITE LIE').textContent()).toContain('suspect 0.93')
    expect(await row('ADMIRAL BAY').textContent()).not.toMatch(/dark|suspect/)
  })

  it('has them alone by one key, and all of them back by the same', async () => {
    await page.keyboard.press('d')
    await expect.poll(names, WAIT).toEqual(['Unnamed'])
    expect(await page.getByRole('button', { name: 'Dark 1' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Suspect 1' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(names, WAIT).toEqual(['WHITE LIE'])
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names()).length, WAIT).toBe(5)
  })

  it('reads why one is taken to be dark, and how sure its existence is', async () => {
    await row('dark').click()
    await expect.poll(() => row('dark').locator('.cell-distance').textContent(), WAIT).toBe('0.0')
    await expect.poll(panel, WAIT).toMatch(/Dark \(0\.97\): it is seen, and transmits nothing\. Reports .* since \d\d:\d\d UTC: 31\. Heard: none\./)
    expect(await panel()).toContain('Really there0.99')
    expect(await panel()).toMatch(/Revisedchanged by late data from \d\d:\d\d:\d\d UTC on/)
    await look(page, 'dark-details')
  })

  it('has it explained by a key, and follows the explanation to another track and back', async () => {
    await page.keyboard.press('e')
    await page.locator('.explanation .plots').first().waitFor()
    await expect.poll(() => page.evaluate<string>('document.activeElement.textContent'), WAIT).toBe('Back to the details')
    expect(page.url()).toContain('panel=explanation')
    await row('ADMIRAL BAY').click()
    await expect.poll(panel, WAIT).toContain('nearer to another track, taken by T-2')
    for (const words of ['Holds course and speed0.86', '3759000010.98Pin', '24 taken, 3 turned away; 22/24', 'it cannot have got there']) {
      expect(await panel()).toContain(words)
    }
    await look(page, 'explanation')
    await page.getByRole('button', { name: 'taken by T-2' }).click()
    await expect.poll(panel, WAIT).toContain('UnnamedTrackT-2')
    await page.getByRole('button', { name: 'Back to the details' }).click()
    await page.locator('.details .track-name').waitFor()
  })

  it('is told when nothing can be explained', async () => {
    await page.evaluate(`location.hash = '${HERE}&lang=en&track=T-5&panel=explanation'`)
    await expect.poll(panel, WAIT).toContain('The node cannot explain this track')
  })
})

describe('the watch officer who knows better', () => {
  let page: Page
  const panel = () => page.locator('.panel').textContent()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  beforeAll(async () => {
    page = await open('palette=dusk&list=1&panel=details&track=T-1')
    await page.locator('.by-hand').waitFor()
  })
  afterAll(() => page.context().close())

  it('splits a sensor off under a name that is typed once, and undoes it', async () => {
    await page.getByLabel('Your name').fill('Sgt. Browne')
    await press('Split off hill')
    await expect.poll(panel, WAIT).toMatch(/hill split off T-1 Sgt\. Browne, \d\d:\d\d UTC/)
    expect(hands.decisions).toMatchObject([{ kind: 'split', trackId: 'T-1', sensorId: 'hill', by: 'Sgt. Browne' }])
    await look(page, 'by-hand')
    await press('Undo: hill split off T-1')
    await expect.poll(panel, WAIT).not.toContain('hill split off T-1')
    expect([hands.decisions, hands.undoneBy]).toEqual([[], ['Sgt. Browne']])
  })

  it('merges with the track that is selected next, after being asked', async () => {
    await press('Merge with another track')
    await expect.poll(panel, WAIT).toContain('Now select the other track')
    await page.locator('.track-row', { hasText: 'dark' }).click()
    await expect.poll(panel, WAIT).toContain('Are T-1 and T-2 one vessel?')
    await look(page, 'merging')
    await press('Merge them')
    await expect.poll(panel, WAIT).toContain('T-1 merged with T-2')
    expect(hands.decisions).toMatchObject([{ kind: 'merge', trackId: 'T-1', otherId: 'T-2', by: 'Sgt. Browne' }])
  })

  it('is still known by name after a new start of the page, and told why something cannot be', async () => {
    hands.refusing = 'The two were seen a mile apart at the same time.'
    await page.reload()
    await page.locator('.track-row', { hasText: 'ADMIRAL BAY' }).click()
    await press('Pin 375900001')
    await expect.poll(() => page.getByRole('alert').textContent(), WAIT).toContain('The two were seen a mile apart')
    expect(await page.getByLabel('Your name').inputValue()).toBe('Sgt. Browne')
    hands.refusing = undefined
    await press('Pin 375900001')
    await expect.poll(panel, WAIT).toContain('375900001 pinned to T-1')
  })

  it('finds all that stands, whatever became of its track, where none is selected', async () => {
    await page.evaluate(`location.hash = '${HERE}&lang=en&panel=details'`)
    await expect.poll(panel, WAIT).toMatch(/Decided by people.*375900001 pinned to T-1.*T-1 merged with T-2/)
  })
})

describe('the technician', () => {
  it('reads how a radar is set up', async () => {
    const page = await open('palette=night&list=0&panel=sources')
    const card = page.getByRole('article', { name: 'Kingstown hill' })
    await expect.poll(() => card.textContent(), WAIT).toContain('Bearings read 0.67° too low (± 0.03°).Ranges read 56 m too long (± 4 m).')
    expect(await card.textContent()).toContain('Times: no error seen (± 0.2 s).Corrected.Learned from 7 vessels')
    await look(page, 'registration')
    await page.context().close()
  })
})

describe.each([['bright', WIDE], ['day', WIDE], ['dusk', WIDE], ['night', WIDE], ['night', NARROW]] as const)('axe finds nothing to say in the palette %s', (palette, size) => {
  let page: Page
  afterEach(() => page.context().close())

  it.each([
    ['details of a dark contact', 'details', 'T-2', '.by-hand'],
    ['details of a doubted position', 'details', 'T-3', '.by-hand'],
    ['explanation', 'explanation', 'T-1', '.plots'],
    ['set-up of a radar', 'sources', 'T-1', '.registration'],
  ])(`with the %s open at ${size.width} pixels`, async (_what, panel, track, shown) => {
    const isWide = size === WIDE
    page = await open(`palette=${palette}&list=${isWide ? 1 : 0}&panel=${panel}&track=${track}`, size)
    await page.locator(shown).first().waitFor()
    if (isWide) await page.locator('.track-row').first().waitFor()
    await page.locator('.map-notice').waitFor({ state: 'detached' })
    await look(page, `${panel}-${track}-${palette}-${size.width}`)
    // The link that skips to the list leads nowhere while that is closed; on a narrow screen it would cover the panel.
    expect((await faultsOf(page)).filter((fault) => isWide || !fault.includes('class="skip"'))).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width)
  })
})

describe.each(['en', 'es', 'fr', 'nl', 'ht'])('in the language %s', (language) => {
  it('the list, the details and the explanation fit a phone', async () => {
    const page = await open(`palette=day&list=1&panel=none&track=T-2`, NARROW, language)
    const fits = async (what: string) => {
      await look(page, `${what}-${language}`)
      const widest = `Math.max(...[...document.querySelectorAll('.tracks *, .panel *')].filter((part) => part.tagName !== 'OPTION').map((part) => part.getBoundingClientRect().right))`
      expect(await page.evaluate<number>(widest)).toBeLessThanOrEqual(NARROW.width)
    }
    await page.locator('.track-row').first().waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang'), WAIT).toBe(language)
    await fits('list')
    await page.keyboard.press('e')
    await page.locator('.plots').first().waitFor()
    await fits('explanation')
    await page.locator('.explanation .actions button').first().click()
    await page.locator('.by-hand .actions').waitFor()
    await fits('details')
    await page.context().close()
  })
})
