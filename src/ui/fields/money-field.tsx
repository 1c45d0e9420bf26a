import { Field, wiring, type FieldProps } from './field.tsx'

/** Whole rupiah. Takes what people type ("1.500.000"); reading it is the form's work. */
export function MoneyField(props: FieldProps & { value?: string | undefined }) {
  return (
    <Field {...props}>
      <div class="affixed">
        <span aria-hidden="true">Rp</span>
        <input {...wiring(props)} type="text" inputmode="numeric" value={props.value} autocomplete="off" maxlength={24} />
      </div>
    </Field>
  )
}
