import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { DECLINABLE } from '../core/kind.ts'
import { ROADS } from '../core/road.ts'
import type { PreferenceWords } from '../preference-messages.id.ts'
import type { KeptPreferences } from '../preference-store.ts'
import { ROAD_FIELDS, fieldsOf } from '../preferences.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type FormProps = { kept: KeptPreferences; form: Form; t: PreferenceWords }

const textOf = ({ values }: Form, name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
const listOf = ({ values }: Form, name: string): string[] => [values[name]].flat().filter((one) => typeof one === 'string')

function Roads({ kept, form, t }: FormProps) {
  const fields = fieldsOf(kept)
  // Only what can reach him is offered: a road without an address would be a promise nobody keeps.
  const offered = ROADS.filter((road) => road === 'slip' || (road === 'email' ? kept.email !== undefined : kept.phone !== undefined))
  return (
    <>
      {ROAD_FIELDS.slice(0, offered.length).map((name, at) => (
        <SelectField key={name} name={name} label={t[name]} hint={at === 0 ? t.firstHint : undefined} unchosen={t.unchosen} optional={at > 0}
          choices={offered.map((road) => ({ value: road, label: t.roads[road] }))} value={textOf(form, name) ?? fields[name]} error={problemOf(form.problems, name)} />
      ))}
      <p class="soft">{t.none}</p>
    </>
  )
}

function QuietHours({ kept, form, t }: FormProps) {
  const fields = fieldsOf(kept)
  const hours = HOURS.map((hour) => ({ value: String(hour), label: t.hour(hour) }))
  return (
    <>
      <RadioGroup name="quiet" label={t.quiet} hint={t.quietHint} value={textOf(form, 'quiet') ?? fields.quiet} error={problemOf(form.problems, 'quiet')}
        choices={(['usual', 'own', 'none'] as const).map((value) => ({ value, label: t.quietChoices[value] }))} />
      <SelectField name="from" label={`${t.quietChoices.own}: ${t.quietFrom.toLowerCase()}`} choices={hours} value={textOf(form, 'from') ?? String(fields.from)}
        error={problemOf(form.problems, 'from')} />
      <SelectField name="to" label={`${t.quietChoices.own}: ${t.quietTo.toLowerCase()}`} choices={hours} value={textOf(form, 'to') ?? String(fields.to)} error={problemOf(form.problems, 'to')} />
    </>
  )
}

/** Language, roads in their order, quiet hours, and what is wanted. */
export function PreferenceForm({ kept, form, t }: FormProps) {
  const fields = fieldsOf(kept)
  const sent = Object.keys(form.values).length > 0
  return (
    <form method="post" noValidate class="stack">
      {kept.stopped && <Notice tone="warning"><p>{t.stopped}</p></Notice>}
      <RadioGroup name="language" label={t.language} value={textOf(form, 'language') ?? fields.language} error={problemOf(form.problems, 'language')}
        choices={(['id', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))} />
      <Roads kept={kept} form={form} t={t} />
      <QuietHours kept={kept} form={form} t={t} />
      <CheckboxGroup name="wanted" label={t.wanted} hint={t.always} values={sent ? listOf(form, 'wanted') : fields.wanted} error={problemOf(form.problems, 'wanted')}
        choices={DECLINABLE.map((value) => ({ value, label: t.kinds[value] }))} />
      <div><Button>{t.save}</Button></div>
    </form>
  )
}
