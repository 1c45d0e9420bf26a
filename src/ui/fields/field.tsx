import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { Say } from '../language.ts'

/** What every field has. `name` is the key of the question; it is also the id, so that an error's link leads to the field. */
export type FieldProps = {
  name: string
  label: string
  hint?: ComponentChildren
  /** Says what to do, not only what is wrong. */
  error?: string | undefined
  optional?: boolean | undefined
  /** The label is the page's heading: for pages with one question. */
  heading?: boolean | undefined
}

/** Ids of hint and error, in the order in which they are read out. */
export const describedBy = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): string | undefined =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined

/** Attributes that bind an input to its label, hint and error. */
export const wiring = (props: FieldProps) => ({
  id: props.name,
  name: props.name,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? 'true' as const : undefined,
})

/** One input with its label, hint and error, in the order in which they are needed. */
export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const label = <label for={props.name}><LabelText {...props} /></label>
  return (
    <div class={props.error ? 'field is-wrong' : 'field'}>
      {props.heading ? <h1 class="field-heading">{label}</h1> : label}
      <Explained {...props} />
      {children}
    </div>
  )
}

/** Several inputs that answer one question. */
export function Fieldset({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  return (
    <fieldset class={props.error ? 'field is-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>{props.heading ? <h1 class="field-heading"><LabelText {...props} /></h1> : <LabelText {...props} />}</legend>
      <Explained {...props} />
      {children}
    </fieldset>
  )
}

function LabelText({ label, optional }: FieldProps) {
  return <>{label}{optional && <Say>{(w) => <span class="optional"> ({w.optional})</span>}</Say>}</>
}

function Explained({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          <Icon name="alert" />
          <span><span class="visually-hidden"><Say>{(w) => w.error}</Say>: </span>{error}</span>
        </p>
      )}
    </>
  )
}
