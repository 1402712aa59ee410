import type { Palette } from '../theme/palette.ts'

/** What the map needs in one palette. WebGL reads no custom properties, so they are not in a style sheet. */
export interface MapColours {
  readonly sea: string
  readonly land: string
  readonly coast: string
  readonly boundary: string
  readonly place: string
  readonly label: string
  readonly halo: string
  readonly leader: string
  readonly selected: string
  readonly alarm: string
  readonly onAlarm: string
  readonly caution: string
  readonly onCaution: string
  /** Standard identities, as APP-6 colours them, and dimmed with the palette. */
  readonly neutral: string
  readonly unknown: string
  /** Icons and frames inside and around them. */
  readonly ink: string
  /** Where the standard fills an icon with white. */
  readonly paper: string
  /** Tint of cells that sensors cover. */
  readonly covered: string
  /** What a radar's picture is drawn in. */
  readonly echo: string
  /** Hatching of cells that are usually covered and are not now. */
  readonly uncovered: string
}

export const MAP_COLOURS: Readonly<Record<Palette, MapColours>> = {
  bright: {
    sea: '#cfe6f5',
    land: '#e9dfb8',
    coast: '#5c5333',
    boundary: '#7d3f8a',
    place: '#3a3624',
    label: '#0d0d0d',
    halo: '#ffffff',
    leader: '#1f1f1f',
    selected: '#1d3c67',
    alarm: '#eb0014',
    onAlarm: '#ffffff',
    caution: '#ffdb42',
    onCaution: '#1a1a1a',
    neutral: '#aaffaa',
    unknown: '#ffff80',
    ink: '#000000',
    paper: '#ffffff',
    covered: '#00705c',
    echo: '#a85c00',
    uncovered: '#8f2a00',
  },
  day: {
    sea: '#b9d6e6',
    land: '#e2d7a8',
    coast: '#6b6240',
    boundary: '#86508f',
    place: '#45402b',
    label: '#1a1a1a',
    halo: '#f4f8fa',
    leader: '#2a2a2a',
    selected: '#1d3c67',
    alarm: '#e30019',
    onAlarm: '#ffffff',
    caution: '#ffdb42',
    onCaution: '#1a1a1a',
    neutral: '#9df29d',
    unknown: '#fbf37c',
    ink: '#000000',
    paper: '#ffffff',
    covered: '#00705c',
    echo: '#a85c00',
    uncovered: '#8f2a00',
  },
  dusk: {
    sea: '#17262f',
    land: '#3a3628',
    coast: '#7d7555',
    boundary: '#9a77a3',
    place: '#b5ad90',
    label: '#e2e2e2',
    halo: '#0e171c',
    leader: '#c2c2c2',
    selected: '#84b3ef',
    alarm: '#ff3b46',
    onAlarm: '#ffffff',
    caution: '#ffcc16',
    onCaution: '#252525',
    neutral: '#6fbf6f',
    unknown: '#c9c058',
    ink: '#08110a',
    paper: '#d3dad3',
    covered: '#3fb39b',
    echo: '#e8a33d',
    uncovered: '#ff9c66',
  },
  night: {
    sea: '#03070b',
    land: '#15120a',
    coast: '#4a3a20',
    boundary: '#4e3355',
    place: '#8a6534',
    label: '#c0843f',
    halo: '#000000',
    leader: '#8f632f',
    selected: '#58c8a2',
    alarm: '#e90f20',
    onAlarm: '#000000',
    caution: '#a38900',
    onCaution: '#000000',
    neutral: '#3f6e45',
    unknown: '#7d7433',
    ink: '#020302',
    paper: '#76846f',
    covered: '#1f7a66',
    echo: '#8a5a12',
    uncovered: '#a8561f',
  },
}
