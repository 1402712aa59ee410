import { COUNTRY_BY_MID } from './mid.ts'

/** The name in the reader's language of the country whose digits an MMSI carries, or undefined for none. */
export function flagOf(mmsi: number, locale: string): string | undefined {
  const mid = midOf(mmsi)
  const country = mid === undefined ? undefined : COUNTRY_BY_MID.get(mid)
  return country && countryName(country, locale)
}

/**
 * The maritime identification digits of an MMSI (ITU-R M.585-9): the first three of a ship's; after a leading 0 or 00
 * for groups and coast stations, 111 for SAR aircraft, 98 and 99 for craft and aids, 8 for handhelds. The freeform
 * 970, 972 and 974 of distress devices carry none.
 */
export function midOf(mmsi: number): number | undefined {
  const digits = String(mmsi).padStart(9, '0')
  const match = /^(?:00|0|111|98|99|8)?([2-7]\d\d)/.exec(digits)
  return match && /^(?:[2-7]|0|111|98|99|8)/.test(digits) ? Number(match[1]) : undefined
}

function countryName(country: string, locale: string): string {
  // Haitian Creole has no country names in most browsers: French is what its readers also read.
  const names = new Intl.DisplayNames([locale === 'ht' ? 'fr' : locale, 'en'], { type: 'region' })
  return names.of(country) ?? country
}
