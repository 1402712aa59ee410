import type { SensorKinds } from '@csii/contract'
import type { MessageId } from '../text/catalogue.ts'
import { useText, type Text } from '../text/use-text.tsx'
import { ChoiceField, TextField } from '../theme/field.tsx'
import { AUTO, exampleOf, schemeOf, type KindChoice, type SourceForm } from './source-form.ts'

export interface SourceFieldsProps {
  readonly form: SourceForm
  readonly choices: SensorKinds
  readonly onChange: (changes: Partial<SourceForm>) => void
}

export function SourceFields({ form, choices, onChange }: SourceFieldsProps) {
  const text = useText()
  const kind = choices.kinds.find(({ id }) => id === form.kind)
  const half = form.lat.trim() !== '' || form.lon.trim() !== ''
  return (
    <div className="fields">
      <TextField
        wide label={text('form.name')} value={form.title} maxLength={100} required
        onText={(title) => onChange({ title })}
      />
      <AddressFields form={form} choices={choices} onChange={onChange} />
      <ChoiceField
        label={text('sources.kind')}
        value={form.kind}
        onChoice={(id) => onChange({ kind: id })}
        choices={[[AUTO, text('form.kind.auto')], ...choices.kinds.map(({ id, title }) => [id, title] as const)]}
      />
      <TextField
        label={text('form.nation')} value={form.nation} maxLength={3} pattern="[A-Za-z]{3}" placeholder="VCT"
        onText={(nation) => onChange({ nation })}
      />
      <TextField
        label={text('form.lat')} value={form.lat} type="number" step="any" min={-90} max={90} required={half}
        onText={(lat) => onChange({ lat })}
      />
      <TextField
        label={text('form.lon')} value={form.lon} type="number" step="any" min={-180} max={180} required={half}
        onText={(lon) => onChange({ lon })}
      />
      <TextField
        label={text('form.antenna')} value={form.antennaHeight} type="number" step="any" min={0} max={9000}
        onText={(antennaHeight) => onChange({ antennaHeight })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={form.simulated}
          onChange={({ target }) => onChange({ simulated: target.checked })}
        />
        {text('form.simulated')}
      </label>
      {kind && <OptionFields kind={kind} form={form} onChange={onChange} />}
    </div>
  )
}

/** The way in, and the address that is written in its form. Choosing another way begins another address. */
function AddressFields({ form, choices, onChange }: SourceFieldsProps) {
  const text = useText()
  const scheme = schemeOf(form.url)
  const transport = choices.transports.find((each) => each.scheme === scheme)
  const begin = (chosen: string) => {
    const other = choices.transports.find((each) => each.scheme === chosen)
    if (other) onChange({ url: exampleOf(other.form) })
  }
  return (
    <>
      <ChoiceField
        label={text('form.connection')}
        value={transport?.scheme ?? ''}
        onChoice={begin}
        choices={[
          ...(transport ? [] : [['', text('form.connection.choose')] as const]),
          ...choices.transports.map((each) => [each.scheme, transportInWords(each.scheme, text)] as const),
        ]}
      />
      <TextField
        wide label={text('sources.address')} value={form.url} maxLength={1000} required spellCheck={false}
        help={transport && text('form.address.help', { form: transport.form })}
        onText={(url) => onChange({ url })}
      />
    </>
  )
}

interface OptionFieldsProps extends Pick<SourceFieldsProps, 'form' | 'onChange'> {
  readonly kind: KindChoice
}

function OptionFields({ kind, form, onChange }: OptionFieldsProps) {
  const text = useText()
  const set = (key: string, value: string) => onChange({ options: { ...form.options, [key]: value } })
  return kind.options.map(({ key, form: is, choices, usual, write }) => {
    const common = { label: key, value: form.options[key] ?? '', help: text('form.option.help', { usual, write }) }
    if (is === 'choice') {
      const all = [['', text('form.option.usual')] as const, ...choices.map((choice) => [choice, choice] as const)]
      return <ChoiceField key={key} {...common} wide choices={all} onChoice={(value) => set(key, value)} />
    }
    const type = is === 'number' ? { type: 'number', step: 'any' } : {}
    return <TextField key={key} {...common} {...type} wide spellCheck={false} onText={(value) => set(key, value)} />
  })
}

const WAYS: Readonly<Record<string, MessageId>> = {
  'tcp:': 'transport.tcp', 'tcp-listen:': 'transport.tcp-listen', 'udp:': 'transport.udp',
  'serial:': 'transport.serial',
  'http:': 'transport.http', 'https:': 'transport.http', 'ws:': 'transport.ws', 'wss:': 'transport.ws',
}

function transportInWords(scheme: string, text: Text): string {
  const known = WAYS[scheme]
  return known ? `${text(known)} (${scheme})` : scheme
}
