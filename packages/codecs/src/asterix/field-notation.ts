/** What the bits of a field stand for. */
export type Content =
  /** A number as transmitted: a code of the standard's table, or a count. */
  | { readonly kind: 'code' }
  /** Raw × numerator / denominator, in the unit; `least` and `most` are the raw values that the standard allows. */
  | (Scale & { readonly kind: 'quantity'; readonly signed: boolean; readonly least: number; readonly most: number })
  /** Octal digits of three bits, characters of eight bits, of six bits, or hexadecimal digits. */
  | { readonly kind: 'octal' | 'ascii' | 'callsign' | 'hex' }
  /** A quantity whose scale another field of the item chooses; under any other value the number as transmitted. */
  | { readonly kind: 'chosen'; readonly by: string; readonly scales: ReadonlyMap<number, Scale> }

export interface Scale {
  readonly numerator: number
  readonly denominator: number
  readonly unit: string
}

export interface Field {
  /** Empty where an item or subfield is one value without a name. */
  readonly name: string
  readonly bits: number
  /** Absent in spare bits. A list of fields is a group of its own name. */
  readonly content?: Content | readonly Field[]
}

/**
 * Reads `name:bits` fields. What follows the bits is the content: nothing for a code, `o` octal, `a` text, `c` call
 * sign, `x` hexadecimal, `u(1/2^8 NM <=256)` and `s(…)` for quantities with their unit and limits, and `?IM[0:u(…)
 * 1:u(…)]` for one that another field chooses. `NAME(…)` is a group, `.4` are four spare bits.
 */
export function fieldsOf(text: string): Field[] {
  return wordsOf(text).map((word) => {
    if (word.startsWith('.')) return { name: '', bits: Number(word.slice(1)) }
    const [, name = '', bits, content = ''] = /^(\w*):(\d+)(.*)$/s.exec(word) ?? []
    if (bits !== undefined) return { name, bits: Number(bits), content: contentOf(content, Number(bits)) }
    const group = fieldsOf(word.slice(word.indexOf('(') + 1, -1))
    return { name: word.slice(0, word.indexOf('(')), bits: bitsOf(group), content: group }
  })
}

export const bitsOf = (fields: readonly Field[]): number => fields.reduce((sum, { bits }) => sum + bits, 0)

/** Split at the blanks that are not within brackets. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  let depth = 0
  for (const character of `${text} `) {
    if ('(['.includes(character)) depth++
    if (')]'.includes(character)) depth--
    if (depth > 0 || !/\s/.test(character)) {
      word += character
    } else if (word !== '') {
      words.push(word)
      word = ''
    }
  }
  return words
}

const TEXTS = { o: 'octal', a: 'ascii', c: 'callsign', x: 'hex' } as const

function contentOf(text: string, bits: number): Content {
  if (text === '') return { kind: 'code' }
  if (text.startsWith('?')) return chosenOf(text)
  const kind = Object.entries(TEXTS).find(([letter]) => letter === text)?.[1]
  if (kind) return { kind }
  const quantity = /^([us])\((.*)\)$/.exec(text)
  if (!quantity) throw new Error(`The table holds a content that is none: ${text}`)
  return quantityOf(quantity[1] === 's', quantity[2]!, bits)
}

function quantityOf(signed: boolean, text: string, bits: number): Content {
  const [ratio = '', ...rest] = text.split(/\s+/)
  const scale = scaleOf(ratio, rest.find((word) => !/^[<>]/.test(word)) ?? '')
  let least = signed ? -(2 ** (bits - 1)) : 0
  let most = (signed ? 2 ** (bits - 1) : 2 ** bits) - 1
  for (const [, sign = '', value = ''] of text.matchAll(/([<>]=?)(\S+)/g)) {
    const raw = (numberOf(value) * scale.denominator) / scale.numerator
    if (sign === '>=') least = Math.max(least, Math.ceil(raw))
    if (sign === '>') least = Math.max(least, Math.floor(raw) + 1)
    if (sign === '<=') most = Math.min(most, Math.floor(raw))
    if (sign === '<') most = Math.min(most, Math.ceil(raw) - 1)
  }
  return { kind: 'quantity', signed, ...scale, least, most }
}

function chosenOf(text: string): Content {
  const [, by = '', cases = ''] = /^\?(\w+)\[(.*)\]$/s.exec(text) ?? []
  const scales = [...cases.matchAll(/(\d+):u\((\S+)(?: ([^)]*))?\)/g)].map(
    ([, value, ratio, unit]): [number, Scale] => [Number(value), scaleOf(ratio!, unit ?? '')],
  )
  return { kind: 'chosen', by, scales: new Map(scales) }
}

function scaleOf(ratio: string, unit: string): Scale {
  const [numerator = '', denominator = '1'] = ratio.split('/')
  return { numerator: numberOf(numerator), denominator: numberOf(denominator), unit }
}

/** `13107/20`, `2^23`, `-90`. */
function numberOf(text: string): number {
  const [above = '', below] = text.split('/')
  if (below !== undefined) return numberOf(above) / numberOf(below)
  const [base = '', exponent] = above.split('^')
  return exponent === undefined ? Number(base) : Number(base) ** Number(exponent)
}
