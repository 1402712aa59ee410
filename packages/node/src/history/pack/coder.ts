/**
 * What writes values into a pack or reads them from one. Everything above it is written once for both ways: it hands
 * over the value that it has, and goes on with the one that it gets. A reader disregards what it is handed.
 */
export interface Coder {
  readonly isWriting: boolean
  /** Room for so many models of a bit, each knowing nothing yet. Answers with the first one. */
  allocate(models: number): number
  /** 0 or 1, at the less cost the more this model has seen of it. */
  bit(model: number, value: number): number
  /** A number below `choices`, all of them equally likely; at most 65,536 of them. */
  uniform(choices: number, value: number): number
}

/** A pack that is none, or is not whole: nothing of it is to be believed. */
export class DamagedPack extends Error {
  override readonly name = 'DamagedPack'
}

/** Of `uniform`. */
export const MOST_CHOICES = 65_536

/** Ranges are below 2^31, so that they stay small integers in every engine, and above 2^23 before a value. */
export const WHOLE_RANGE = 0x7fff_ffff
export const LEAST_RANGE = 0x80_0000

/**
 * A model holds the probability of a zero in 1/65,536 and how often it was asked. It moves by 1/2, 1/4 … of its error
 * at first and by 1/32 later (Witten, Neal and Cleary 1987 for the principle; the steps by trial on AIS).
 */
export const EVEN = 32_768
export const STEPS = new Uint8Array([1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5])
export const LAST_STEP = STEPS.length - 1
