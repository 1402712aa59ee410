import type { DecisionView } from '@csii/contract'
import { useDecisionChange, useDecisions } from '../api/decision-queries.ts'
import { refusalInWords } from '../text/refusal-words.ts'
import { useText } from '../text/use-text.tsx'
import { decisionInWords, isAbout, provenanceInWords } from './decision-words.ts'
import { currentName } from './use-name.ts'

/** What people decided about a track, each to be undone. */
export function Decided({ trackId }: { readonly trackId: string }) {
  const { data } = useDecisions()
  return <DecisionList decisions={data?.decisions.filter((decision) => isAbout(decision, trackId)) ?? []} />
}

/** All that stands, whatever became of the tracks that it is about, and pins that wait for their identity. */
export function AllDecided() {
  const text = useText()
  const { data } = useDecisions()
  const open = data?.decisions.filter(({ state }) => state === 'standing' || state === 'waiting') ?? []
  if (open.length === 0) return null
  return (
    <>
      <h3>{text('explain.judgements')}</h3>
      <DecisionList decisions={open} />
    </>
  )
}

function DecisionList({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  const text = useText()
  const change = useDecisionChange()
  return (
    <>
      <ul className="plain decided">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <strong>{decisionInWords(decision, text)}</strong>{' '}
            <span>
              {provenanceInWords(decision)}
              {decision.state === 'waiting' && `. ${text('decision.waiting')}`}
            </span>
            <button
              type="button"
              aria-label={`${text('decision.undo')}: ${decisionInWords(decision, text)}`}
              disabled={change.isPending}
              onClick={() => change.mutate({ kind: 'undo', id: decision.id, by: currentName() })}
            >
              {text('decision.undo')}
            </button>
          </li>
        ))}
      </ul>
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
    </>
  )
}
