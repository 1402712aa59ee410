import { COLOURS, HOW_SEEN, VESSEL_KINDS } from '@csii/contract'
import { EMERGENCIES } from '@csii/model'
import { useText } from '../text/use-text.tsx'
import { ChoiceField, TextField } from '../theme/field.tsx'
import type { SightingDraft } from './sighting-draft.ts'

export interface SightingFieldsProps {
  readonly draft: SightingDraft
  readonly onEdit: (changes: Partial<SightingDraft>) => void
  readonly isPicking: boolean
  readonly onPick: (isPicking: boolean) => void
  /** Takes the middle of the map for the place. */
  readonly onMiddle: () => void
}

/** The report by its fields. Only the place must be there. */
export function SightingFields({ draft, onEdit, isPicking, onPick, onMiddle }: SightingFieldsProps) {
  const text = useText()
  return (
    <div className="fields">
      <TextField
        wide label={text('sighting.where')} help={text('sighting.where.help')} value={draft.where} maxLength={100} spellCheck={false}
        onText={(where) => onEdit({ where })}
      />
      <div className="field wide sighting-place">
        <button type="button" aria-pressed={isPicking} className="pick" onClick={() => onPick(!isPicking)}>
          {text(isPicking ? 'sighting.picking' : 'sighting.pick')}
        </button>
        <button type="button" onClick={onMiddle}>{text('sighting.middle')}</button>
      </div>
      <ListField
        label={text('sighting.how')} values={HOW_SEEN} words={(each) => text(`how.${each}`)} value={draft.howSeen}
        onChoice={(howSeen) => onEdit({ howSeen })}
      />
      <ListField
        label={text('sighting.kind')} values={VESSEL_KINDS} words={(each) => text(`kind.${each}`)} value={draft.vesselKind}
        onChoice={(vesselKind) => onEdit({ vesselKind })}
      />
      <NumberField label={text('claim.peopleOnBoard')} max={9999} value={draft.people} onText={(people) => onEdit({ people })} />
      <NumberField label={text('sighting.minutes')} max={1440} value={draft.minutesAgo} onText={(minutesAgo) => onEdit({ minutesAgo })} />
      <NumberField label={text('sighting.course')} max={360} step="any" value={draft.courseDeg} onText={(courseDeg) => onEdit({ courseDeg })} />
      <NumberField label={text('sighting.speed')} max={116} step="any" value={draft.speedKn} onText={(speedKn) => onEdit({ speedKn })} />
      <LooksFields draft={draft} onEdit={onEdit} />
    </div>
  )
}

function LooksFields({ draft, onEdit }: Pick<SightingFieldsProps, 'draft' | 'onEdit'>) {
  const text = useText()
  return (
    <>
      <ListField
        label={text('sighting.colour')} values={COLOURS} words={(each) => text(`colour.${each}`)} value={draft.colour}
        onChoice={(colour) => onEdit({ colour })}
      />
      <NumberField label={text('sighting.engines')} max={20} value={draft.engines} onText={(engines) => onEdit({ engines })} />
      <TextField label={text('claim.name')} value={draft.name} maxLength={40} onText={(name) => onEdit({ name })} />
      <TextField label={text('claim.marking')} value={draft.marking} maxLength={20} onText={(marking) => onEdit({ marking })} />
      <ListField
        label={text('claim.emergency')} values={EMERGENCIES} words={(each) => text(`emergency.${each}`)} value={draft.emergency}
        onChoice={(emergency) => onEdit({ emergency })}
      />
      <TextField
        wide label={text('claim.description')} value={draft.description} maxLength={300} onText={(description) => onEdit({ description })}
      />
    </>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly max: number
  readonly step?: 'any'
  readonly value: string
  readonly onText: (text: string) => void
}

const NumberField = (props: NumberFieldProps) => <TextField type="number" min={0} {...props} />

interface ListFieldProps<Value extends string> {
  readonly label: string
  readonly values: readonly Value[]
  readonly words: (value: Value) => string
  readonly value: Value | ''
  readonly onChoice: (value: Value | '') => void
}

function ListField<Value extends string>({ label, values, words, value, onChoice }: ListFieldProps<Value>) {
  const text = useText()
  return (
    <ChoiceField
      label={label}
      value={value}
      onChoice={(chosen) => onChoice(values.find((each) => each === chosen) ?? '')}
      choices={[['', text('sighting.unsaid')] as const, ...values.map((each) => [each, words(each)] as const)]}
    />
  )
}
