import { useText } from '../text/use-text.tsx'
import { observationInWords } from './observation-words.ts'
import type { PreviewState } from './preview-state.ts'
import { problemInWords } from './rejected.tsx'
import { rejectedOf, whole } from './source-facts.ts'
import type { KindChoice } from './source-form.ts'

export interface PreviewPaneProps {
  readonly preview: PreviewState
  readonly kinds: readonly KindChoice[]
}

/** What a source brings, live, while it is tested. */
export function PreviewPane({ preview, kinds }: PreviewPaneProps) {
  const text = useText()
  const { phase, observations, problems } = preview
  if (phase === 'idle') return null
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{text('preview.title')}</h3>
      <PreviewHead preview={preview} kinds={kinds} />
      {phase === 'running' && observations.length === 0 && <p className="empty">{text('preview.nothing')}</p>}
      <ol className="observations">
        {observations.map((observation) => {
          const { who, what } = observationInWords(observation)
          return (
            <li key={observation.number}>
              <strong>{who}</strong> {what.map((words) => <span key={words}>{words}</span>)}
            </li>
          )
        })}
      </ol>
      {problems.length > 0 && <h4>{text('preview.problems')}</h4>}
      <ol className="rejected">
        {problems.map(({ number, problem, text: line }) => (
          <li key={number}>
            {problemInWords(problem, text)}
            <code>{line}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}

function PreviewHead({ preview: { phase, connection, kind, counts, why }, kinds }: PreviewPaneProps) {
  const text = useText()
  const refusal = why === undefined ? text('sources.unreachable') : text('sources.refused', { why })
  const unshown = counts ? counts.unshown + counts.dropped : 0
  return (
    <>
      <p role="status" className="preview-state">
        {phase === 'running' && connection && (
          <span className={`lamp source-${connection.state}`}>{text(`state.${connection.state}`)}</span>
        )}{' '}
        {phase === 'ended' && text('preview.ended')}
        {phase === 'refused' && refusal}{' '}
        {kind && text('preview.kind', { kind: kinds.find(({ id }) => id === kind)?.title ?? kind })}
      </p>
      {phase === 'running' && connection?.detail && <p className="notice">{connection.detail}</p>}
      {counts && (
        <p className="number">
          {text('preview.counts', {
            bytes: whole(counts.bytes), received: whole(counts.received), decoded: whole(counts.decoded),
            rejected: whole(rejectedOf(counts)),
          })}
          {unshown > 0 && ` ${text('preview.unshown', { n: whole(unshown) })}`}
        </p>
      )}
    </>
  )
}
