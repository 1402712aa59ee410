import { CALLED, type TrackDetail } from '@csii/contract'
import { useText } from '../text/use-text.tsx'
import { beliefsOf, doubtsOf } from './belief-words.ts'

/** What fusion concludes of a track, and why it doubts it. */
export function Beliefs({ detail }: { readonly detail: TrackDetail }) {
  const text = useText()
  const { darkness, suspicion } = detail
  const isGrave = (darkness?.probability ?? 0) >= CALLED.dark || (suspicion?.probability ?? 0) >= CALLED.suspect
  return (
    <>
      <h3>{text('details.beliefs')}</h3>
      {doubtsOf(detail, text).map((sentence) => (
        <p key={sentence} className={isGrave ? 'notice' : 'empty'}>{sentence}</p>
      ))}
      <dl className="facts">
        {beliefsOf(detail, text).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
