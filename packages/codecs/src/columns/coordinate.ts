/** A latitude or longitude as somebody wrote it. */
export interface Coordinate {
  readonly degrees: number
  /** Degrees between two neighbouring values that could have been written with as many digits. */
  readonly step: number
}

export type Axis = 'lat' | 'lon'

/**
 * Reads degrees in the forms people and their programs write: `13.0875`, `-61,25`, `13.0875 N`, `13°05.2'N`, `13 05 12
 * N`, `1305.20N`, `N1305`. Without a sign and a letter it is north or east. Undefined where it is none of them, or
 * beyond the globe. O is west, as in Spanish and French.
 */
export function parseCoordinate(text: string, axis: Axis, hemisphere = ''): Coordinate | undefined {
  if (text.length > LONGEST) return undefined
  const written = FORM.exec(text.trim().toUpperCase())
  if (!written) return undefined
  const [, first = '', sign = '', body = '', last = ''] = written
  const letters = [first, last, hemisphere.trim().toUpperCase().slice(0, 1)].filter((letter) => letter !== '')
  const signs = letters.map((letter) => SIGNS[axis][letter])
  // Twice the same is no contradiction; a minus and a letter may be one.
  if (signs.some((each) => each === undefined || each !== signs[0]) || (sign === '-' && letters.length > 0))
    return undefined
  const size = sizeOf(body)
  if (!size || size.degrees > MOST[axis]) return undefined
  const direction = sign === '-' ? -1 : (signs[0] ?? 1)
  return { degrees: size.degrees === 0 ? 0 : direction * size.degrees, step: size.step }
}

const LONGEST = 40
const FORM = /^([NSEWO])?\s*([+-])?\s*(\d[^A-Z+]*?)\s*([NSEWO])?$/
const MOST = { lat: 90, lon: 180 }
const SIGNS: Readonly<Record<Axis, Readonly<Record<string, 1 | -1>>>> = {
  lat: { N: 1, S: -1 },
  lon: { E: 1, W: -1, O: -1 },
}

const NUMBER = /\d+(?:[.,]\d+)?/g
const BETWEEN = /^[\s°º˚'’′´"”″:-]*$/

/** Degrees without a direction: alone, with minutes, or with minutes and seconds. */
function sizeOf(body: string): Coordinate | undefined {
  if (!BETWEEN.test(body.replace(NUMBER, ' '))) return undefined
  const numbers = body.match(NUMBER) ?? []
  const parts = numbers.length === 1 ? unpack(numbers[0]!) : numbers
  const last = parts.at(-1)
  if (last === undefined || parts.length > 3 || parts.slice(0, -1).some((part) => !/^\d+$/.test(part))) return undefined
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part.replace(',', '.')))
  if (minutes >= 60 || seconds >= 60) return undefined
  const decimals = last.split(/[.,]/)[1]?.length ?? 0
  return { degrees: degrees + minutes / 60 + seconds / 3600, step: 10 ** -decimals / 60 ** (parts.length - 1) }
}

/** Degrees never have four digits: then minutes follow without a mark, and from six on also seconds. */
function unpack(number: string): readonly string[] {
  const [whole = '', fraction] = number.split(/[.,]/)
  const rest = fraction === undefined ? '' : `.${fraction}`
  if (whole.length < 4) return [number]
  if (whole.length < 6) return [whole.slice(0, -2), whole.slice(-2) + rest]
  return whole.length < 8 ? [whole.slice(0, -4), whole.slice(-4, -2), whole.slice(-2) + rest] : []
}
