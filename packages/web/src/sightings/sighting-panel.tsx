import type { FiledSighting } from '@csii/contract'
import type { LatLon } from '@csii/model'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useFiling, useReading } from '../api/sighting-queries.ts'
import { useText } from '../text/use-text.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { FiledReport } from './filed-report.tsx'
import { FormChoice, FormSettings } from './form-settings.tsx'
import { problemInWords } from './reading-words.ts'
import { RecentSightings } from './recent-sightings.tsx'
import { nextDraft, reportOf, whereOf } from './sighting-draft.ts'
import { SightingFields } from './sighting-fields.tsx'
import { Understood } from './understood.tsx'
import type { SightingDesk } from './use-sighting-draft.ts'

export interface SightingPanelProps {
  readonly desk: SightingDesk
  /** Node time. */
  readonly now: number
  /** The middle of the map. */
  readonly middle: LatLon
  readonly onShow: (lat: number, lon: number) => void
  readonly onClose: () => void
}

/** Takes what somebody saw, says at once how it is understood, files it, and gives the answer to read back. */
export function SightingPanel({ desk, now, middle, onShow, onClose }: SightingPanelProps) {
  const text = useText()
  const [filed, setFiled] = useState<FiledSighting>()
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever has filed a long form is at its end.
    if (filed) answer.current?.scrollIntoView({ block: 'nearest' })
  }, [filed])
  return (
    <section className="panel sighting" aria-labelledby="sighting-title">
      <PanelHead id="sighting-title" title={text('sighting.title')} onClose={onClose} />
      <div className="panel-body">
        {/* It is there before it says something, so that it is read out. */}
        <div ref={answer} role="status">{filed && <FiledReport filed={filed} onShow={onShow} />}</div>
        <ReportForm desk={desk} now={now} middle={middle} onFiled={setFiled} />
        <RecentSightings now={now} onShow={onShow} />
      </div>
    </section>
  )
}

type ReportFormProps = Pick<SightingPanelProps, 'desk' | 'now' | 'middle'> & { readonly onFiled: (filed: FiledSighting) => void }

function ReportForm({ desk, now, middle, onFiled }: ReportFormProps) {
  const text = useText()
  const { draft, edit, isPicking, pick } = desk
  const settled = useSettled(draft)
  const reading = useReading(settled, reportOf(settled, now))
  const filing = useFiling()
  const report = reportOf(draft, now)
  const file = (event: FormEvent) => {
    event.preventDefault()
    if (!report || filing.isPending) return
    filing.mutate(report, {
      onSuccess(filed) {
        onFiled(filed)
        edit(nextDraft(draft))
      },
    })
  }
  return (
    <form className="sighting-form" onSubmit={file}>
      <FormChoice draft={draft} onEdit={edit} />
      {draft.form === 'words' ? (
        <WordsField value={draft.text} onText={(words) => edit({ text: words })} />
      ) : (
        <SightingFields
          draft={draft} onEdit={edit} isPicking={isPicking} onPick={pick} onMiddle={() => edit({ where: whereOf(middle) })}
        />
      )}
      <FormSettings draft={draft} onEdit={edit} />
      <Understood reading={report && reading.data} error={report ? reading.error : null} now={now} />
      {filing.error && <p role="alert" className="notice">{problemInWords(filing.error, text)}</p>}
      <div className="actions sighting-file">
        <button type="submit" className="main" aria-keyshortcuts="Control+Enter" disabled={!report || filing.isPending}>{text('sighting.file')}</button>
      </div>
    </form>
  )
}

const LONGEST = 459

function WordsField({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  const text = useText()
  return (
    <div className="field wide">
      <label htmlFor="sighting-words">{text('sighting.text')}</label>
      <textarea
        id="sighting-words" rows={4} maxLength={LONGEST} spellCheck={false} aria-describedby="sighting-words-help"
        value={value} onChange={({ target }) => onText(target.value)} onKeyDown={submitOnControlEnter}
      />
      <p id="sighting-words-help" className="field-help">{text('sighting.text.help')} <span lang="en">SIGHT 1305N 06115W 3 POB GOFAST 270 35KT</span></p>
    </div>
  )
}

/** Enter alone is a new line. */
function submitOnControlEnter({ key, ctrlKey, metaKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>): void {
  if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit()
}

const SETTLES_MS = 250

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
    const timer = setTimeout(() => setSettled(latest.current), SETTLES_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
