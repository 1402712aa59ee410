import type { SourceView } from '@csii/contract'
import { HealthLine } from '../coverage/health-line.tsx'
import { useText } from '../text/use-text.tsx'
import { Registration } from './registration.tsx'
import { ProblemList, Rejected } from './rejected.tsx'
import { SourceActions } from './source-actions.tsx'
import { otherFacts, rejectedOf, vitalFacts } from './source-facts.ts'

export interface SourceCardProps {
  readonly source: SourceView
  /** Node time. */
  readonly now: number
  readonly onCoverage: () => void
  readonly showsRadar: boolean
  readonly onRadar: () => void
  readonly onEdit: () => void
}

/** One source: how it is, what it brings, what of it was refused and why, and what can be done with it. */
export function SourceCard({ source, now, ...actions }: SourceCardProps) {
  const text = useText()
  return (
    <article className="source" aria-label={source.title}>
      <h3>
        {source.title} {source.simulated && <span className="mark mark-sim">{text('mark.simulated')}</span>}
      </h3>
      <p className="source-state">
        <span className={`lamp source-${source.state}`}>{text(`state.${source.state}`)}</span>
        <span className="number">{text('sources.rate', { n: source.messagesPerSecond.toFixed(1) })}</span>
      </p>
      {source.health && <HealthLine health={source.health} now={now} />}
      {source.detail && <p className="notice">{source.detail}</p>}
      <p className="source-address">{source.url}</p>
      <FactList facts={vitalFacts(source, now, text)} />
      <Registration sensorId={source.id} />
      {rejectedOf(source) > 0 && <ProblemList problems={source.problems} />}
      <SourceActions source={source} {...actions} />
      <details>
        <summary>
          {text('sources.numbers')}
          <span className="hidden">: {source.title}</span>
        </summary>
        <FactList facts={otherFacts(source, text)} />
      </details>
      <Rejected id={source.id} title={source.title} />
    </article>
  )
}

function FactList({ facts }: { readonly facts: ReturnType<typeof vitalFacts> }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
