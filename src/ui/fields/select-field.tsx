import { Say } from '../language.ts'
import type { Choice } from './choices.tsx'
import { Field, wiring, type FieldProps } from './field.tsx'

/**
 * One of many. Nothing is chosen beforehand, so that nobody sends an answer not meant.
 * `unchosen`: what it means to choose nothing, where that is an answer, as in a filter: "Semua".
 */
export function SelectField(props: FieldProps & { choices: Choice[]; value?: string | undefined; unchosen?: string }) {
  return (
    <Field {...props}>
      <select {...wiring(props)}>
        <option value="">{props.unchosen ?? <Say>{(w) => w.choose}</Say>}</option>
        {props.choices.map(({ value, label }) => <option key={value} value={value} selected={value === props.value}>{label}</option>)}
      </select>
    </Field>
  )
}
