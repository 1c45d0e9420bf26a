import { Field, wiring, type FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'password'
  /** Keyboard of the phone. */
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: string
  /** In characters: a field as long as its answer says what is expected. */
  width?: 2 | 4 | 8 | 16
  maxLength?: number
  /** What is often written here; anything else may be typed. */
  suggestions?: readonly string[]
}

/** One line of text, a mail address or a password. A password is never filled again. */
export function TextField(props: TextFieldProps) {
  const { value, type = 'text', inputMode, autoComplete, width, maxLength, suggestions } = props
  const list = suggestions && `${props.name}-list`
  const same = { ...wiring(props), inputmode: inputMode, autocomplete: autoComplete, class: width && `w-${width}`, maxlength: maxLength }
  return (
    <Field {...props}>
      {type === 'password' ? <input {...same} type="password" />
        : type === 'email' ? <input {...same} type="email" value={value} />
        : <input {...same} type="text" value={value} list={list} />}
      {suggestions && <datalist id={list}>{suggestions.map((one) => <option key={one} value={one} />)}</datalist>}
    </Field>
  )
}
