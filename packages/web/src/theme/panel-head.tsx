import { useText } from '../text/use-text.tsx'
import { Icon } from './icon.tsx'

export interface PanelHeadProps {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}

export function PanelHead({ id, title, onClose }: PanelHeadProps) {
  const text = useText()
  return (
    <div className="panel-head">
      <h2 id={id}>{title}</h2>
      <button
        type="button"
        className="flat"
        onClick={onClose}
        aria-label={`${text('app.close')}: ${title}`}
        title={`${text('app.close')} (Esc)`}
      >
        <Icon name="close-google" />
      </button>
    </div>
  )
}
