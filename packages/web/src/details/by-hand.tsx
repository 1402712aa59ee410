import type { NewDecision, TrackDetail } from '@csii/contract'
import { useState } from 'react'
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
}

/** Where a person knows better: split, merge, pin, and take it back. */
export function ByHand({ trackId, detail }: ByHandProps) {
  const text = useText()
  const [name, setName] = useName()
  const [first, setFirst] = useState<string>()
  const change = useDecisionChange()
  const decide = (decision: NewDecision) => change.mutate({ kind: 'decide', decision: { ...decision, ...(name && { by: name }) } })
  const merge = (trackId: string, otherId: string) => {
    setFirst(undefined)
    decide({ kind: 'merge', trackId, otherId })
  }
  const undo = (id: string) => change.mutate({ kind: 'undo', id, by: name })
  const choices: ChoicesProps = { trackId, detail, decide, onMerge: () => setFirst(trackId), busy: change.isPending }
  return (
    <section className="by-hand" aria-labelledby="by-hand-title">
      <h3 id="by-hand-title">{text('hands.title')}</h3>
      {first === undefined ? (
        <Choices {...choices} />
      ) : (
        <Merging first={first} trackId={trackId} onMerge={merge} onCancel={() => setFirst(undefined)} />
      )}
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
      <Decided trackId={trackId} onUndo={undo} />
      <TextField label={text('hands.by')} help={text('hands.by.help')} wide value={name} maxLength={40} onText={setName} />
    </section>
  )
}

interface ChoicesProps extends ByHandProps {
  readonly decide: (decision: NewDecision) => void
  readonly onMerge: () => void
  readonly busy: boolean
}

function Choices({ trackId, detail, decide, onMerge, busy }: ChoicesProps) {
  const text = useText()
  if (!detail) return null
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

interface MergingProps {
  readonly first: string
  readonly trackId: string
  readonly onMerge: (trackId: string, otherId: string) => void
  readonly onCancel: () => void
}

/** Waits until another track is selected, then asks once more. */
function Merging({ first, trackId, onMerge, onCancel }: MergingProps) {
  const text = useText()
  const isChosen = trackId !== first
  return (
    <div className="merging">
      <p role="status">
        {isChosen ? text('hands.merge.sure', { track: first, other: trackId }) : text('hands.merge.choose')}
      </p>
      <div className="actions">
        {isChosen && <button type="button" onClick={() => onMerge(first, trackId)}>{text('hands.merge.do')}</button>}
        <button type="button" onClick={onCancel}>{text('form.cancel')}</button>
      </div>
    </div>
  )
}
