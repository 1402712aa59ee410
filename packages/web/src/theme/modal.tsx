import { useEffect, type ReactNode, type RefObject } from 'react'

export interface ModalProps {
  /** The element, through which its owner closes it. */
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly className: string
  readonly labelledBy: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser's own dialog, open as long as it is there: it keeps the focus inside and gives it back when it is closed. */
export function Modal({ dialog, className, labelledBy, onClose, children }: ModalProps) {
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [dialog])
  return (
    <dialog ref={dialog} className={className} aria-labelledby={labelledBy} onClose={onClose}>
      {children}
    </dialog>
  )
}
