import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn, typedParts } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { typedDay } from '../../../ui/fields/typed-day.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { accessOf } from '../access.ts'
import { findCooperative } from '../cooperative-store.ts'
import { mandateWords as t } from '../mandate-messages.id.ts'
import { type Mandate, giveMandate, isOnBoard, listMandates, withdrawMandate } from '../mandates.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { typed } from './typed-answers.ts'
import { dateText } from './answer-text.ts'
import { anyFields, cooperativePath, variantFor, wordsIn } from './wording.ts'

type State = keyof typeof t.states
const TONE = { standing: 'success', coming: 'info', over: 'neutral', withdrawn: 'danger' } as const satisfies Record<State, string>

const stateOf = (one: Mandate, today: string): State =>
  (one.withdrawnOn !== null ? 'withdrawn' : today > one.validTo ? 'over' : today < one.validFrom ? 'coming' : 'standing')

const columns = (today: string, mayChange: boolean, words: ScreenWords): Column<Mandate>[] => [
  { key: 'name', header: t.columns.name, names: true, cell: (one) => one.name },
  { key: 'days', header: t.columns.days, cell: (one) => `${dateText(one.validFrom, words)} – ${dateText(one.validTo, words)}` },
  { key: 'by', header: t.columns.givenBy, cell: (one) => one.givenBy },
  { key: 'state', header: t.columns.state, cell: (one) => <StatusTag tone={TONE[stateOf(one, today)]} text={t.states[stateOf(one, today)]} /> },
  ...(mayChange ? [{
    key: 'act', header: t.columns.act, quiet: true,
    cell: (one: Mandate) => (one.withdrawnOn === null && one.validTo >= today
      ? <form method="post"><input type="hidden" name="mandate" value={one.id} /><Button name="do" value="withdraw" look="link" small>{t.withdraw}<span class="visually-hidden"> {one.name}</span></Button></form>
      : null),
  }] : []),
]

/** Who may act for a cooperative beside its board. */
export const mandatesPage = page({
  path: '/koperasi/:id/kuasa',
  right: 'cooperative.read',
  access: accessOf,
  async read({ unit, actor, params }) {
    const kept = await findCooperative(unit.tx, params['id'] ?? '')
    if (!kept) return undefined
    const today = wibDate(unit.now)
    return {
      kept, mandates: await listMandates(unit.tx, kept.id), today: today.toString(),
      mayChange: actor.kind === 'citizen' && await isOnBoard(unit.tx, kept.id, actor.personId, today),
    }
  },
  view({ kept, mandates, today, mayChange }, ask, form) {
    const error = (name: string) => problemOf(form.problems, name)
    const done: Record<string, string> = { give: t.given, withdraw: t.withdrawn }
    return {
      title: t.title, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: cooperativePath(ask, kept.id), text: kept.record.name },
      ...(done[ask.query['sudah'] ?? ''] ? { notice: done[ask.query['sudah'] ?? ''] } : {}),
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} over={kept.record.name} lead={t.lead} />
          <DataTable caption={t.title} quietCaption columns={columns(today, mayChange, wordsIn(ask.lang))} rows={mandates} rowKey={(one) => one.id}
            empty={<EmptyState icon="people" title={t.none}><p>{t.noneMore}</p></EmptyState>} />
          {mayChange && (
            <Card title={t.give}>
              <form method="post" class="stack" noValidate>
                <PhoneField name="phone" label={t.phone} hint={t.phoneHint} value={typedIn(form, 'phone')} error={error('phone')} />
                <DateField name="validFrom" label={t.validFrom} value={typedParts(form, 'validFrom')} error={error('validFrom')} />
                <DateField name="validTo" label={t.validTo} value={typedParts(form, 'validTo')} error={error('validTo')} />
                <div><Button name="do" value="give">{t.button}</Button></div>
              </form>
            </Card>
          )}
        </>
      ),
    }
  },
  fields: anyFields,
  async send({ unit, actor }, values, { kept }) {
    const path = `/koperasi/${kept.id}/kuasa`
    if (typed(values, 'do') === 'withdraw') {
      const withdrawn = await withdrawMandate(unit, actor, kept.id, typed(values, 'mandate') ?? '')
      return withdrawn.ok ? ok({ goTo: `${path}?sudah=withdraw` }) : withdrawn
    }
    const texts = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    const [validFrom, validTo] = [typedDay(texts, 'validFrom'), typedDay(texts, 'validTo')]
    const problems = [...(validFrom ? [] : [{ field: 'validFrom', message: t.dayNeeded }]), ...(validTo ? [] : [{ field: 'validTo', message: t.dayNeeded }])]
    if (!validFrom || !validTo) return invalid(problems)
    const given = await giveMandate(unit, actor, kept.id, { phone: typed(values, 'phone') ?? '', validFrom, validTo })
    return given.ok ? ok({ goTo: `${path}?sudah=give` }) : given
  },
})
