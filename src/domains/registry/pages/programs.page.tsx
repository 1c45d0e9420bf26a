import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { readRupiah } from '../../../kernel/rupiah.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { MoneyField } from '../../../ui/fields/money-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { changeBusiness } from '../change-business.ts'
import { PROGRAM_KINDS } from '../core/business-choices.ts'
import { type Program, programSchema } from '../core/business-record.ts'
import { fieldWords } from '../field-messages.id.ts'
import { programText } from '../field-text.ts'
import type { Labels } from '../labels.ts'
import { typedDay } from '../../../ui/fields/typed-day.ts'
import { answerMark, businessPath } from './step-pages.tsx'
import { textFields } from './steps.ts'
import { fillFrom, labelsIn, variantFor } from './wording.ts'

/** One programme as typed. */
function readProgram(values: Record<string, string>): Result<Program> {
  const [from, to] = [typedDay(values, 'from'), typedDay(values, 'to')]
  const wrongDays = [...(from === undefined ? ['from'] : []), ...(to === undefined ? ['to'] : [])].map((field) => ({ field, message: fieldWords.block.wrongDate }))
  const typedValue = values['value']?.trim() ?? ''
  const value = typedValue === '' ? undefined : readRupiah(typedValue)
  if (value && !value.ok) wrongDays.push({ field: 'value', message: fieldWords.block.wrongNumber })
  if (wrongDays.length > 0) return invalid(wrongDays)
  const filled = Object.entries({ kind: values['kind'], name: values['name'], from, to, officer: values['officer'] }).filter(([, text]) => text !== undefined && text.trim() !== '')
  const read = programSchema.safeParse({ ...Object.fromEntries(filled), ...(value?.ok ? { value: value.value } : {}) })
  return read.success ? ok(read.data) : invalid(read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })))
}

function NewProgram({ fill, problems, labels }: { labels: Labels; fill: (name: string) => string | undefined; problems: readonly { field: string; message: string }[] }) {
  const w = labels.words.program
  const day = (name: 'from' | 'to') => ({ day: fill(`${name}-day`), month: fill(`${name}-month`), year: fill(`${name}-year`) })
  return (
    <>
      <SelectField name="kind" label={w.kind} value={fill('kind')} error={problemOf(problems, 'kind')} choices={PROGRAM_KINDS.map((value) => ({ value, label: labels.choices.programs[value] }))} />
      <TextField name="name" label={w.name} optional value={fill('name')} error={problemOf(problems, 'name')} maxLength={150} />
      <DateField name="from" label={w.from} optional value={day('from')} error={problemOf(problems, 'from')} />
      <DateField name="to" label={w.to} optional value={day('to')} error={problemOf(problems, 'to')} />
      <MoneyField name="value" label={w.value} optional value={fill('value')} error={problemOf(problems, 'value')} />
      <TextField name="officer" label={w.officer} optional value={fill('officer')} error={problemOf(problems, 'officer')} maxLength={120} />
    </>
  )
}

/** The programmes a business took part in: one is added at a time, and taken out where it was told by mistake. */
export const programsPage = page({
  path: '/usaha/:id/lengkapi/program',
  right: 'business.update',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  fields: textFields,
  read: ({ unit, tools, params }): Promise<KeptBusiness | undefined> => findBusiness(unit.tx, tools.keys, params['id'] ?? ''),
  view(business, ask, form): Screen {
    const programs = business.record.programs ?? []
    const labels = labelsIn(ask.lang)
    const w = labels.words.program
    return {
      title: labels.blocks.program, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: businessPath(ask, business.id), text: business.record.name },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={labels.blocks.program} />
          {programs.length > 0 && (
            <Card title={w.kept}>
              {programs.map((program, at) => (
                <form key={programText(program, labels)} method="post" class="row row-apart">
                  <input type="hidden" name="version" value={business.version} />
                  <span>{programText(program, labels)}</span>
                  <Button look="secondary" small name="remove" value={String(at)}>{w.remove}<span class="visually-hidden"> {programText(program, labels)}</span></Button>
                </form>
              ))}
            </Card>
          )}
          <Card title={w.addTitle}>
            <form method="post" noValidate class="stack">
              <input type="hidden" name="version" value={business.version} />
              <NewProgram labels={labels} fill={fillFrom(form)} problems={form.problems} />
              <div class="row"><Button>{labels.words.block.save}</Button></div>
            </form>
          </Card>
        </>
      ),
    }
  },
  async send(ask, values, { id, record }): Promise<Result<Sent>> {
    const kept = record.programs ?? []
    const added = values['remove'] === undefined ? readProgram(values) : undefined
    if (added && !added.ok) return added
    const programs = added ? [...kept, added.value] : kept.filter((_one, at) => String(at) !== values['remove'])
    const version = Number(values['version'])
    const changed = await changeBusiness(ask.unit, ask.tools, ask.actor, id, {
      ...(programs.length > 0 ? { programs } : { clear: ['programs'] }), ...(Number.isInteger(version) ? { version } : {}),
    })
    return changed.ok ? ok({ goTo: `${businessPath(ask, id)}?${answerMark(changed.value)}=1` }) : changed
  },
})
