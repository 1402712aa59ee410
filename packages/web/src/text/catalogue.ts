import type en from './en.json'

export const LOCALES = ['en', 'es', 'fr', 'nl', 'ht'] as const
export type Locale = (typeof LOCALES)[number]

/** Each language by its own name. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English', es: 'Español', fr: 'Français', nl: 'Nederlands', ht: 'Kreyòl ayisyen',
}

/** The texts of the screen by id, as the English catalogue has them. The others must have the same. */
export type MessageId = keyof typeof en
export type Catalogue = Readonly<Record<MessageId, string>>

/** The first language of the reader's that we speak. */
export function chooseLocale(wanted: readonly string[]): Locale {
  const spoken = wanted.map((tag) => tag.toLowerCase().split('-')[0])
  const language = spoken.find((tag) => LOCALES.some((ours) => ours === tag))
  return LOCALES.find((locale) => locale === language) ?? 'en'
}
