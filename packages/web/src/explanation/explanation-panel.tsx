import type { ExplanationView } from '@csii/contract'
import { Refusal, useExplanation, useTrack } from '../api/api.ts'
import { decisionInWords, provenanceInWords } from '../details/decision-words.ts'
import { formatProbability } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { DistanceChart } from './distance-chart.tsx'
import { Identities } from './identities.tsx'
import { RejectedPlots, TakenPlots } from './plot-tables.tsx'
import { Shares } from './shares.tsx'

export interface ExplanationPanelProps {
  readonly trackId: string | undefined
  /** Node time. */
  readonly now: number
  /** Selects another track. */
  readonly onTrack: (trackId: string) => void
  readonly onDetails: () => void
  readonly onClose: () => void
}

/** Why a track is as it is: what it was made of, and what was turned away. Asked for again while it is open. */
export function ExplanationPanel({ trackId, now, onTrack, onDetails, onClose }: ExplanationPanelProps) {
  const text = useText()
  const { data, error } = useExplanation(trackId)
  return (
    <section className="panel explanation" aria-labelledby="explanation-title">
      <PanelHead id="explanation-title" title={text('explain.title')} onClose={onClose} />
      <div className="panel-body">
        {trackId === undefined && <p className="empty">{text('explain.none')}</p>}
        {trackId !== undefined && (
          <div className="actions">
            <button type="button" onClick={onDetails}>{text('explain.back')}</button>
          </div>
        )}
        {error && (
          <p className="notice">
            {text(error instanceof Refusal && error.status === 404 ? 'explain.gone' : 'details.failed')}
          </p>
        )}
        {data && <Explained explanation={data} now={now} onTrack={onTrack} />}
      </div>
    </section>
  )
}

interface ExplainedProps extends Pick<ExplanationPanelProps, 'now' | 'onTrack'> {
  readonly explanation: ExplanationView
}

function Explained({ explanation, now, onTrack }: ExplainedProps) {
  const text = useText()
  const { trackId, existence, taken, rejected, judgements } = explanation
  const { data: detail } = useTrack(trackId)
  const { name, mmsi } = detail?.track ?? {}
  return (
    <>
      <h3 className="track-name">{name ?? mmsi ?? text('tracks.unnamed')}</h3>
      <dl className="facts">
        <div>
          <dt>{text('details.track')}</dt>
          <dd>{trackId}</dd>
        </div>
        <div>
          <dt>{text('details.existence')}</dt>
          <dd>{formatProbability(existence)}</dd>
        </div>
      </dl>
      <Motion motion={explanation.motion} />
      <Identities trackId={trackId} identities={explanation.identities} />
      <DistanceChart taken={taken} rejected={rejected} />
      <TakenPlots plots={taken} now={now} />
      <RejectedPlots plots={rejected} now={now} onTrack={onTrack} />
      {judgements.length > 0 && (
        <>
          <h3>{text('explain.judgements')}</h3>
          <ul className="plain">
            {judgements.map((judgement) => (
              <li key={judgement.id}>
                <strong>{decisionInWords(judgement, text)}</strong> <span>{provenanceInWords(judgement)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const MOTIONS = ['steady', 'turning', 'manoeuvring'] as const

function Motion({ motion }: Pick<ExplanationView, 'motion'>) {
  const text = useText()
  return (
    <>
      <h3>{text('explain.motion')}</h3>
      <Shares shares={MOTIONS.map((name) => [text(`explain.motion.${name}`), motion[name]])} />
    </>
  )
}
