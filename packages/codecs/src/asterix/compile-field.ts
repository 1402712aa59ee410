import { bitsOf, type Content, type Field, type Scale } from './field-notation.ts'

/** The expression that reads fields from the octet `s` on as one object, or as one value where that has no name. */
export function valueOf(fields: readonly Field[], start = 0): string {
  const [first] = fields
  if (fields.length === 1 && first!.name === '' && first!.content) return fieldOf(first!, start, fields)
  return `{ ${propertiesOf(fields, start).join(', ')} }`
}

export function propertiesOf(fields: readonly Field[], start = 0): string[] {
  return placed(fields, start).flatMap(({ field, at }) =>
    field.content ? [`${JSON.stringify(field.name)}: ${fieldOf(field, at, fields)}`] : [],
  )
}

/** The expressions of the spare bits: the standard demands zeros. */
export function sparesOf(fields: readonly Field[], start = 0): string[] {
  return placed(fields, start).flatMap(({ field, at }) => {
    if (!field.content) return [unsignedAt(at, field.bits)]
    return isGroup(field.content) ? sparesOf(field.content, at) : []
  })
}

const isGroup = (content: Field['content']): content is readonly Field[] => Array.isArray(content)

function placed(fields: readonly Field[], start: number): { readonly field: Field; readonly at: number }[] {
  let at = start
  return fields.map((field) => {
    const place = { field, at }
    at += field.bits
    return place
  })
}

function fieldOf({ content, bits }: Field, at: number, beside: readonly Field[]): string {
  if (!content) throw new Error('Spare bits have no value')
  if (isGroup(content)) return valueOf(content, at)
  const read: Record<Exclude<Content['kind'], 'quantity' | 'chosen'>, () => string> = {
    code: () => unsignedAt(at, bits),
    octal: () => `octal(${unsignedAt(at, bits)}, ${bits})`,
    hex: () =>
      at % 8 === 0 && bits % 8 === 0
        ? `hexOctets(b, s + ${at / 8}, ${bits / 8})`
        : `hexDigits(${unsignedAt(at, bits)}, ${bits})`,
    ascii: () => `ascii(b, s + ${at / 8}, ${bits / 8})`,
    callsign: () => `callsign(${unsignedAt(at, 24)}, ${unsignedAt(at + 24, 24)})`,
  }
  if (content.kind === 'quantity') return quantityOf(content, at, bits)
  if (content.kind === 'chosen') return chosenOf(content, at, bits, beside)
  return read[content.kind]()
}

function quantityOf(content: Extract<Content, { kind: 'quantity' }>, at: number, bits: number): string {
  const { signed, least, most } = content
  const raw = signed ? signedAt(at, bits) : unsignedAt(at, bits)
  const isLimited = least > (signed ? -(2 ** (bits - 1)) : 0) || most < (signed ? 2 ** (bits - 1) : 2 ** bits) - 1
  return scaled(isLimited ? `within(${raw}, ${least}, ${most})` : raw, content)
}

/** The field that chooses stands before this one in the same item. */
function chosenOf(
  content: Extract<Content, { kind: 'chosen' }>,
  at: number,
  bits: number,
  beside: readonly Field[],
): string {
  const own = beside.findIndex((field) => field.content === content)
  const index = beside.findIndex(({ name }) => name === content.by)
  if (index < 0 || index >= own) throw new Error(`The table has no field ${content.by} that could choose`)
  const start = at - bitsOf(beside.slice(index, own))
  const chooser = unsignedAt(start, beside[index]!.bits)
  return [...content.scales].reduceRight(
    (otherwise, [value, scale]) => `(${chooser} === ${value} ? ${scaled(unsignedAt(at, bits), scale)} : ${otherwise})`,
    unsignedAt(at, bits),
  )
}

/** By one multiplication where the factor is exact in binary; otherwise so that rounding happens once, at the end. */
export function scaled(raw: string, { numerator, denominator }: Scale): string {
  const factor = numerator / denominator
  if (factor === 1) return raw
  return Number.isInteger(Math.log2(denominator)) ? `${raw} * ${factor}` : `${raw} * ${numerator} / ${denominator}`
}

function signedAt(at: number, bits: number): string {
  const unsigned = unsignedAt(at, bits)
  return bits === 32 ? `(${unsigned} | 0)` : `(${unsigned} << ${32 - bits} >> ${32 - bits})`
}

/** Four octets can be joined by bit operations; longer numbers, of 53 bits at most, are joined by arithmetic. */
export function unsignedAt(at: number, bits: number): string {
  const first = at >> 3
  const last = (at + bits - 1) >> 3
  const octets = last - first + 1
  if (octets > 4) return `(${unsignedAt(at, bits - 24)} * 16777216 + ${unsignedAt(at + bits - 24, 24)})`
  const shift = (last + 1) * 8 - at - bits
  const joined = Array.from({ length: octets }, (_, index) => {
    const octet = `b[s + ${first + index}]`
    const by = (octets - 1 - index) * 8
    return by === 0 ? octet : `${octet} << ${by}`
  }).join(' | ')
  const isMasked = at % 8 !== 0
  if (octets === 4 && !isMasked) return `((${joined}) >>> ${shift})`
  const moved = shift === 0 ? `(${joined})` : `((${joined}) >>> ${shift})`
  return isMasked ? `(${moved} & ${2 ** bits - 1})` : moved
}
