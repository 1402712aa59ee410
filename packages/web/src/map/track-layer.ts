import type { Contact } from '@csii/contract'
import type { Palette } from '../theme/palette.ts'

/** What draws the tracks on the map. Back ends differ in how much they can draw; a reader of the map cannot tell. */
export interface TrackLayer {
  /** Draws these and no others, as old as they are at `now` (node time). */
  setContacts(contacts: Iterable<Contact>, now: number): void
  /** Marks one of them, by serial. */
  setSelected(serial: number | undefined): void
  setPalette(palette: Palette): void
  /** The serial of the contact drawn nearest to a point of the map, in pixels, if one is there. */
  pick(point: { readonly x: number; readonly y: number }): number | undefined
}
