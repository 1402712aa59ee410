import { useEffect, useRef, type ReactNode } from 'react'

export interface ModalProps {
  readonly className: string
  readonly labelledBy: string
  readonly onClose: () => void
  readonly children: (close: () => void) => ReactNode
}

/** The browser's own dialog, open as long as it is there: it keeps the focus inside and gives it back when it is closed. */
export function Modal({ className, labelledBy, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={className} aria-labelledby={labelledBy} onClose={onClose}>
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
