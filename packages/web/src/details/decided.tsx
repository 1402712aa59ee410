import { useDecisions } from '../api/decision-queries.ts'
import { useText } from '../text/use-text.tsx'
import { decisionInWords, isAbout, provenanceInWords } from './decision-words.ts'

export interface DecidedProps {
  readonly trackId: string
  readonly onUndo: (decisionId: string) => void
}

/** What people decided about a track, by whom and when, each to be undone. */
export function Decided({ trackId, onUndo }: DecidedProps) {
  const text = useText()
  const { data } = useDecisions()
  const decisions = data?.decisions.filter((decision) => isAbout(decision, trackId)) ?? []
  return (
    <ul className="plain decided">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <strong>{decisionInWords(decision, text)}</strong> <span>{provenanceInWords(decision)}</span>
          <button
            type="button"
            aria-label={`${text('decision.undo')}: ${decisionInWords(decision, text)}`}
            onClick={() => onUndo(decision.id)}
          >
            {text('decision.undo')}
          </button>
        </li>
      ))}
    </ul>
  )
}
