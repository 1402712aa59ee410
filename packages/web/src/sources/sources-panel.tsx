import type { SourceView } from '@csii/contract'
import { DECODE_PROBLEMS } from '@csii/model'
import { useState } from 'react'
import { useInspection, useSources } from '../api/api.ts'
import { HealthLine } from '../coverage/health-line.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { formatAge, formatUtc } from '../text/format.ts'
import { useText, type Text } from '../text/use-text.tsx'

export interface SourcesPanelProps {
  /** Node time. */
  readonly now: number
  readonly onClose: () => void
}

/** How each of the node's sources is: connected or not, how much it brings, and what of it was refused and why. */
export function SourcesPanel({ now, onClose }: SourcesPanelProps) {
  const text = useText()
  const { data, error } = useSources()
  return (
    <section className="panel sources" aria-labelledby="sources-title">
      <PanelHead id="sources-title" title={text('sources.title')} onClose={onClose} />
      <div className="panel-body">
        {error && <p className="notice">{text('sources.failed')}</p>}
        {data?.length === 0 && <p className="empty">{text('sources.none')}</p>}
        {data?.map((source) => (
          <Source key={source.id} source={source} now={now} />
        ))}
      </div>
    </section>
  )
}

function Source({ source, now }: { readonly source: SourceView; readonly now: number }) {
  const text = useText()
  const rejected = Object.values(source.problems).reduce((sum, count) => sum + count, 0)
  const numbers: readonly (readonly [string, string])[] = [
    [
      text('sources.heard'),
      source.lastHeardAt === undefined ? text('sources.never') : formatAge(now - source.lastHeardAt),
    ],
    [text('sources.received'), whole(source.received)],
    [text('sources.decoded'), whole(source.decoded)],
    [text('sources.duplicates'), whole(source.duplicates)],
    [text('sources.rejected'), whole(rejected)],
    [text('sources.dropped'), whole(source.dropped)],
    [text('sources.pending'), whole(source.pending)],
    [text('sources.owner'), source.nation],
    [text('sources.address'), source.url],
  ]
  return (
    <article className="source">
      <h3>
        {source.title} {source.simulated && <span className="mark mark-sim">{text('mark.simulated')}</span>}
      </h3>
      <p className="source-state">
        <span className={`lamp source-${source.state}`}>{text(`state.${source.state}`)}</span>
        <span className="number">{text('sources.rate', { n: source.messagesPerSecond.toFixed(1) })}</span>
      </p>
      {source.health && <HealthLine health={source.health} now={now} />}
      {source.detail && <p className="notice">{source.detail}</p>}
      <dl className="facts">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rejected > 0 && <ProblemList problems={source.problems} text={text} />}
      <Rejected id={source.id} title={source.title} />
    </article>
  )
}

function ProblemList({ problems, text }: { readonly problems: SourceView['problems']; readonly text: Text }) {
  return (
    <ul className="problems">
      {DECODE_PROBLEMS.filter((problem) => problems[problem]).map((problem) => (
        <li key={problem}>
          {text(`problem.${problem}`)} <span className="number">{whole(problems[problem] ?? 0)}</span>
        </li>
      ))}
    </ul>
  )
}

function Rejected({ id, title }: { readonly id: string; readonly title: string }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const { data } = useInspection(id, open)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {text('sources.inspect')}
        <span className="hidden">: {title}</span>
      </summary>
      {data?.rejected.length === 0 && <p className="empty">{text('sources.inspect.none')}</p>}
      <ol className="rejected">
        {data?.rejected.map(({ problem, receivedAt, text: line }, index) => (
          <li key={`${receivedAt} ${index}`}>
            <span className="number">{formatUtc(receivedAt)}</span> <span>{problemInWords(problem, text)}</span>
            <code>{line}</code>
          </li>
        ))}
      </ol>
    </details>
  )
}

function problemInWords(problem: string, text: Text): string {
  const known = DECODE_PROBLEMS.find((name) => name === problem)
  return known ? text(`problem.${known}`) : problem
}

/** Groups of three apart by a thin space, which reads alike in every language. */
const whole = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')
