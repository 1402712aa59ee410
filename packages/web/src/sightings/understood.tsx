import type { SightingReading } from '@csii/contract'
import { useText } from '../text/use-text.tsx'
import { missingOf, problemInWords, readingInWords } from './reading-words.ts'

export interface UnderstoodProps {
  /** Undefined while nothing is said. */
  readonly reading: SightingReading | undefined
  readonly error: Error | null
  /** Node time. */
  readonly now: number
}

/** What the node understands of the report while it is written. Told politely: it never breaks in upon who types. */
export function Understood({ reading, error, now }: UnderstoodProps) {
  const text = useText()
  return (
    <section className="understood" aria-labelledby="understood-title">
      <h3 id="understood-title">{text('sighting.understood')}</h3>
      <div role="status" aria-live="polite">
        {!reading && !error && <p className="empty">{text('sighting.nothing')}</p>}
        {error && <p className="notice">{problemInWords(error, text)}</p>}
        {reading && !error && <ReadingFacts reading={reading} now={now} />}
      </div>
    </section>
  )
}

function ReadingFacts({ reading, now }: { readonly reading: SightingReading; readonly now: number }) {
  const text = useText()
  const missing = missingOf(reading, text)
  return (
    <>
      {reading.simulated && <p><span className="mark mark-sim">{text('app.simulated')}</span></p>}
      <dl className="facts">
        {readingInWords(reading, now, text).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className="sighting-missing">{text('sighting.missing', { fields: missing.join(', ') })}</p>}
      {reading.left.length > 0 && <p className="notice">{text('sighting.left', { words: reading.left.join(' ') })}</p>}
    </>
  )
}
