import { Fieldset, describedBy, type FieldProps } from './field.tsx'

export type Choice = { value: string; label: string; hint?: string | undefined }

type ChoicesProps = FieldProps & {
  choices: Choice[]
  /** Two answers to be compared stand side by side on wide screens. */
  beside?: boolean
}

/** One of a few (up to about seven; more belong in a `SelectField`). */
export function RadioGroup(props: ChoicesProps & { value?: string | undefined }) {
  return <Choices {...props} type="radio" chosen={(value) => value === props.value} />
}

/** Any number of a few. */
export function CheckboxGroup(props: ChoicesProps & { values?: readonly string[] | undefined }) {
  return <Choices {...props} type="checkbox" chosen={(value) => props.values?.includes(value) ?? false} />
}

function Choices({ type, chosen, ...props }: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: (value: string) => boolean }) {
  return (
    <Fieldset {...props}>
      <div class={props.beside ? 'choices choices-beside' : 'choices'}>
        {props.choices.map(({ value, label, hint }, at) => {
          // The first choice carries the key itself: the line of the error summary leads to it.
          const id = at === 0 ? props.name : `${props.name}-${at + 1}`
          const described = [describedBy(props), hint && `${id}-more`].filter(Boolean).join(' ') || undefined
          return (
            <div class="choice" key={value}>
              <input id={id} type={type} name={props.name} value={value} checked={chosen(value)} aria-describedby={described}
                aria-invalid={type === 'checkbox' && props.error ? 'true' : undefined} />
              <div>
                <label for={id}>{label}</label>
                {hint && <span class="hint" id={`${id}-more`}>{hint}</span>}
              </div>
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
