import type { Catalogue, Locale } from './catalogue.ts'
import en from './en.json'

/** English comes with the page; another language travels when it is chosen. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'es':
      return (await import('./es.json')).default
    case 'fr':
      return (await import('./fr.json')).default
    case 'nl':
      return (await import('./nl.json')).default
    case 'ht':
      return (await import('./ht.json')).default
    default:
      return en
  }
}
