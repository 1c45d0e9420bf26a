import { Field, wiring, type FieldProps } from './field.tsx'

/** A one-time code. Never filled again after an error: the old code is spent. Phones offer it from the message. */
export function CodeField(props: FieldProps) {
  return (
    <Field {...props}>
      <input {...wiring(props)} type="text" inputmode="numeric" autocomplete="one-time-code" class="code-input" maxlength={10} />
    </Field>
  )
}
