/**
 * The four groups of pulses of the 13-bit fields for identity and altitude, as octal digits. They are sent in the order
 * C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4 (ICAO Annex 10, volume IV, § 3.1.2.6.7.1 and § 3.1.1.6.2).
 */
export function squawkBits(field: number): Readonly<Record<'a' | 'b' | 'c' | 'd', number>> {
  const pulse = (shift: number): number => (field >> shift) & 1
  return {
    a: pulse(11) | (pulse(9) << 1) | (pulse(7) << 2),
    b: pulse(5) | (pulse(3) << 1) | (pulse(1) << 2),
    c: pulse(12) | (pulse(10) << 1) | (pulse(8) << 2),
    d: pulse(4) | (pulse(2) << 1) | (pulse(0) << 2),
  }
}

/** The Mode A code of a 13-bit identity field: four octal digits. */
export function squawkOf13(field: number): string {
  const { a, b, c, d } = squawkBits(field)
  return `${a}${b}${c}${d}`
}

/** The identity field of four octal digits. */
export function squawk13(squawk: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(squawk, Number)
  const pulse = (digit: number, index: number, shift: number): number => ((digit >> index) & 1) << shift
  return (
    pulse(a, 0, 11) | pulse(a, 1, 9) | pulse(a, 2, 7) | pulse(b, 0, 5) | pulse(b, 1, 3) | pulse(b, 2, 1) |
    pulse(c, 0, 12) | pulse(c, 1, 10) | pulse(c, 2, 8) | pulse(d, 0, 4) | pulse(d, 1, 2) | pulse(d, 2, 0)
  )
}
