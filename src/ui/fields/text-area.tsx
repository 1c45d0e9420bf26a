import { Field, wiring, type FieldProps } from './field.tsx'

export function TextArea(props: FieldProps & { value?: string | undefined; rows?: number; maxLength?: number }) {
  return (
    <Field {...props}>
      <textarea {...wiring(props)} rows={props.rows ?? 4} maxlength={props.maxLength}>{props.value}</textarea>
    </Field>
  )
}
