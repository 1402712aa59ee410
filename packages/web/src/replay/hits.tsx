import type { SearchAnswer, SearchHit } from '../api/history-views.ts'
import { formatDistance, formatShortDay, formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

export interface HitsProps {
  readonly answer: SearchAnswer
  readonly chosen: SearchHit | undefined
  readonly locale: string
  readonly onHit: (hit: SearchHit) => void
}

/** What was found. Each leads to its moment. */
export function Hits({ answer, chosen, locale, onHit }: HitsProps) {
  const text = useText()
  const { hits, isTruncated, tookMs } = answer
  const when = (ms: number) => `${formatShortDay(ms, locale)} ${formatUtc(ms).slice(0, 5)}`
  return (
    <>
      <p role="status" className="hits-count">
        {hits.length === 0 ? text('search.none') : text('search.hits', { n: hits.length, ms: Math.round(tookMs) })}
      </p>
      {isTruncated && <p className="notice">{text('search.truncated')}</p>}
      <ol className="hits">
        {hits.map((hit) => (
          <li key={`${hit.track} ${hit.from}`}>
            <button type="button" aria-pressed={hit === chosen} onClick={() => onHit(hit)}>
              <strong>{hit.name ?? hit.mmsi ?? text('tracks.unnamed')}</strong>
              <span className="number">{when(hit.from)} – {when(hit.to)}</span>
              {hit.closest && (
                <span className="number">{text('search.closest', { distance: formatDistance(hit.closest.distance), time: when(hit.closest.time) })}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
