import type { SourceHealth } from '@csii/contract'
import { formatAge } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { reasonInWords } from './health-words.ts'

export interface HealthLineProps {
  readonly health: SourceHealth
  /** Node time. */
  readonly now: number
}

/** How one sensor is, since when, and why. */
export function HealthLine({ health, now }: HealthLineProps) {
  const text = useText()
  return (
    <p className={`health-line sensor-${health.state}`}>
      <strong>{text(`health.${health.state}`)}</strong>{' '}
      <span className="number">{formatAge(now - health.since)}</span>{' '}
      <span>{reasonInWords(health, text)}</span>
    </p>
  )
}
