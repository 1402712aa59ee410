import { useDecisionChange } from '../api/decision-queries.ts'
import { refusalInWords } from '../text/refusal-words.ts'
import { useText } from '../text/use-text.tsx'
import { currentName } from './use-name.ts'

export interface MergingProps {
  /** The track that is to be merged. */
  readonly first: string
  /** The one that is selected now. */
  readonly trackId: string | undefined
  /** It is done, or given up. */
  readonly onEnd: () => void
}

/** Waits until another track is selected, then asks once more. */
export function Merging({ first, trackId, onEnd }: MergingProps) {
  const text = useText()
  const change = useDecisionChange()
  const other = trackId === first ? undefined : trackId
  const merge = (otherId: string) =>
    void change
      .mutateAsync({ kind: 'decide', decision: { kind: 'merge', trackId: first, otherId, by: currentName() } })
      .then(onEnd, () => undefined)
  return (
    <div className="merging">
      <p role="status">
        {other === undefined ? text('hands.merge.choose') : text('hands.merge.sure', { track: first, other })}
      </p>
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
      <div className="actions">
        {other !== undefined && (
          <button type="button" disabled={change.isPending} onClick={() => merge(other)}>{text('hands.merge.do')}</button>
        )}
        <button type="button" onClick={onEnd}>{text('form.cancel')}</button>
      </div>
    </div>
  )
}
