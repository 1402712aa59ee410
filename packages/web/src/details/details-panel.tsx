import type { TrackDetail } from '@csii/contract'
import { mpsToKnots } from '@csii/model'
import { useState } from 'react'
import { Refusal, useTrack } from '../api/api.ts'
import { PanelHead } from '../theme/panel-head.tsx'
import { isDark, isSuspect } from '../picture/track-id.ts'
import { formatAge, formatLatitude, formatLongitude, formatProbability } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { Icon } from '../theme/icon.tsx'
import { Beliefs } from './beliefs.tsx'
import { ByHand } from './by-hand.tsx'
import { fieldInWords, inOrder, valueInWords } from './claim-words.ts'
import { AllDecided } from './decided.tsx'
import { detailText, factsOf } from './facts.ts'
import { Merging } from './merging.tsx'

export interface DetailsPanelProps {
  readonly trackId: string | undefined
  /** Node time. */
  readonly now: number
  readonly locale: string
  readonly onShow: (lat: number, lon: number) => void
  readonly onClose: () => void
  readonly onExplain: () => void
  /** The track that is to be merged with the one that is selected next. */
  readonly merging: string | undefined
  readonly onMerging: (trackId: string | undefined) => void
}

/** Everything the node knows about one track: what is shown, who said it, how long ago. */
export function DetailsPanel({ trackId, now, locale, merging, ...on }: DetailsPanelProps) {
  const text = useText()
  const { onShow, onExplain, onMerging, onClose } = on
  const { data, error } = useTrack(trackId)
  return (
    <section className="panel details" aria-labelledby="details-title">
      <PanelHead id="details-title" title={text('details.title')} onClose={onClose} />
      <div className="panel-body">
        {merging !== undefined && <Merging first={merging} trackId={trackId} onEnd={() => onMerging(undefined)} />}
        {trackId === undefined && (
          <>
            <p className="empty">{text('details.none')}</p>
            <AllDecided />
          </>
        )}
        {error && (
          <p className="notice">
            {text(error instanceof Refusal && error.status === 404 ? 'details.gone' : 'details.failed')}
          </p>
        )}
        {data && <Details detail={data} now={now} locale={locale} onShow={onShow} onExplain={onExplain} />}
        {trackId !== undefined && <ByHand trackId={trackId} detail={data} onMerge={() => onMerging(trackId)} />}
      </div>
    </section>
  )
}

function Details({
  detail,
  now,
  locale,
  onShow,
  onExplain,
}: { readonly detail: TrackDetail } & Pick<DetailsPanelProps, 'now' | 'locale' | 'onShow' | 'onExplain'>) {
  const text = useText()
  const { track } = detail
  const { fix } = track
  return (
    <>
      <h3 className="track-name">{track.name ?? track.mmsi ?? text('tracks.unnamed')}</h3>
      <p className="marks">
        {track.simulated && <span className="mark mark-sim">{text('app.simulated')}</span>}
        {track.distress && (
          <span className={track.test ? 'mark mark-test' : 'mark mark-alarm'}>
            {text(track.test ? 'mark.test' : 'mark.distress')}
          </span>
        )}
        {track.conflicting && <span className="mark mark-caution">{text('mark.conflict')}</span>}
        {isDark(track) && <span className="mark mark-dark">{text('mark.dark', { p: formatProbability(track.dark) })}</span>}
        {isSuspect(track) && (
          <span className="mark mark-caution">{text('mark.suspect', { p: formatProbability(track.suspect) })}</span>
        )}
      </p>
      <div className="actions">
        {fix && (
          <button type="button" onClick={() => onShow(fix.lat, fix.lon)}>
            <Icon name="target-select-iec" /> {text('details.show')}
          </button>
        )}
        <button type="button" aria-keyshortcuts="e" onClick={onExplain}>
          <Icon name="help" /> {text('explain.open')}
        </button>
        <CopyButton copy={() => detailText(detail, now, locale, text)} />
      </div>
      <dl className="facts">
        {factsOf(detail, now, locale, text).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Beliefs detail={detail} />
      <Claims detail={detail} now={now} />
      <Contributors detail={detail} now={now} />
      <Conflicts detail={detail} now={now} />
    </>
  )
}

function CopyButton({ copy }: { readonly copy: () => string }) {
  const text = useText()
  const [copied, setCopied] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(copy()).then(() => setCopied(true))}
        onBlur={() => setCopied(false)}
      >
        <Icon name="content-copy-google" /> {text('details.copy')}
      </button>
      <output className="copied">{copied && text('details.copied')}</output>
    </>
  )
}

interface Part {
  readonly detail: TrackDetail
  readonly now: number
}

function Claims({ detail, now }: Part) {
  const text = useText()
  return (
    <>
      <h3>{text('details.claims')}</h3>
      {detail.claims.length === 0 && <p className="empty">{text('details.claims.none')}</p>}
      {detail.claims.length > 0 && (
        <table className="claims">
          <thead>
            <tr>
              <th scope="col">{text('details.field')}</th>
              <th scope="col">{text('details.value')}</th>
              <th scope="col">{text('details.source')}</th>
              <th scope="col">{text('tracks.age')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(detail.claims).map((claim) => (
              <tr key={`${claim.field} ${claim.sensorId}`}>
                <th scope="row">{fieldInWords(claim.field, text)}</th>
                <td>{valueInWords(claim, text)}</td>
                <td>{claim.sensorId}</td>
                <td className="number">{formatAge(now - claim.time)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Contributors({ detail, now }: Part) {
  const text = useText()
  return (
    <>
      <h3>{text('details.contributors')}</h3>
      <ul className="plain">
        {detail.contributors.map(({ sensorId, plots, lastAt }) => (
          <li key={sensorId}>
            <strong>{sensorId}</strong> <span>{text('details.plots', { n: plots })}</span>{' '}
            <span className="number">{formatAge(now - lastAt)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Conflicts({ detail, now }: Part) {
  const text = useText()
  if (detail.conflicts.length === 0) return null
  return (
    <>
      <h3 className="caution">{text('details.conflicts')}</h3>
      <ul className="plain">
        {detail.conflicts.map(({ sensorId, time, lat, lon, impliedSpeed }) => (
          <li key={`${sensorId} ${time}`}>
            <strong>{sensorId}</strong>{' '}
            <span>
              {text('details.conflict', {
                position: `${formatLatitude(lat)} ${formatLongitude(lon)}`,
                speed: Math.round(mpsToKnots(impliedSpeed)),
              })}
            </span>{' '}
            <span className="number">{formatAge(now - time)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
