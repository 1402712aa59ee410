import type { SourceView } from '@csii/contract'
import { useRef, useState } from 'react'
import { useSourceChange } from '../api/source-changes.ts'
import { Modal } from '../theme/modal.tsx'
import { useText } from '../text/use-text.tsx'
import { refusalInWords } from '../text/refusal-words.ts'

export interface SourceActionsProps {
  readonly source: SourceView
  readonly onCoverage: () => void
  /** Whether the map shows what this radar sees. */
  readonly showsRadar: boolean
  readonly onRadar: () => void
  readonly onEdit: () => void
}

/** Disable, look at what it covers, edit, delete. A source of the configuration file can only be disabled here. */
export function SourceActions({ source, onCoverage, showsRadar, onRadar, onEdit }: SourceActionsProps) {
  const text = useText()
  const change = useSourceChange()
  const [isDeleting, setDeleting] = useState(false)
  const { id, title, enabled, origin } = source
  const named = (words: string) => `${words}: ${title}`
  const toggle = text(enabled ? 'sources.disable' : 'sources.enable')
  const remove = () => void change.mutateAsync({ kind: 'remove', id }).then(focusOnAdding, () => undefined)
  return (
    <>
      <div className="actions">
        {origin !== 'built-in' && (
          <button
            type="button"
            aria-label={named(toggle)}
            disabled={change.isPending}
            onClick={() => change.mutate({ kind: 'enable', id, enabled: !enabled })}
          >
            {toggle}
          </button>
        )}
        <button type="button" aria-label={named(text('coverage.title'))} onClick={onCoverage}>
          {text('coverage.title')}
        </button>
        {source.video && (
          <button type="button" aria-pressed={showsRadar} aria-label={named(text('sources.radar-image'))} onClick={onRadar}>
            {text('sources.radar-image')}
          </button>
        )}
        {origin === 'page' && (
          <>
            <button type="button" aria-label={named(text('sources.edit'))} onClick={onEdit}>
              {text('sources.edit')}
            </button>
            <button type="button" aria-label={named(text('sources.delete'))} onClick={() => setDeleting(true)}>
              {text('sources.delete')}
            </button>
          </>
        )}
      </div>
      {isDeleting && (
        <DeleteDialog title={title} onClose={() => setDeleting(false)} onDelete={remove} />
      )}
      {origin === 'built-in' && <p className="source-origin">{text('sources.built-in')}</p>}
      {origin === 'file' && <p className="source-origin">{text('sources.in-file')}</p>}
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
    </>
  )
}

interface DeleteDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onDelete: () => void
}

/** Begins with the harmless answer. */
function DeleteDialog({ title, onClose, onDelete }: DeleteDialogProps) {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  const confirm = () => {
    close()
    onDelete()
  }
  return (
    <Modal dialog={dialog} className="help ask" labelledBy="delete-title" onClose={onClose}>
      <h2 id="delete-title">{text('sources.delete.sure', { title })}</h2>
      <p>{text('sources.delete.what')}</p>
      <div className="actions">
        <button type="button" onClick={close}>{text('sources.delete.keep')}</button>
        <button type="button" className="danger" onClick={confirm}>{text('sources.delete')}</button>
      </div>
    </Modal>
  )
}

/** What was deleted has taken the focus with it. */
const focusOnAdding = () => document.querySelector<HTMLElement>('.add-source')?.focus()
