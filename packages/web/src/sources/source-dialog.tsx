import type { SourceView } from '@csii/contract'
import { useRef, useState, type FormEvent } from 'react'
import { useSensorKinds } from '../api/api.ts'
import { useSourceChange, type SourceChange } from '../api/source-changes.ts'
import { Modal } from '../theme/modal.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { useText } from '../text/use-text.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { Proposal } from './proposal.tsx'
import { refusalInWords } from '../text/refusal-words.ts'
import { AUTO, descriptionOf, EMPTY_FORM, formOf, type SourceForm } from './source-form.ts'
import { SourceFields } from './source-fields.tsx'
import { usePreview } from './use-preview.ts'

export interface SourceDialogProps {
  /** The one that is changed; undefined for a new one. */
  readonly source: SourceView | undefined
  readonly onClose: () => void
}

/** Describes a source, tests it live before it is saved, and saves it. */
export function SourceDialog({ source, onClose }: SourceDialogProps) {
  const text = useText()
  const title = source ? text('form.edit', { title: source.title }) : text('sources.add')
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <Modal dialog={dialog} className="help describe" labelledBy="describe-title" onClose={onClose}>
      <PanelHead id="describe-title" title={title} onClose={close} />
      <DescribeForm source={source} onDone={close} />
    </Modal>
  )
}

function DescribeForm({ source, onDone }: { readonly source: SourceView | undefined; readonly onDone: () => void }) {
  const text = useText()
  const { data: choices, error } = useSensorKinds(true)
  const [form, setForm] = useState(source ? formOf(source) : EMPTY_FORM)
  const element = useRef<HTMLFormElement>(null)
  const { preview, start, stop } = usePreview()
  const change = useSourceChange()
  const kinds = choices?.kinds ?? []
  // What was recognised holds until somebody chooses otherwise.
  const kind = form.kind === AUTO ? (preview.kind ?? AUTO) : form.kind

  const edit = (changes: Partial<SourceForm>) => setForm((before) => ({ ...before, ...changes }))
  const test = () => {
    if (element.current?.reportValidity()) start({ ...descriptionOf(form, kinds), ...(source && { id: source.id }) })
  }
  const { proposal } = preview
  /** Into its field, where a person adds what is missing. */
  const adopt = ({ key, value }: NonNullable<typeof proposal>) => {
    stop()
    edit({ kind, options: { ...form.options, [key]: value } })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const description = { ...descriptionOf({ ...form, kind }, kinds), enabled: source?.enabled ?? true }
    stop()
    const wanted: SourceChange = source ? { kind: 'replace', id: source.id, description } : { kind: 'add', description }
    change.mutate(wanted, { onSuccess: onDone })
  }
  return (
    <form ref={element} className="describe-form" onSubmit={save}>
      {error && <p className="notice">{text('sources.failed')}</p>}
      {choices && <SourceFields form={{ ...form, kind }} choices={choices} onChange={edit} />}
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
      {kind === AUTO && <p className="field-help">{text('form.choose-kind')}</p>}
      <div className="actions">
        {preview.phase === 'running' ? (
          <button type="button" onClick={stop}>{text('form.stop')}</button>
        ) : (
          <button type="button" onClick={test} disabled={!choices}>{text('form.test')}</button>
        )}
        <button type="submit" className="main" disabled={kind === AUTO || change.isPending}>{text('form.save')}</button>
        <button type="button" onClick={onDone}>{text('form.cancel')}</button>
      </div>
      {proposal && form.options[proposal.key] === undefined && <Proposal proposal={proposal} onUse={() => adopt(proposal)} />}
      <PreviewPane preview={preview} kinds={kinds} />
    </form>
  )
}
