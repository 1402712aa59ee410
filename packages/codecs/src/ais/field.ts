/** What the number in a field stands for, for people. The raw message keeps the number as transmitted. */
export interface Meaning {
  /** The quantity in degrees, knots, metres …; absent where the standard says "not available". */
  readonly scale?: (raw: number) => number | string | undefined
  /** One phrase for each code, in order; the last one also serves every code above it. Or a rule that finds it. */
  readonly legend?: readonly string[] | ((raw: number) => string)
}

export interface NumberField<N extends string = string> extends Meaning {
  readonly kind: 'unsigned' | 'signed'
  readonly name: N
  readonly bits: number
  /** The flag that must be set for the field to be there at all. Its value is 0 where it is not. */
  readonly when?: string
}

export interface FlagField<N extends string = string> {
  readonly kind: 'flag'
  readonly name: N
  readonly bits: 1
}

/** Bits without meaning. They are kept, so that a message can be sent on exactly as it came. */
export interface SpareField<N extends string = string> {
  readonly kind: 'spare'
  readonly name: N
  readonly bits: number
}

type Constant = string | number | boolean

/** A field whose content says which message this is: the decoder has looked at it already. */
export interface FixedField<N extends string = string, V extends Constant = Constant> {
  readonly kind: 'fixed'
  readonly name: N
  readonly bits: number
  readonly raw: number
  readonly value: V
}

/** Six-bit text (M.1371-5, table 47) exactly as transmitted: padding `@` and blanks included. */
export interface TextField<N extends string = string> {
  readonly kind: 'text'
  readonly name: N
  readonly bits: number
}

/** Six-bit text that fills the rest of the message. */
export interface RestTextField<N extends string = string> {
  readonly kind: 'rest-text'
  readonly name: N
}

/** Binary content that fills the message up to the last `after` bits, written `<bits>:<hexadecimal>`. */
export interface DataField<N extends string = string> {
  readonly kind: 'data'
  readonly name: N
  readonly after: number
}

/** A group of fields that repeats: as often as the field `count` says, or until the message ends. */
export interface ListField<
  N extends string = string,
  F extends readonly ElementField[] = readonly ElementField[],
> {
  readonly kind: 'list'
  readonly name: N
  readonly fields: F
  readonly most: number
  readonly count?: string
  /** The order in which gpsd prints an element, where it is not the standard's. */
  readonly print?: string
}

export type Field =
  | NumberField
  | FlagField
  | SpareField
  | FixedField
  | TextField
  | RestTextField
  | DataField
  | ListField

/** What an element of a list may hold. */
export type ElementField = NumberField | FlagField | SpareField | TextField

type ValueOf<F extends Field> = F extends FixedField<string, infer V>
  ? V
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'text' | 'rest-text' | 'data' }
      ? string
      : F extends ListField<string, infer E>
        ? readonly FieldsOf<E>[]
        : number

type Flat<T> = { readonly [K in keyof T]: T[K] }

/** The raw object that a list of fields describes. Spare bits may be left out; they are then sent as zeros. */
export type FieldsOf<F extends readonly Field[]> = Flat<
  { readonly [X in Exclude<F[number], SpareField> as X['name']]: ValueOf<X> } & {
    readonly [X in Extract<F[number], SpareField> as X['name']]?: number
  }
>

export const unsigned = <const N extends string>(name: N, bits: number, meaning: Meaning = {}): NumberField<N> => ({
  kind: 'unsigned', name, bits, ...meaning,
})
export const signed = <const N extends string>(name: N, bits: number, meaning: Meaning = {}): NumberField<N> => ({
  kind: 'signed', name, bits, ...meaning,
})
export const optional = <const N extends string>(name: N, bits: number, when: string): NumberField<N> => ({
  kind: 'unsigned', name, bits, when,
})
export const flag = <const N extends string>(name: N): FlagField<N> => ({ kind: 'flag', name, bits: 1 })
export const spare = <const N extends string>(name: N, bits: number): SpareField<N> => ({ kind: 'spare', name, bits })
export const fixed = <const N extends string, const V extends Constant>(
  name: N, bits: number, raw: number, value: V,
): FixedField<N, V> => ({ kind: 'fixed', name, bits, raw, value })
export const text = <const N extends string>(name: N, characters: number): TextField<N> => ({
  kind: 'text', name, bits: characters * 6,
})
export const restText = <const N extends string>(name: N): RestTextField<N> => ({ kind: 'rest-text', name })
export const data = <const N extends string>(name: N, after = 0): DataField<N> => ({ kind: 'data', name, after })
export const list = <const N extends string, const F extends readonly ElementField[]>(
  name: N, fields: F, rule: { readonly most: number; readonly count?: string; readonly print?: string },
): ListField<N, F> => ({ kind: 'list', name, fields, ...rule })
