import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { typedDate } from '../../office/index.ts'
import { recordBreach } from '../breach.ts'
import { breachesOf, findBreach, listBreaches } from '../breach-store.ts'
import { breachNotice, breachId as t } from '../breach-words.id.ts'
import { DATA_KINDS, typedMoment } from '../core/breach.ts'
import { citizenWords } from '../words.ts'
import { BreachNotice } from './breach-notice.tsx'
import { ROOT, privacyScreen } from './frame.tsx'
import { ClockTag } from './requests.page.tsx'

export const BREACHES = `${ROOT}/kebocoran`

/** Breaches of the office, the latest first. */
export const breachesPage = page({
  path: BREACHES,
  right: 'breach.manage',
  read: async ({ unit, actor }) => ({ breaches: await listBreaches(unit.tx, actor.officeId), now: unit.now }),
  view: ({ breaches, now }) => privacyScreen({
    tab: 'breaches', title: t.title, lead: t.lead, side: <ButtonLink href={`${BREACHES}/baru`} look="secondary" small>{t.new}</ButtonLink>,
    children: (
      <DataTable caption={t.title} quietCaption rows={breaches} rowKey={(one) => one.id} empty={<EmptyState icon="shield" title={t.none} />} columns={[
        { key: 'reference', header: t.reference, names: true, cell: (one) => <a href={`${BREACHES}/${one.id}`}>{one.reference}</a> },
        { key: 'discovered', header: t.discovered, cell: (one) => shortMoment(one.discoveredAt) },
        { key: 'people', header: t.people, cell: (one) => t.counts(one.people, one.told) },
        { key: 'state', header: t.state, cell: (one) => <StatusTag tone={one.closedAt ? 'success' : 'warning'} text={one.closedAt ? t.closed : t.open} /> },
        { key: 'due', header: t.due, cell: (one) => <ClockTag dueAt={one.dueAt} open={!(one.personsToldAt && one.authorityToldAt)} now={now} /> },
      ]} />
    ),
  }),
})

const text = z.string().trim().min(20, t.textNeeded).max(2000, t.textNeeded)
const kindList = z.preprocess((one) => (one === undefined ? [] : Array.isArray(one) ? one : [one]), z.array(z.enum(DATA_KINDS)).min(1, t.kindsNeeded))
const breachFields = { happened: text, dataKinds: kindList, handling: text }

/** The day of three fields, ISO; empty when it is none. */
export const dateOf = (fields: Record<string, unknown>, name: string): string => {
  const part = (key: string) => { const value = fields[`${name}-${key}`]; return typeof value === 'string' ? value : '' }
  return typedDate({ day: part('day'), month: part('month'), year: part('year') }) ?? ''
}

const DISCOVERED = 'discovered'

/** Records a breach. */
export const newBreachPage = page({
  path: `${BREACHES}/baru`,
  right: 'breach.manage',
  fields: z.looseObject(breachFields),
  read: async () => ({}),
  view: (_model, _ask, form) => privacyScreen({
    tab: 'breaches', title: t.new, lead: t.lead, form, back: { href: BREACHES, text: t.title },
    children: (
      <form method="post" class="stack prose" noValidate>
        <DateField name={DISCOVERED} label={t.day} error={problemOf(form.problems, DISCOVERED)}
          value={{ day: typedIn(form, `${DISCOVERED}-day`), month: typedIn(form, `${DISCOVERED}-month`), year: typedIn(form, `${DISCOVERED}-year`) }} />
        <TextField name="discoveredTime" label={t.time} hint={t.timeHint} width={8} maxLength={5} value={typedIn(form, 'discoveredTime')} error={problemOf(form.problems, 'discoveredTime')} />
        <TextArea name="happened" label={t.happened} hint={t.happenedHint} rows={5} maxLength={2000} value={typedIn(form, 'happened')} error={problemOf(form.problems, 'happened')} />
        <CheckboxGroup name="dataKinds" label={t.kinds} choices={DATA_KINDS.map((value) => ({ value, label: t.dataKinds[value] }))} error={problemOf(form.problems, 'dataKinds')}
          values={[form.values['dataKinds'] ?? []].flat().filter((one) => typeof one === 'string')} />
        <TextArea name="handling" label={t.handling} hint={t.handlingHint} rows={5} maxLength={2000} value={typedIn(form, 'handling')} error={problemOf(form.problems, 'handling')} />
        <div class="row"><Button>{t.record}</Button></div>
      </form>
    ),
  }),
  async send({ unit, actor }, fields) {
    const time = fields['discoveredTime']
    const discoveredAt = typedMoment(dateOf(fields, DISCOVERED), typeof time === 'string' ? time : '', unit.now)
    if (!discoveredAt) return invalid([{ field: DISCOVERED, message: t.momentWrong }])
    const done = await recordBreach(unit, actor, { discoveredAt, happened: fields.happened, dataKinds: fields.dataKinds, handling: fields.handling })
    return done.ok ? ok({ goTo: `${BREACHES}/${done.value.id}?sudah=catat` }) : done
  },
})

/** The notice, for whoever is concerned. */
export const ownBreachPage = page({
  path: '/akun/kebocoran/:id',
  right: 'account.self',
  async read({ unit, actor, params }) {
    if (actor.personId === undefined) return undefined
    const mine = (await breachesOf(unit.tx, actor.personId)).some(({ id }) => id === params['id'])
    return mine ? findBreach(unit.tx, actor.officeId, params['id'] ?? '') : undefined
  },
  view: (breach, { lang }) => ({
    title: breachNotice[lang].title, variant: 'public', narrow: true, back: { href: '/akun/hak', text: citizenWords(lang).ask.title },
    body: <><PageHeading title={breachNotice[lang].title} lead={breachNotice[lang].lead} /><BreachNotice breach={breach} lang={lang} /></>,
  }),
})
