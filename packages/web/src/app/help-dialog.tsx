import { useEffect, useRef } from 'react'
import { useText } from '../text/use-text.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { SHORTCUTS } from './shortcuts.ts'

export interface HelpDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** The browser's own dialog: it keeps the focus inside and gives it back afterwards. */
export function HelpDialog({ open, onClose }: HelpDialogProps) {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <PanelHead id="help-title" title={text('app.shortcuts')} onClose={onClose} />
      <dl>
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>{keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{text(meaning)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
