import type { SourceView } from '@csii/contract'
import { useState } from 'react'
import { useSources } from '../api/api.ts'
import { PanelHead } from '../theme/panel-head.tsx'
import { useText } from '../text/use-text.tsx'
import { SourceCard } from './source-card.tsx'
import { SourceDialog } from './source-dialog.tsx'

export interface SourcesPanelProps {
  /** Node time. */
  readonly now: number
  /** Shows on the map what the sensors cover, where this one stands. */
  readonly onCoverage: (source: SourceView) => void
  /** Id of the source whose radar picture the map shows. */
  readonly radar: string | undefined
  readonly onRadar: (source: SourceView) => void
  readonly onClose: () => void
}

/** How each of the node's sources is, what it brings and what of it was refused and why; and where they are set up. */
export function SourcesPanel({ now, onCoverage, radar, onRadar, onClose }: SourcesPanelProps) {
  const text = useText()
  const { data, error } = useSources()
  /** Which source is being described: a new one, or one that is changed. */
  const [described, setDescribed] = useState<SourceView | 'new'>()
  return (
    <section className="panel sources" aria-labelledby="sources-title">
      <PanelHead id="sources-title" title={text('sources.title')} onClose={onClose} />
      <div className="panel-body">
        <button type="button" className="add-source" onClick={() => setDescribed('new')}>
          {text('sources.add')}
        </button>
        {error && <p className="notice">{text('sources.failed')}</p>}
        {data?.length === 0 && <p className="empty">{text('sources.none')}</p>}
        {data && <NotOpen sources={data} />}
        {data?.map((source) => (
          <SourceCard
            key={source.id}
            source={source}
            now={now}
            onCoverage={() => onCoverage(source)}
            showsRadar={source.id === radar}
            onRadar={() => onRadar(source)}
            onEdit={() => setDescribed(source)}
          />
        ))}
      </div>
      {described && (
        <SourceDialog source={described === 'new' ? undefined : described} onClose={() => setDescribed(undefined)} />
      )}
    </section>
  )
}

/** Says, aloud too, which sources should be open and are not. */
function NotOpen({ sources }: { readonly sources: readonly SourceView[] }) {
  const text = useText()
  const lost = sources.filter(({ state }) => state === 'waiting' || state === 'failed')
  return (
    <div role="status">
      {lost.length > 0 && (
        <p className="notice">{text('sources.not-open', { titles: lost.map(({ title }) => title).join(', ') })}</p>
      )}
    </div>
  )
}
