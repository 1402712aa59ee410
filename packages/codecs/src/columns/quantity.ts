import { KNOT } from '@csii/model'
import { plainWord } from './text.ts'

/** Units by name, each with its size in the SI unit that we keep. */
export type Units = Readonly<Record<string, number>>

/** In metres per second. The first is meant where nobody says. */
export const SPEEDS: Units = {
  kn: KNOT,
  kt: KNOT,
  kts: KNOT,
  knots: KNOT,
  nudos: KNOT,
  noeuds: KNOT,
  knopen: KNOT,
  'm/s': 1,
  'km/h': 1 / 3.6,
  kmh: 1 / 3.6,
  kph: 1 / 3.6,
  mph: 1609.344 / 3600,
}

/** In metres. */
export const LENGTHS: Units = { m: 1, km: 1000, nm: 1852, nmi: 1852, ft: 0.3048 }

/** In degrees. */
export const ANGLES: Units = { deg: 1, '°': 1 }

/** A bare number. */
export const NUMBERS: Units = { '1': 1, '%': 0.01 }

/** The size of a unit by its name in any case and form, or undefined. */
export function unitNamed(name: string, units: Units): string | undefined {
  const wanted = plainWord(name)
  return Object.keys(units).find((unit) => unit === name || (wanted !== '' && plainWord(unit) === wanted))
}

/**
 * Reads a number with an optional unit of its own (`10.5`, `10,5 kn`); `unit` is meant where it has none. Undefined for
 * anything else, so also for the many ways to write that there is no value.
 */
export function parseQuantity(text: string, units: Units, unit?: string): number | undefined {
  const written = text.length <= 40 ? FORM.exec(text.trim()) : null
  const value = written ? parseNumber(written[1]!) : undefined
  if (!written || value === undefined) return undefined
  const own = written[2] === '' ? (unit ?? Object.keys(units)[0]!) : unitNamed(written[2]!, units)
  const size = own === undefined ? undefined : units[own]
  return size === undefined ? undefined : value * size
}

const FORM = /^([+-]?[\d.,]+)\s*([^\d\s.,+-]*)$/

/** The last of two different marks is the decimal one, and so is a single comma. */
export function parseNumber(text: string): number | undefined {
  const comma = text.lastIndexOf(',')
  const decimal = comma > text.lastIndexOf('.') ? ',' : '.'
  const plain = text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.')
  return /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : undefined
}
