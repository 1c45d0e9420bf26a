import { Field, wiring, type FieldProps } from './field.tsx'

/** A mobile number as people write it: 0812…, +62…, with spaces or dashes. */
export function PhoneField(props: FieldProps & { value?: string | undefined }) {
  return (
    <Field {...props}>
      <input {...wiring(props)} type="tel" inputmode="tel" autocomplete="tel" class="w-16" value={props.value} maxlength={24} />
    </Field>
  )
}
