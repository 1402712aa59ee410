import { fieldsOf, type Field } from './field-notation.ts'

/** How one item lies in the octets of a record. The forms are those of ASTERIX part 1 (EUROCONTROL-SPEC-149). */
export type Layout =
  | { readonly kind: 'fixed'; readonly fields: readonly Field[] }
  /** Parts that each end with a bit that says whether another follows; the last has none where it `isClosed`. */
  | { readonly kind: 'extended'; readonly parts: readonly (readonly Field[])[]; readonly isClosed: boolean }
  /** As often as the first octet says, or while the last bit of an element is set (`fx`). */
  | { readonly kind: 'repetitive'; readonly counted: boolean; readonly element: Layout }
  /** One bit for each subfield: in octets that say whether another follows, or in one `octet` only. */
  | { readonly kind: 'compound'; readonly octet: boolean; readonly slots: readonly (Slot | undefined)[] }
  /** Its own length, and content: of the reserved expansion field as defined, of the special purpose field any. */
  | { readonly kind: 'explicit'; readonly content?: Layout | undefined }

export interface Slot {
  readonly name: string
  readonly layout: Layout
}

/**
 * Reads the notation of the tables:
 * - `SAC:8 .4 RHO:16u(1/2^8 NM <=256)`: fields of so many bits; `.4` are spare; see `field-notation.ts` for the
 *   contents
 * - `TYP:3 SIM:5 … / TST:1 … /`: an extended item; each `/` is the bit that says whether the next part follows
 * - `1*{…}`, `fx*{…}`: a repetitive item, counted or chained
 * - `compound{ COM{…} - PSR{…} }`, `octet{ … }`: a compound item; `-` is a bit without a subfield
 * - `re`, `sp`: the reserved expansion and the special purpose field
 */
export function readLayout(notation: string, expansion?: Layout): Layout {
  const text = notation.trim()
  if (text === 'sp') return { kind: 'explicit' }
  if (text === 're') return { kind: 'explicit', content: expansion }
  const repetitive = /^(1|fx)\*\{(.*)\}$/s.exec(text)
  if (repetitive)
    return { kind: 'repetitive', counted: repetitive[1] === '1', element: readLayout(repetitive[2]!, expansion) }
  const compound = /^(compound|octet)\{(.*)\}$/s.exec(text)
  if (compound) return { kind: 'compound', octet: compound[1] === 'octet', slots: slotsOf(compound[2]!) }
  const parts = text.split(/\s\/(?:\s+|$)/)
  if (parts.length === 1) return { kind: 'fixed', fields: fieldsOf(text) }
  const isClosed = parts.at(-1) !== ''
  return { kind: 'extended', parts: (isClosed ? parts : parts.slice(0, -1)).map(fieldsOf), isClosed }
}

function slotsOf(text: string): (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '-' && depth === 0) slots.push(undefined)
    if (character === '{') depth++
    if (character === '}' && --depth === 0) {
      const [, name = '', content = ''] = /^[\s-]*(\w+)\{(.*)$/s.exec(text.slice(start, at)) ?? []
      slots.push({ name, layout: readLayout(content) })
      start = at + 1
    }
  }
  return slots
}
