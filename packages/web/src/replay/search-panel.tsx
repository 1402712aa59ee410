import type { Contact } from '@csii/contract'
import { useEffect, type FormEvent } from 'react'
import { Refusal } from '../api/api.ts'
import type { SearchHit } from '../api/history-views.ts'
import { useText } from '../text/use-text.tsx'
import { ChoiceField, TextField } from '../theme/field.tsx'
import { PanelHead } from '../theme/panel-head.tsx'
import { AreaFields, PlaceFields, type AreaProps } from './area-fields.tsx'
import { Hits } from './hits.tsx'
import { fieldOf } from './moment-field.ts'
import { askedBy, QUESTIONS, type Question } from './search-draft.ts'
import './icons.ts'
import '../theme/replay.css'

export interface SearchPanelProps extends AreaProps {
  /** Until when is searched unless said otherwise: the moment shown. */
  readonly now: number
  readonly exercise: boolean
  readonly locale: string
  /** The track that is selected. */
  readonly selected: Contact | undefined
  readonly onHit: (hit: SearchHit) => void
  readonly onClose: () => void
}

const DAY_MS = 86_400_000

/** Asks of the past who was where when; what is found leads to its moment. */
export function SearchPanel({ desk, now, exercise, locale, selected, onHit, onClose, ...map }: SearchPanelProps) {
  const text = useText()
  const { draft, edit, answer, error, isSearching } = desk
  const asked = askedBy(draft, exercise)
  useEffect(() => {
    // Once, and not while somebody writes.
    if (draft.from === '') edit({ from: fieldOf(now - DAY_MS, 'utc'), to: fieldOf(now, 'utc') })
  }, [draft.from, edit, now])
  const search = (event: FormEvent) => {
    event.preventDefault()
    if ('request' in asked) desk.search(asked.request)
  }
  return (
    <section className="panel history" aria-labelledby="history-title">
      <PanelHead id="history-title" title={text('search.title')} onClose={onClose} />
      <div className="panel-body">
        <form className="fields search-form" onSubmit={search}>
          <ChoiceField
            wide label={text('search.question')} value={draft.question} choices={QUESTIONS.map((each) => [each, text(`search.question.${each}`)])}
            onChoice={(value) => edit({ question: questionOf(value) })}
          />
          {draft.question === 'passed' && <AreaFields desk={desk} {...map} />}
          {draft.question === 'closest' && <PlaceFields desk={desk} {...map} />}
          {(draft.question === 'met' || draft.question === 'been') && <VesselField desk={desk} selected={selected} />}
          {draft.question === 'met' && (
            <>
              <TextField label={text('search.metres')} inputMode="decimal" value={draft.metres} onText={(metres) => edit({ metres })} />
              <TextField label={text('search.minutes')} inputMode="decimal" value={draft.minutes} onText={(minutes) => edit({ minutes })} />
            </>
          )}
          <TextField label={text('export.from')} type="datetime-local" step={1} value={draft.from} onText={(from) => edit({ from })} />
          <TextField label={text('export.to')} type="datetime-local" step={1} value={draft.to} onText={(to) => edit({ to })} />
          {'missing' in asked && <p className="field-help wide">{text(asked.missing)}</p>}
          <div className="actions wide">
            <button type="submit" className="main" disabled={'missing' in asked || isSearching}>{text(isSearching ? 'search.running' : 'search.open')}</button>
            <button type="button" onClick={desk.clear}>{text('search.clear')}</button>
          </div>
        </form>
        {error && <p role="alert" className="notice">{text('search.failed', { why: (error instanceof Refusal && error.detail) || '' })}</p>}
        {answer && !isSearching && <Hits answer={answer} chosen={desk.chosen} locale={locale} onHit={onHit} />}
      </div>
    </section>
  )
}

const questionOf = (value: string): Question => QUESTIONS.find((each) => each === value) ?? 'passed'

function VesselField({ desk: { draft, edit }, selected }: Pick<SearchPanelProps, 'desk' | 'selected'>) {
  const text = useText()
  const known = selected?.mmsi ?? selected?.name
  return (
    <>
      <TextField
        wide label={text(draft.question === 'met' ? 'search.vessel.met' : 'search.vessel')} value={draft.vessel} maxLength={64}
        spellCheck={false} onText={(vessel) => edit({ vessel })}
      />
      {known !== undefined && String(known) !== draft.vessel && (
        <div className="actions wide">
          <button type="button" onClick={() => edit({ vessel: String(known) })}>{text('search.selected', { name: selected?.name ?? String(known) })}</button>
        </div>
      )}
    </>
  )
}
