import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DueTag } from '../../../ui/due-tag.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { typedDate } from '../../office/index.ts'
import { pressingOf } from '../core/follow-up.ts'
import { surveyPeriod } from '../core/survey-period.ts'
import { officeId } from '../office-words.id.ts'
import { type PlanItem, addPlanItem, endPlanItem, findPlanItem, listPlan } from '../plan-store.ts'
import { listPeriods } from '../survey-results.ts'
import { daysLeft } from './done.page.tsx'
import { DESK, mayDo, surveyScreen } from './frame.tsx'
import { namesFor } from './names.ts'
import { dayText, periodText } from './number-words.ts'
import { DONE } from './sheet.page.tsx'
import { citizenId } from '../messages.id.ts'

const t = officeId.plan
const PATH = `${DESK}/rencana`

function DueOf({ item: { state, dueOn, endedOn }, today }: { item: PlanItem; today: Temporal.PlainDate }) {
  const pressing = pressingOf(state, daysLeft(today, dueOn))
  const word = state === 'dropped' ? t.states['dropped'] : t.states[pressing]
  return <DueTag urgency={state === 'dropped' ? 'calm' : pressing} text={endedOn ? `${word ?? ''}, ${dayText(endedOn, 'id')}` : `${dayText(dueOn, 'id')}, ${word ?? ''}`} at={endedOn ?? dueOn} />
}

/** The whole follow-up plan. */
export const planPage = page({
  path: PATH,
  right: 'survey.read',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  read: async ({ unit, actor }) => ({ items: await listPlan(unit.tx, actor.officeId), today: wibDate(unit.now) }),
  view: ({ items, today }, { actor, query }) => surveyScreen({
    actor, tab: 'plan', title: t.title, lead: t.lead, notice: query['sudah'] === undefined ? undefined : t.saved,
    side: mayDo(actor, 'survey.plan') && <ButtonLink href={`${PATH}/baru`} look="secondary" small>{t.new}</ButtonLink>,
    children: (
      <>
        <DataTable caption={t.title} quietCaption rows={items} rowKey={({ id }) => id} empty={<EmptyState title={t.none} />} columns={[
          { key: 'finding', header: t.finding, names: true, cell: (one) => (mayDo(actor, 'survey.plan') ? <a href={`${PATH}/${one.id}`}>{one.finding}</a> : one.finding) },
          { key: 'period', header: t.period, cell: (one) => { const period = surveyPeriod(one.period); return period ? periodText(period, 'id') : one.period } },
          { key: 'action', header: t.action, cell: (one) => one.action }, { key: 'owner', header: t.owner, cell: (one) => one.owner },
          { key: 'due', header: t.due, cell: (one) => <DueOf item={one} today={today} /> },
        ]} />
        <p><a href={DONE}>{citizenId.done.title}</a></p>
      </>
    ),
  }),
})

const line = z.string().trim().min(5, t.textNeeded).max(500, t.textNeeded)

function NewFields({ form, periods, elements, formKey }: { form: Form; periods: { value: string; label: string }[]; elements: { value: string; label: string }[]; formKey: string }) {
  const area = (name: 'finding' | 'action', hint?: string) =>
    <TextArea name={name} label={t[name]} hint={hint} rows={3} maxLength={500} value={typedIn(form, name)} error={problemOf(form.problems, name)} />
  return (
    <form method="post" class="stack prose" noValidate>
      <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? formKey} />
      <SelectField name="period" label={t.period} choices={periods} value={typedIn(form, 'period') ?? periods[0]?.value} error={problemOf(form.problems, 'period')} />
      <SelectField name="element" label={t.element} choices={elements} unchosen={t.elementNone} value={typedIn(form, 'element')} />
      {area('finding', t.findingHint)}
      {area('action')}
      <TextField name="owner" label={t.owner} hint={t.ownerHint} maxLength={120} value={typedIn(form, 'owner')} error={problemOf(form.problems, 'owner')} />
      <DateField name="dueOn" label={t.due} value={{ day: typedIn(form, 'dueOn-day'), month: typedIn(form, 'dueOn-month'), year: typedIn(form, 'dueOn-year') }} error={problemOf(form.problems, 'dueOn')} />
      <div class="row"><Button>{t.save}</Button></div>
    </form>
  )
}

