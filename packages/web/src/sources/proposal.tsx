import { useText } from '../text/use-text.tsx'
import type { PreviewState } from './preview-state.ts'

export interface ProposalProps {
  readonly proposal: NonNullable<PreviewState['proposal']>
  readonly onUse: () => void
}

/** What could be set of a source, as it seems to be right: one press takes it over, and a person adds the rest. */
export function Proposal({ proposal: { key, value, missing }, onUse }: ProposalProps) {
  const text = useText()
  return (
    <div className="proposal" role="status">
      <p>
        {text('preview.proposal', { key })} <code>{value}</code>
      </p>
      {missing.length > 0 && <p className="notice">{text('preview.proposal.missing', { missing: missing.join(', ') })}</p>}
      <button type="button" onClick={onUse}>{text('preview.proposal.use')}</button>
    </div>
  )
}
