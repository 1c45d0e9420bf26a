import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { longMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { addPeople, closeBreach, tellPeople, toldAuthority, toldOnPaper } from '../breach.ts'
import { type Breach, type Untold, findBreach, listUntold } from '../breach-store.ts'
import { breachId as t } from '../breach-words.id.ts'
import { type BreachDuty, duties, typedMoment } from '../core/breach.ts'
import { BreachNotice } from './breach-notice.tsx'
import { BREACHES, dateOf } from './breaches.page.tsx'
import { privacyScreen } from './frame.tsx'
import { ClockTag } from './requests.page.tsx'

const NAMED = 50

const Day = ({ name, label, form }: { name: string; label: string; form: Form }) => (
  <DateField name={name} label={label} error={problemOf(form.problems, name)}
    value={{ day: typedIn(form, `${name}-day`), month: typedIn(form, `${name}-month`), year: typedIn(form, `${name}-year`) }} />
)

const PeopleForms = ({ form, open }: { form: Form; open: boolean }) => (
  <Disclosure summary={t.duty['add-people']} open={open || form.problems.length > 0}>
    <h3>{t.byNumbers}</h3>
    <form method="post" class="stack prose" noValidate>
      <TextArea name="numbers" label={t.numbers} hint={t.numbersHint} rows={4} maxLength={40_000} value={typedIn(form, 'numbers')} error={problemOf(form.problems, 'numbers')} />
      <div class="row"><Button name="do" value="nomor" look="secondary">{t.add}</Button></div>
    </form>
    <h3>{t.byLooks}</h3>
    <p class="soft">{t.byLooksLead}</p>
    <form method="post" class="stack prose" noValidate>
      <TextField name="login" label={t.login} width={16} maxLength={80} value={typedIn(form, 'login')} error={problemOf(form.problems, 'login')} />
      <Day name="from" label={t.from} form={form} />
      <Day name="to" label={t.to} form={form} />
      <div class="row"><Button name="do" value="pembukaan" look="secondary">{t.add}</Button></div>
    </form>
  </Disclosure>
)

function Tell({ untold }: { untold: Untold[] }) {
  const without = untold.filter(({ phone }) => phone === null)
  return (
    <Card title={t.duty['tell-people']}>
      <p>{t.tellLead(untold.length)}</p>
      <form method="post" class="row">
        {untold.length > without.length && <Button name="do" value="kabari">{t.tell}</Button>}
        {without.length > 0 && <Button name="do" value="surat" look="secondary">{t.paper}</Button>}
      </form>
      {without.length > 0 && <p class="soft">{t.paperLead(without.slice(0, NAMED).map(({ name }) => name))}</p>}
    </Card>
  )
}

const Authority = ({ form }: { form: Form }) => (
  <Card title={t.authority}>
    <form method="post" class="stack prose" noValidate>
      <Day name="sent" label={t.authorityDay} form={form} />
      <TextField name="sentTime" label={t.authorityTime} hint={t.timeHint} width={8} maxLength={5} value={typedIn(form, 'sentTime')} error={problemOf(form.problems, 'sentTime')} />
      <TextField name="reference" label={t.authorityReference} maxLength={80} value={typedIn(form, 'reference')} error={problemOf(form.problems, 'reference')} />
      <div class="row"><Button name="do" value="lembaga" look="secondary">{t.authorityButton}</Button></div>
    </form>
  </Card>
)

const Close = ({ form }: { form: Form }) => (
  <Card title={t.close}>
    <form method="post" class="stack prose" noValidate>
      <TextArea name="closing" label={t.closing} rows={3} maxLength={2000} value={typedIn(form, 'closing')} error={problemOf(form.problems, 'closing')} />
      <div class="row"><Button name="do" value="tutup">{t.closeButton}</Button></div>
    </form>
  </Card>
)

const rowsOf = (breach: Breach) => [
  { label: t.discovered, value: longMoment(breach.discoveredAt) }, { label: t.due, value: longMoment(breach.dueAt) }, { label: t.people, value: t.counts(breach.people, breach.told) },
  ...(breach.authorityToldAt ? [{ label: t.authority, value: `${longMoment(breach.authorityToldAt)} · ${breach.authorityReference ?? ''}` }] : []),
  ...(breach.closedAt ? [{ label: t.closed, value: longMoment(breach.closedAt) }, { label: t.closing, value: breach.closing }] : []),
]

const fields = z.looseObject({ do: z.enum(['nomor', 'pembukaan', 'kabari', 'surat', 'lembaga', 'tutup']) })

async function act({ unit, tools, actor, params }: Allowed, one: z.output<typeof fields>): Promise<Result<Breach>> {
  const id = params['id'] ?? ''
  const text = (key: string) => { const value = one[key]; return typeof value === 'string' ? value : '' }
  if (one.do === 'kabari') return tellPeople(unit, tools, actor, id)
  if (one.do === 'surat') return toldOnPaper(unit, actor, id)
  if (one.do === 'tutup') return closeBreach(unit, actor, id, text('closing'))
  if (one.do === 'nomor') {
    const numbers = [...new Set(text('numbers').split(/\s*\n\s*/).map((line) => line.trim()).filter(Boolean))].slice(0, 500)
    return numbers.length === 0 ? invalid([{ field: 'numbers', message: t.numbersNeeded }]) : addPeople(unit, actor, id, { numbers })
  }
  if (one.do === 'pembukaan') {
    const [from, to] = [dateOf(one, 'from'), dateOf(one, 'to')]
    const problems = [...(from === '' ? [{ field: 'from', message: t.dayWrong }] : []), ...(to === '' || to < from ? [{ field: 'to', message: t.dayWrong }] : [])]
    return problems.length > 0 ? invalid(problems) : addPeople(unit, actor, id, { login: text('login').trim(), from, to })
  }
  const at = typedMoment(dateOf(one, 'sent'), text('sentTime'), unit.now)
  const reference = text('reference').trim()
  const problems = [...(at ? [] : [{ field: 'sent', message: t.momentWrong }]), ...(reference === '' ? [{ field: 'reference', message: t.authorityReferenceNeeded }] : [])]
  return at && problems.length === 0 ? toldAuthority(unit, actor, id, { at, reference }) : invalid(problems)
}

const DONE: Record<z.output<typeof fields>['do'], string> = { nomor: 'orang', pembukaan: 'orang', kabari: 'kabari', surat: 'surat', lembaga: 'lembaga', tutup: 'tutup' }

/** One breach: what is owed, and what was done. */
export const breachPage = page({
  path: `${BREACHES}/:id`,
  right: 'breach.manage',
  fields,
  async read({ unit, actor, params }) {
    const breach = await findBreach(unit.tx, actor.officeId, params['id'] ?? '')
    if (!breach) return undefined
    const untold = breach.closedAt ? [] : await listUntold(unit.tx, breach.id, 1000)
    // Only those whose names are shown were looked at.
    for (const { personId } of untold.filter(({ phone }) => phone === null).slice(0, NAMED)) {
      unit.looked(actor.officeId, actor, 'breach.scope', { kind: 'breach', id: breach.id, personId })
    }
    return { breach, untold, now: unit.now }
  },
  view({ breach, untold, now }, { query }, form) {
    const { personsToldAt, authorityToldAt, closedAt, people } = breach
    const owed: BreachDuty[] = duties({ personsTold: personsToldAt !== undefined, authorityTold: authorityToldAt !== undefined, closed: closedAt !== undefined, people })
    return privacyScreen({
      tab: 'breaches', title: breach.reference, form, back: { href: BREACHES, text: t.title }, notice: t.saved[query['sudah'] ?? ''],
      side: <ClockTag dueAt={breach.dueAt} open={!(personsToldAt && authorityToldAt)} now={now} />,
      children: (
        <>
          <Summary rows={rowsOf(breach)} />
          {owed.length > 0 && <Notice tone="warning" title={t.duties}><ul>{owed.map((one) => <li key={one}>{t.duty[one]}</li>)}</ul></Notice>}
          {untold.length > 0 && <Tell untold={untold} />}
          {owed.includes('tell-authority') && <Authority form={form} />}
          {owed.includes('close') && <Close form={form} />}
          {!closedAt && <PeopleForms form={form} open={people === 0} />}
          <Card title={t.preview}><BreachNotice breach={breach} lang="id" /></Card>
        </>
      ),
    })
  },
  async send(ask, one) {
    const done = await act(ask, one)
    return done.ok ? ok({ goTo: `${BREACHES}/${done.value.id}?sudah=${DONE[one.do]}` }) : done
  },
})