/** A new line of the plan. */
export const newPlanPage = page({
  path: `${PATH}/baru`,
  right: 'survey.plan',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  fields: z.looseObject({ formKey: z.uuid(), period: z.string(), element: z.string().default(''), finding: line, action: line, owner: line }),
  read: async ({ unit, actor }) => ({
    periods: await listPeriods(unit.tx, actor.officeId, unit.now), names: await namesFor(unit.tx, actor.officeId, unit.now, 'id'), formKey: randomUUID(),
  }),
  view: ({ periods, names, formKey }, { actor }, form) => surveyScreen({
    actor, tab: 'plan', title: t.new, lead: t.lead, form, back: { href: PATH, text: t.title },
    children: <NewFields form={form} formKey={formKey} periods={periods.map((one) => ({ value: one.key, label: periodText(one, 'id') }))}
      elements={[...names.elements].map(([value, label]) => ({ value, label }))} />,
  }),
  async send({ unit, actor }, fields) {
    const part = (key: string) => { const value = fields[`dueOn-${key}`]; return typeof value === 'string' ? value : '' }
    const dueOn = typedDate({ day: part('day'), month: part('month'), year: part('year') }) ?? ''
    if (dueOn === '') return invalid([{ field: 'dueOn', message: t.dueWrong }])
    const { formKey, period, element, finding, action, owner } = fields
    const done = await addPlanItem(unit, actor, { formKey, period, finding, action, owner, dueOn, ...(element === '' ? {} : { element }) })
    return done.ok ? ok({ goTo: `${PATH}?sudah=1` }) : done
  },
})

/** One line of the plan, and how it ends. */
export const planItemPage = page({
  path: `${PATH}/:id`,
  right: 'survey.plan',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  fields: z.object({ state: z.enum(['done', 'dropped'], { message: t.howNeeded }), words: z.string().max(1000).default('') }),
  async read({ unit, actor, params }) {
    const item = await findPlanItem(unit.tx, actor.officeId, params['id'] ?? '')
    return item && { item, today: wibDate(unit.now), names: await namesFor(unit.tx, actor.officeId, unit.now, 'id') }
  },
  view: ({ item, today, names }, { actor }, form) => surveyScreen({
    actor, tab: 'plan', title: item.finding, form, back: { href: PATH, text: t.title }, side: <DueOf item={item} today={today} />,
    children: (
      <>
        <Summary rows={[
          { label: t.action, value: item.action }, { label: t.owner, value: item.owner }, { label: t.due, value: dayText(item.dueOn, 'id') },
          ...(item.element ? [{ label: t.element, value: names.elements.get(item.element) ?? item.element }] : []), ...(item.ending ? [{ label: t.words, value: item.ending }] : []),
        ]} />
        {item.state === 'planned' && (
          <form method="post" class="stack prose" noValidate>
            <h2>{t.end}</h2>
            <RadioGroup name="state" label={t.how} value={typedIn(form, 'state')} error={problemOf(form.problems, 'state')} choices={[{ value: 'done', label: t.done }, { value: 'dropped', label: t.dropped }]} />
            <TextArea name="words" label={t.words} hint={t.wordsHint} rows={3} maxLength={1000} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
            <div class="row"><Button>{t.endButton}</Button></div>
          </form>
        )}
      </>
    ),
  }),
  async send({ unit, actor, params }, { state, words }) {
    const done = await endPlanItem(unit, actor, params['id'] ?? '', { state, words })
    return done.ok ? ok({ goTo: `${PATH}?sudah=1` }) : done
  },
})
