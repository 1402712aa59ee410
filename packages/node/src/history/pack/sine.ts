/**
 * Sine of a number of degrees, right to 1e-7, from additions and products alone: packs are read years after they were
 * written, by engines whose own sine may differ in its last digit, and what a pack expects must come out the same.
 * (Taylor's series to the 11th power around the nearest multiple of a half turn.)
 */
export function sineOf(degrees: number): number {
  const halfTurns = Math.round(degrees / 180)
  const x = (degrees - halfTurns * 180) * 0.017453292519943295
  const x2 = x * x
  const sine = x * (1 - (x2 / 6) * (1 - (x2 / 20) * (1 - (x2 / 42) * (1 - (x2 / 72) * (1 - x2 / 110)))))
  return halfTurns % 2 === 0 ? sine : -sine
}

export const cosineOf = (degrees: number): number => sineOf(degrees + 90)
