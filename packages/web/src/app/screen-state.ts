import type { Place } from '../map/place.ts'
import { LOCALES, type Locale } from '../text/catalogue.ts'
import { PALETTES, type Palette } from '../theme/palette.ts'

export const PANELS = ['details', 'explanation', 'sources', 'sighting', 'none'] as const
export type Panel = (typeof PANELS)[number]

/** All that a reader has set on this screen. It lives in the address, so a link shows another the same. */
export interface ScreenState {
  readonly place: Place
  readonly palette: Palette
  readonly locale: Locale
  /** Id of the selected track. */
  readonly track?: string | undefined
  readonly panel: Panel
  readonly list: boolean
  /** Whether the map shows what sensors cover. */
  readonly coverage: boolean
  /** Id of the source whose radar picture the map shows. */
  readonly radar?: string | undefined
}

/** The Grenadines and St Vincent with their neighbours. */
export const HOME: Place = { lat: 13.2, lon: -61.2, zoom: 8.2 }

/** Reads the part of an address after `#`. What is absent or senseless is taken from `usual`. */
export function readHash(hash: string, usual: ScreenState): ScreenState {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const track = fields.get('track')
  const radar = fields.get('radar')
  return {
    place: {
      lat: number(fields.get('lat'), -85, 85) ?? usual.place.lat,
      lon: number(fields.get('lon'), -180, 180) ?? usual.place.lon,
      zoom: number(fields.get('zoom'), 0, 22) ?? usual.place.zoom,
    },
    palette: oneOf(PALETTES, fields.get('palette')) ?? usual.palette,
    locale: oneOf(LOCALES, fields.get('lang')) ?? usual.locale,
    track: track && track.length <= 64 ? track : undefined,
    ...(radar && radar.length <= 64 && { radar }),
    panel: oneOf(PANELS, fields.get('panel')) ?? usual.panel,
    list: fields.has('list') ? fields.get('list') === '1' : usual.list,
    coverage: fields.has('coverage') ? fields.get('coverage') === '1' : usual.coverage,
  }
}

export function writeHash({ place, palette, locale, track, panel, list, coverage, radar }: ScreenState): string {
  const fields = new URLSearchParams({
    lat: place.lat.toFixed(4), lon: place.lon.toFixed(4), zoom: place.zoom.toFixed(2), palette, lang: locale, panel,
    list: list ? '1' : '0', coverage: coverage ? '1' : '0', ...(track !== undefined && { track }), ...(radar !== undefined && { radar }),
  })
  return `#${fields}`
}

function number(text: string | null, min: number, max: number): number | undefined {
  if (text === null || text.trim() === '') return undefined
  const value = Number(text)
  return value >= min && value <= max ? value : undefined
}

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | undefined =>
  allowed.find((value) => value === text)
