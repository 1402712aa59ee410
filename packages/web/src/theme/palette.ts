/** The palettes of a ship's bridge (IEC 62288), from full sun to a dark wheelhouse: keys 1 to 4. */
export const PALETTES = ['bright', 'day', 'dusk', 'night'] as const
export type Palette = (typeof PALETTES)[number]
