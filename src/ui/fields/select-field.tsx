import { Say } from '../language.ts'
import type { Choice } from './choices.tsx'
import { Field, wiring, type FieldProps } from './field.tsx'

/** One of many. Nothing is chosen beforehand, so that nobody sends an answer not meant. */
export function SelectField(props: FieldProps & { choices: Choice[]; value?: string | undefined }) {
  return (
    <Field {...props}>
      <select {...wiring(props)}>
        <option value=""><Say>{(w) => w.choose}</Say></option>
        {props.choices.map(({ value, label }) => <option key={value} value={value} selected={value === props.value}>{label}</option>)}
      </select>
    </Field>
  )
}
