import type { Known } from '@csii/contract'
import type { View } from '../link/picture-link.ts'

export const FORMATS = ['csv', 'geojson', 'kml', 'nmea'] as const
export type Format = (typeof FORMATS)[number]

export interface ExportAsked {
  readonly from: number
  readonly to: number
  readonly format: Format
  readonly known: Known
  readonly exercise: boolean
  /** Everywhere when absent. */
  readonly view?: View
}

/** Where the node gives what was recorded as a file. */
export function exportAddress({ from, to, format, known, exercise, view }: ExportAsked): string {
  const box = view && Object.entries(view).map(([side, degrees]) => [side, degrees.toFixed(5)])
  return `/api/history/export?${new URLSearchParams([
    ['from', String(from)], ['to', String(to)], ['format', format], ['known', known], ['exercise', String(exercise)], ...(box ?? []),
  ])}`
}
