import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { chooseLocale, LOCALE_NAMES, LOCALES } from './catalogue.ts'
import { loadCatalogue } from './load-catalogue.ts'

const english = await loadCatalogue('en')
const places = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

describe.each(LOCALES)('the catalogue %s', (locale) => {
  it('says everything that English says, and nothing else', async () => {
    expect(Object.keys(await loadCatalogue(locale)).sort()).toEqual(Object.keys(english).sort())
  })

  it('leaves no text empty', async () => {
    for (const [id, message] of Object.entries(await loadCatalogue(locale))) expect(message.trim(), id).not.toBe('')
  })

  it('has a place for the same values, and can be read by the compiler', async () => {
    for (const [id, message] of Object.entries(await loadCatalogue(locale))) {
      // Every key is one of English's, as tested above.
      expect(places(message), id).toEqual(places(english[id as keyof typeof english]))
      expect(() => compileMessageOrThrow(message), id).not.toThrow()
    }
  })

  it('is a translation', async () => {
    if (locale === 'en') return
    const catalogue = Object.entries(await loadCatalogue(locale))
    const same = catalogue.filter(([id, message]) => message === english[id as keyof typeof english])
    expect(same.length / catalogue.length).toBeLessThan(0.2)
  })

  it('has a name that its readers know', () => {
    expect(LOCALE_NAMES[locale].length).toBeGreaterThan(3)
  })
})

describe('the language of the screen', () => {
  it('is the first of the reader’s that we speak', () => {
    expect(chooseLocale(['de-DE', 'fr-MQ', 'en'])).toBe('fr')
    expect(chooseLocale(['ht'])).toBe('ht')
    expect(chooseLocale(['es-DO', 'ht'])).toBe('es')
  })

  it('is English for everybody else', () => {
    expect(chooseLocale(['de', 'pt-BR'])).toBe('en')
    expect(chooseLocale([])).toBe('en')
  })
})
