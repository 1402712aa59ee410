import { readMoment } from './replay-state.ts'

/** How a moment is written in a field: as the world writes it, or as the clock on the reader's wall shows it. */
export type Zone = 'utc' | 'local'

/** A moment as a field of date and time holds it. */
export function fieldOf(moment: number, zone: Zone): string {
  const shift = zone === 'local' ? new Date(moment).getTimezoneOffset() * 60_000 : 0
  return new Date(moment - shift).toISOString().slice(0, 19)
}

/** The moment in such a field; undefined when there is none. */
export function momentOf(field: string, zone: Zone): number | undefined {
  const asUtc = readMoment(field)
  if (asUtc === undefined || zone === 'utc') return asUtc
  const local = Date.parse(new Date(asUtc).toISOString().slice(0, 19))
  return local >= 0 ? local : undefined
}
