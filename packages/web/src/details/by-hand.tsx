import type { NewDecision, TrackDetail } from '@csii/contract'
import { useDecisionChange } from '../api/decision-queries.ts'
import { refusalInWords } from '../text/refusal-words.ts'
import { useText } from '../text/use-text.tsx'
import { TextField } from '../theme/field.tsx'
import { Decided } from './decided.tsx'
import { useName } from './use-name.ts'

export interface ByHandProps {
  readonly trackId: string
  /** Absent while the node has not answered, or when the track is gone: what was decided of it can still be undone. */
  readonly detail: TrackDetail | undefined
  /** It is to be merged with another, which is still to be selected. */
  readonly onMerge: () => void
}

/** Where a person knows better: split, merge, pin, and take it back. */
export function ByHand({ trackId, detail, onMerge }: ByHandProps) {
  const text = useText()
  const [name, setName] = useName()
  const change = useDecisionChange()
  const decide = (decision: NewDecision) => change.mutate({ kind: 'decide', decision: { ...decision, by: name } })
  return (
    <section className="by-hand" aria-labelledby="by-hand-title">
      <h3 id="by-hand-title">{text('hands.title')}</h3>
      {detail && <Choices trackId={trackId} detail={detail} decide={decide} onMerge={onMerge} busy={change.isPending} />}
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
      <Decided trackId={trackId} />
      <TextField label={text('hands.by')} help={text('hands.by.help')} wide value={name} maxLength={40} onText={setName} />
    </section>
  )
}

interface ChoicesProps extends Pick<ByHandProps, 'trackId' | 'onMerge'> {
  readonly detail: TrackDetail
  readonly decide: (decision: NewDecision) => void
  readonly busy: boolean
}

function Choices({ trackId, detail, decide, onMerge, busy }: ChoicesProps) {
  const text = useText()
  const { contributors, identity } = detail
  const stated = identity?.pinned ? undefined : identity?.stated
  return (
    <div className="actions">
      {contributors.length > 1 &&
        contributors.map(({ sensorId }) => (
          <button key={sensorId} type="button" disabled={busy} onClick={() => decide({ kind: 'split', trackId, sensorId })}>
            {text('hands.split', { sensor: sensorId })}
          </button>
        ))}
      <button type="button" disabled={busy} onClick={onMerge}>{text('hands.merge')}</button>
      {stated !== undefined && (
        <button type="button" disabled={busy} onClick={() => decide({ kind: 'pin', trackId, identity: stated })}>
          {text('hands.pin', { identity: stated })}
        </button>
      )}
    </div>
  )
}
