import type { ReactNode } from 'react'
import { formatProbability } from '../text/format.ts'

export interface SharesProps {
  readonly shares: readonly (readonly [name: string, probability: number])[]
  /** What can be done with each. */
  readonly action?: (name: string) => ReactNode
}

/** Probabilities as numbers, with bars for the eye. */
export function Shares({ shares, action }: SharesProps) {
  return (
    <dl className="facts shares">
      {shares.map(([name, probability]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="share" style={{ inlineSize: `${(100 * probability).toFixed(0)}%` }} aria-hidden="true" />
            {formatProbability(probability)}
            {action?.(name)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
