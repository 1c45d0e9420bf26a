import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { isDeemedGranted } from '../core/objection.ts'
import { type Objection, findObjection, resourceOf } from '../objection-store.ts'
import { objectionId } from '../objection-words.id.ts'
import { decideObjection, fulfilObjection } from '../objections.ts'
import { TONE_OF_OBJECTION } from './objection-tone.ts'
import { OwedTag } from './objections.page.tsx'

const t = objectionId.office

/** `act`: what this officer can do with it now. */
type Model = { one: Objection; act: 'decide' | 'fulfil' | 'wait' | 'none' }

async function read({ unit, actor, params }: Allowed): Promise<Model | undefined> {
  const one = await findObjection(unit.tx, params['id'] ?? '')
  if (!one || actor.kind !== 'officer') return undefined
  unit.looked(one.officeId, actor, 'objection.read', { kind: 'application', id: one.applicationId, personId: one.ownerId })
  const can = (operation: 'objection.decide' | 'objection.fulfil') => may(actor, operation, resourceOf(one), unit.now.epochMilliseconds).ok
  const isOpen = one.state === 'open' && !isDeemedGranted(one.state, fromDb(one.settleBy), unit.now)
  if (isOpen) return { one, act: can('objection.decide') ? 'decide' : 'wait' }
  return { one, act: (one.state === 'granted' || one.state === 'deemed-granted') && can('objection.fulfil') ? 'fulfil' : 'none' }
}

const typed = (form: Form, name: string): string | undefined => {
  const value = form.values[name]
  return typeof value === 'string' ? value : undefined
}

function Decide({ form }: { form: Form }) {
  return (
    <Card title={t.decide}>
      <form method="post" class="stack" noValidate>
        <RadioGroup name="outcome" label={t.outcome} value={typed(form, 'outcome')} error={problemOf(form.problems, 'outcome')}
          choices={[{ value: 'granted', label: t.grant, hint: t.grantHint }, { value: 'denied', label: t.deny }]} />
        <TextArea name="answer" label={t.answer} hint={t.answerHint} rows={5} value={typed(form, 'answer') ?? ''} error={problemOf(form.problems, 'answer')} />
        <div><Button name="act" value="decide">{t.save}</Button></div>
      </form>
    </Card>
  )
}

function Fulfil({ one, form }: { one: Objection; form: Form }) {
  return (
    <Card title={t.fulfil}>
      <form method="post" class="stack" noValidate>
        <TextField name="reference" label={t.proof} hint={t.proofHint[one.ground]} value={typed(form, 'reference')} error={problemOf(form.problems, 'reference')} width={16} maxLength={40} autoComplete="off" />
        <div><Button name="act" value="fulfil">{t.fulfilSave}</Button></div>
      </form>
    </Card>
  )
}

/** One objection: what the applicant says, and what the office answers. */
export const objectionPage = page({
  path: '/petugas/keberatan/:id',
  right: 'objection.read',
  access: async (ask: UnitAsk) => {
    const one = await findObjection(ask.unit.tx, ask.params['id'] ?? '')
    return one && resourceOf(one)
  },
  read,
  view({ one, act }, { unit, query }, form) {
    const done = t.done[query['selesai'] ?? '']
    return {
      title: `${t.title} · ${one.reference}`, variant: 'officer', wrong: form.problems.length > 0, ...(done === undefined ? {} : { notice: done }),
      body: (
        <>
          <BackLink href="/petugas/keberatan" />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.grounds[one.ground]} over={<span class="mono">{one.reference}</span>}
            side={<StatusTag tone={TONE_OF_OBJECTION[one.state]} text={objectionId.states[one.state]} />}
            lead={<a href={`/petugas/permohonan/${one.applicationId}`}>{t.openCase}</a>} />
          <Summary rows={[
            { label: objectionId.filed, value: shortMoment(fromDb(one.filedAt)) },
            { label: one.fulfilBy === null ? objectionId.settleBy : objectionId.fulfilBy, value: <OwedTag one={one} now={unit.now} /> },
            { label: t.words, value: one.reason },
            ...(one.answer === null ? [] : [{ label: objectionId.answer, value: one.answer }]),
          ]} />
          {act === 'decide' && <Decide form={form} />}
          {act === 'fulfil' && <Fulfil one={one} form={form} />}
          {act === 'wait' && <p class="soft">{t.onlyHead}</p>}
        </>
      ),
    }
  },
  fields: z.object({ act: z.enum(['decide', 'fulfil']), outcome: z.string().default(''), answer: z.string().default(''), reference: z.string().max(60).default('') }),
  async send(ask, { act, outcome, answer, reference }, { one }): Promise<Result<Sent>> {
    const goTo = (done: string) => ok({ goTo: `/petugas/keberatan/${one.id}?selesai=${done}` })
    if (act === 'fulfil') {
      const fulfilled = await fulfilObjection(ask.tools, ask.unit, ask.actor, one.id, reference)
      return fulfilled.ok ? goTo('fulfilled') : fulfilled
    }
    if (outcome !== 'granted' && outcome !== 'denied') return invalid([{ field: 'outcome', message: t.outcomeNeeded }])
    const decided = await decideObjection(ask.tools, ask.unit, ask.actor, one.id, { outcome, answer })
    return decided.ok ? goTo(outcome) : decided
  },
})
