import { useId, type InputHTMLAttributes, type ReactNode } from 'react'

export interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly wide?: boolean
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode
}

/** A field with its name above and, below it, what to write. */
export function Field({ label, help, wide = false, children }: FieldProps) {
  const id = useId()
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(help && { 'aria-describedby': `${id}-help` }) })}
      {help && <p id={`${id}-help`} className="field-help">{help}</p>}
    </div>
  )
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'>

export interface TextFieldProps extends InputProps, Omit<FieldProps, 'children'> {
  readonly value: string
  readonly onText: (text: string) => void
}

export function TextField({ label, help, wide = false, value, onText, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} wide={wide}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...ids}
          value={value}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  )
}

export interface ChoiceFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string
  readonly onChoice: (value: string) => void
  readonly choices: readonly (readonly [value: string, words: string])[]
}

export function ChoiceField({ label, help, wide = false, value, onChoice, choices }: ChoiceFieldProps) {
  return (
    <Field label={label} help={help} wide={wide}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => onChoice(target.value)}>
          {choices.map(([each, words]) => (
            <option key={each} value={each}>{words}</option>
          ))}
        </select>
      )}
    </Field>
  )
}
