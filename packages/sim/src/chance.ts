/**
 * A number in 0 ≤ x < 1 that depends on nothing but its keys, in whatever order it is asked for. So a scenario can be
 * evaluated at any instant without playing what went before. The mixing is that of MurmurHash3 (32-bit finaliser).
 */
export function chance(...keys: readonly number[]): number {
  let hash = 0x9e3779b9
  for (const key of keys) {
    hash = mix(hash ^ (key | 0))
    hash = mix(hash ^ Math.floor(key / 0x1_0000_0000))
  }
  return (mix(hash) >>> 0) / 0x1_0000_0000
}

/** A number from the normal distribution of mean 0 and deviation 1, by its keys alone (Box and Muller 1958). */
export function normal(...keys: readonly number[]): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(...keys, 11)))
  return radius * Math.cos(2 * Math.PI * chance(...keys, 12))
}

/** How many events of a Poisson process happen where so many are expected (Knuth, TAOCP 2, § 3.4.1): for a few. */
export function poisson(mean: number, ...keys: readonly number[]): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = chance(...keys, 0); product > limit; product *= chance(...keys, count)) count++
  return count
}

/** A whole number for a name, to be used as a key. */
export function keyOf(text: string): number {
  let key = text.length
  for (let i = 0; i < text.length; i++) key = mix(key ^ text.charCodeAt(i))
  return key >>> 0
}

/** A smooth random walk between −1 and 1 that takes about one period to forget where it was. */
export function drift(key: number, time: number, period: number): number {
  const step = Math.floor(time / period)
  const part = time / period - step
  const from = chance(key, step)
  const to = chance(key, step + 1)
  return 2 * (from + (to - from) * part * part * (3 - 2 * part)) - 1
}

/** Draws one number after another, for building a scenario. */
export interface Dice {
  /** A key for something built with these dice. */
  key(): number
  between(low: number, high: number): number
  whole(low: number, high: number): number
  pick<T>(choices: readonly T[]): T
}

export function createDice(seed: number): Dice {
  let drawn = 0
  const next = () => chance(seed, drawn++)
  return {
    key: () => Math.floor(next() * 0x1_0000_0000),
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (choices) => choices[Math.floor(next() * choices.length)]!,
  }
}

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
