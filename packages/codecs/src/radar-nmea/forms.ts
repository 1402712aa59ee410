/** What a form gives for characters that the standard does not allow in its field. */
export const WRONG = Symbol('wrong')

/** How one value stands in the fields of a sentence: IEC 61162-1, § 7.2.3 and table 5. */
export interface Form<T> {
  /** How many fields it takes. */
  readonly width: number
  /** Undefined where the fields are empty: then it is not available. */
  read(fields: readonly string[]): T | undefined | typeof WRONG
  write(value: T): readonly string[]
}

export interface NumberForm {
  readonly min?: number
  readonly max?: number
  /** Digits after the point that are written. */
  readonly decimals?: number
  /** Digits before the point that are written at least. */
  readonly digits?: number
}

const NUMBER = /^-?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})$/

/** `x.x`: a number with or without a point. No exponents. */
export function number({ min = -Infinity, max = Infinity, decimals = 1, digits = 1 }: NumberForm = {}): Form<number> {
  return {
    width: 1,
    read([field = '']) {
      if (field === '') return undefined
      const value = Number(field)
      return NUMBER.test(field) && value >= min && value <= max ? value : WRONG
    },
    write(value) {
      const written = Math.abs(value).toFixed(decimals)
      const point = decimals === 0 ? written.length : written.indexOf('.')
      return [(value < 0 ? '-' : '') + '0'.repeat(Math.max(0, digits - point)) + written]
    },
  }
}

/** A whole number of a fixed count of digits, such as the day of the month. */
export function whole(min: number, max: number, digits = 1): Form<number> {
  const form = number({ min, max, decimals: 0, digits })
  return {
    ...form,
    read(fields) {
      const value = form.read(fields)
      return typeof value === 'number' && !Number.isInteger(value) ? WRONG : value
    },
  }
}

export const angle = (decimals = 1): Form<number> => number({ min: 0, max: 360, decimals, digits: 3 })
export const positive = (decimals = 1): Form<number> => number({ min: 0, decimals })

/** `a`: one of these letters. */
export function letter<const L extends string>(letters: readonly L[]): Form<L> {
  return {
    width: 1,
    read: ([field = '']) => (field === '' ? undefined : (letters.find((each) => each === field) ?? WRONG)),
    write: (value) => [value],
  }
}

/** A value and the letter of its unit or reference, which says nothing that the place does not: `220.3,M`. */
export function withLetter(form: Form<number>, mark: string): Form<number> {
  return {
    width: 2,
    read([field = '', unit = '']) {
      if (field === '') return undefined
      return unit === mark || unit === '' ? form.read([field]) : WRONG
    },
    write: (value) => [...form.write(value), mark],
  }
}

/** Degrees towards east, or towards west when negative: `2.9,E`. */
export const eastward: Form<number> = {
  width: 2,
  read([field = '', side = '']) {
    const value = angle().read([field])
    if (typeof value !== 'number') return value
    return side === 'E' ? value : side === 'W' ? 0 - value : WRONG
  },
  write: (value) => [Math.abs(value).toFixed(1), value < 0 ? 'W' : 'E'],
}
