import type { SourceView } from '@csii/contract'
import { DECODE_PROBLEMS } from '@csii/model'
import { useState } from 'react'
import { useInspection } from '../api/api.ts'
import { formatUtc } from '../text/format.ts'
import { useText, type Text } from '../text/use-text.tsx'
import { whole } from './source-facts.ts'

export function ProblemList({ problems }: { readonly problems: SourceView['problems'] }) {
  const text = useText()
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

/** The last inputs that could not be read, as they came: asked for when somebody wants to see them. */
export function Rejected({ id, title }: { readonly id: string; readonly title: string }) {
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

export function problemInWords(problem: string, text: Text): string {
  if (problem === 'unrecognised') return text('problem.unrecognised')
  const known = DECODE_PROBLEMS.find((name) => name === problem)
  return known ? text(`problem.${known}`) : problem
}
