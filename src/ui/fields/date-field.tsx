import { Say } from '../language.ts'
import { Fieldset, describedBy, type FieldProps } from './field.tsx'

export type DateParts = { day?: string | undefined; month?: string | undefined; year?: string | undefined }

/**
 * A date that people know by heart or read from a card. Three short number fields, in the order of the KTP:
 * a calendar picker costs 60 taps to a year of birth and reads badly aloud.
 * Posts `<name>-day`, `<name>-month`, `<name>-year`; the first has `name` as its id.
 */
export function DateField(props: FieldProps & { value?: DateParts | undefined; birthday?: boolean; wrongParts?: (keyof DateParts)[] }) {
  const { name, value = {}, birthday, error, wrongParts = ['day', 'month', 'year'] } = props
  const part = (key: keyof DateParts, label: string, length: 2 | 4) => {
    const id = key === 'day' ? name : `${name}-${key}`
    return (
      <div>
        <label for={id}>{label}</label>
        <input id={id} name={`${name}-${key}`} type="text" inputmode="numeric" class={`w-${length}`} maxlength={length} value={value[key]}
          autocomplete={birthday ? `bday-${key}` : 'off'} aria-describedby={describedBy(props)}
          aria-invalid={error && wrongParts.includes(key) ? 'true' : undefined} />
      </div>
    )
  }
  return (
    <Fieldset {...props}>
      <Say>{(w) => <div class="date">{part('day', w.day, 2)}{part('month', w.month, 2)}{part('year', w.year, 4)}</div>}</Say>
    </Fieldset>
  )
}
