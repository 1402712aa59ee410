import { chance, createDice, keyOf, poisson, type Dice } from '../chance.ts'

/** Dice that also know the normal distribution. */
export interface Draws extends Dice {
  /** Mean 0, deviation 1 (Box and Muller 1958). */
  normal(): number
  happens(probability: number): boolean
  /** How many events happen where so many are expected. */
  poisson(mean: number): number
  /** A number between low and high, with either sign. */
  aside(low: number, high: number): number
}

/**
 * The draws of one part of a scenario. Each part (a vessel's course, its transmitter, a radar) has its own, so that a
 * knob turned in one of them leaves the others as they were.
 */
export function createDraws(seed: number, ...part: readonly (string | number)[]): Draws {
  const keys = part.map((key) => (typeof key === 'string' ? keyOf(key) : key))
  const dice = createDice(Math.floor(chance(seed, ...keys) * 0x1_0000_0000))
  const unit = () => dice.between(0, 1)
  return {
    ...dice,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    happens: (probability) => unit() < probability,
    poisson: (mean) => poisson(mean, dice.key()),
    aside: (low, high) => dice.between(low, high) * (unit() < 0.5 ? -1 : 1),
  }
}
