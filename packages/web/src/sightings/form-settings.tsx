import { SIGHTING_LANGUAGES } from '@csii/contract'
import { useSources } from '../api/api.ts'
import { useText } from '../text/use-text.tsx'
import { LOCALE_NAMES } from '../text/catalogue.ts'
import { ChoiceField } from '../theme/field.tsx'
import type { SightingDraft } from './sighting-draft.ts'

export interface FormSettingsProps {
  readonly draft: SightingDraft
  readonly onEdit: (changes: Partial<SightingDraft>) => void
}

/** In words or by fields. */
export function FormChoice({ draft: { form }, onEdit }: FormSettingsProps) {
  const text = useText()
  return (
    <fieldset className="palettes sighting-way" aria-label={text('sighting.way')}>
      <button type="button" aria-pressed={form === 'words'} onClick={() => onEdit({ form: 'words' })}>{text('sighting.words')}</button>
      <button type="button" aria-pressed={form === 'fields'} onClick={() => onEdit({ form: 'fields' })}>{text('sighting.fields')}</button>
    </fieldset>
  )
}

/** In which language to answer, and whether it is an exercise. */
export function FormSettings({ draft, onEdit }: FormSettingsProps) {
  const text = useText()
  const isExercise = useIsExercise()
  return (
    <div className="fields">
      <ChoiceField
        label={text('sighting.language')}
        value={draft.language}
        onChoice={(chosen) => onEdit({ language: SIGHTING_LANGUAGES.find((language) => language === chosen) ?? '' })}
        choices={[['', text('sighting.language.same')], ...SIGHTING_LANGUAGES.map((language) => [language, LOCALE_NAMES[language]] as const)]}
      />
      <label className="check">
        <input type="checkbox" checked={draft.exercise ?? isExercise} onChange={({ target }) => onEdit({ exercise: target.checked })} />
        {text('sighting.exercise')}
      </label>
    </div>
  )
}

/** Whether all that the node hears is simulated: then a report is so too, unless somebody says otherwise. */
function useIsExercise(): boolean {
  const { data = [] } = useSources()
  const others = data.filter(({ origin }) => origin !== 'built-in')
  return others.length > 0 && others.every(({ simulated }) => simulated)
}
