import type { Known } from '@csii/contract'
import { useRef, useState } from 'react'
import type { View } from '../link/picture-link.ts'
import { useText } from '../text/use-text.tsx'
import { ChoiceField, TextField } from '../theme/field.tsx'
import { Modal } from '../theme/modal.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { exportAddress, FORMATS, type Format } from './export-address.ts'
import { fieldOf, momentOf } from './moment-field.ts'
import type { Span } from './replay-clock.ts'
import type { ReplayState } from './replay-state.ts'

export interface ExportDialogProps {
  /** The window of the time bar: what is exported unless said otherwise. */
  readonly shown: Span
  readonly state: ReplayState
  readonly view: View | undefined
  readonly onClose: () => void
}

/** Takes what was recorded in a window of time to other programs. */
export function ExportDialog({ shown, state, view, onClose }: ExportDialogProps) {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [from, setFrom] = useState(() => fieldOf(shown.from, 'utc'))
  const [to, setTo] = useState(() => fieldOf(shown.to, 'utc'))
  const [format, setFormat] = useState<Format>('csv')
  const [known, setKnown] = useState<Known>(state.known)
  const [isWithinView, setWithinView] = useState(view !== undefined)
  const [begin, end] = [momentOf(from, 'utc'), momentOf(to, 'utc')]
  const isPossible = begin !== undefined && end !== undefined && begin < end
  const close = () => dialog.current?.close()
  return (
    <Modal dialog={dialog} className="help export" labelledBy="export-title" onClose={onClose}>
      <PanelHead id="export-title" title={text('export.title')} onClose={close} />
      <div className="describe-form fields">
        <TextField label={text('export.from')} type="datetime-local" step={1} value={from} onText={setFrom} />
        <TextField label={text('export.to')} type="datetime-local" step={1} value={to} onText={setTo} />
        <ChoiceField
          wide label={text('export.format')} value={format} choices={FORMATS.map((each) => [each, text(`export.format.${each}`)])}
          onChoice={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'csv')}
        />
        <ChoiceField
          label={text('export.area')} value={isWithinView ? 'view' : 'all'} onChoice={(value) => setWithinView(value === 'view')}
          choices={[...(view ? [['view', text('export.area.view')] as const] : []), ['all', text('export.area.all')]]}
        />
        <ChoiceField
          label={text('replay.known')} value={known} onChoice={(value) => setKnown(value === 'now' ? 'now' : 'then')}
          choices={[['then', text('replay.known.then')], ['now', text('replay.known.now')]]}
        />
        {!isPossible && <p role="alert" className="notice wide">{text('export.impossible')}</p>}
        <div className="actions wide">
          {isPossible && (
            <a
              className="button main" download onClick={close}
              href={exportAddress({ from: begin, to: end, format, known, exercise: state.exercise, ...(isWithinView && view && { view }) })}
            >
              {text('export.download')}
            </a>
          )}
          <button type="button" onClick={close}>{text('form.cancel')}</button>
        </div>
      </div>
    </Modal>
  )
}
