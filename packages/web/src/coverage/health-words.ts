import type { HealthReason } from '@csii/contract'
import { formatAge } from '../text/format.ts'
import type { Text } from '../text/use-text.tsx'

export interface Reasoned {
  readonly reason: HealthReason
  readonly numbers: Readonly<Record<string, number>>
}

/** Numbers that are times, in seconds. The others are counts. */
const TIMES = new Set(['silent', 'normal', 'delay', 'offset'])

/**
 * Why a sensor is as it is, in one sentence of the reader's language. What goes on while one watches is left out: a
 * sentence that changes every second would be read out every second.
 */
export function reasonInWords({ reason, numbers }: Reasoned, text: Text): string {
  const values = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, TIMES.has(name) ? formatAge(value * 1000) : String(value)]),
  )
  // A sensor that is dead before its interval was learned has none that could be named.
  if (reason === 'silent' && numbers['normal'] === undefined) return text('health.reason.never-heard')
  return text(`health.reason.${reason}`, values)
}
