import { Icon } from '../icon.tsx'
import type { Choice } from './choices.tsx'

export type ChoiceGroup = { label: string; choices: readonly Choice[] }

type CellSelectProps = {
  name: string
  /** For those who listen: on screen the row and the column say it. */
  label: string
  value?: string | undefined
  /** The first choice: nothing of all these. */
  none?: string
  choices?: readonly Choice[]
  groups?: readonly ChoiceGroup[]
  error?: string | undefined
}

/** One of many in a cell of a table, as each row is asked the same. */
export function CellSelect({ name, label, value, none, choices = [], groups = [], error }: CellSelectProps) {
  const option = (one: Choice) => <option key={one.value} value={one.value} selected={one.value === value}>{one.label}</option>
  return (
    <div class={error ? 'field is-wrong' : 'field'}>
      <label class="visually-hidden" for={name}>{label}</label>
      {error && <p class="field-error" id={`${name}-error`}><Icon name="alert" /><span>{error}</span></p>}
      <select id={name} name={name} aria-invalid={error ? 'true' : undefined} aria-describedby={error && `${name}-error`}>
        {none !== undefined && <option value="" selected={value === '' || value === undefined}>{none}</option>}
        {choices.map(option)}
        {groups.map((group) => <optgroup key={group.label} label={group.label}>{group.choices.map(option)}</optgroup>)}
      </select>
    </div>
  )
}
