import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findPerson } from '../../registry/index.ts'
import { citizenId } from '../citizen-words.id.ts'
import type { ErasurePlan } from '../core/erasure.ts'
import { CLOCKS, isOpen, isReason, reasonsFor } from '../core/requests.ts'
import { decideRequest, planOf } from '../decide.ts'
import { type PrivacyRequest, findRequest } from '../request-store.ts'
import { requestsId as t } from '../request-words.id.ts'
import { ROOT, privacyScreen } from './frame.tsx'
import { requestAccess } from './request.page.tsx'
import { Answer, Downloads, PlanTables, requestRows } from './request-parts.tsx'
import { ClockTag } from './requests.page.tsx'

const w = citizenId.ask
const pathOf = (id: string) => `${ROOT}/permintaan/${id}`

type Model = { request: PrivacyRequest; person: string; present: string | undefined; plan: ErasurePlan | undefined }

async function readRequest({ unit, tools, actor, params }: Allowed): Promise<Model | undefined> {
  const request = await findRequest(unit.tx, params['id'] ?? '')
  const person = request && await findPerson(unit.tx, tools.keys, request.personId)
  if (!request || !person) return undefined
  unit.looked(request.officeId, actor, 'privacy.request', { kind: 'privacy-request', id: request.id, personId: request.personId })
  const present = request.field && request.field !== 'other' ? person[request.field] : undefined
  return { request, person: person.name, present, plan: request.kind === 'erasure' && isOpen(request.state) ? await planOf(unit.tx, tools, request.personId) : undefined }
}

function DecideForm({ request, form }: { request: PrivacyRequest; form: Form }) {
  const hint = t.grantHint[request.field === 'other' ? 'other' : request.kind]
  return (
    <Card title={t.decide} side={request.state === 'received'
      ? <form method="post"><Button name="step" value="take" look="secondary" small>{t.take}</Button></form> : undefined}>
      <form method="post" class="stack prose" noValidate>
        <RadioGroup name="step" label={t.step} value={typedIn(form, 'step')} error={problemOf(form.problems, 'step')}
          choices={[{ value: 'grant', label: t.steps['grant'] ?? '', hint }, { value: 'refuse', label: t.steps['refuse'] ?? '' }]} />
        <SelectField name="reasonCode" label={t.reason} hint={t.reasonHint} optional value={typedIn(form, 'reasonCode')} error={problemOf(form.problems, 'reasonCode')}
          choices={reasonsFor(request.kind).map((value) => ({ value, label: w.reasons[value] }))} />
        <TextArea name="explanation" label={t.explanation} hint={t.explanationHint} optional rows={4} maxLength={1000} value={typedIn(form, 'explanation')}
          error={problemOf(form.problems, 'explanation')} />
        <div class="row"><Button>{t.button}</Button></div>
      </form>
    </Card>
  )
}

/** One request, before the officer in charge. */
export const officeRequestPage = page({
  path: `${ROOT}/permintaan/:id`,
  right: 'privacy.decide',
  access: requestAccess,
  fields: z.object({
    step: z.enum(['take', 'grant', 'refuse'], { error: t.stepNeeded }), reasonCode: z.string().optional(), explanation: z.string().max(1000).optional(),
  }),
  read: readRequest,
  view({ request, person, present, plan }, { unit, query, actor }, form) {
    const own = request.personId === actor.personId
    const { article, sure } = CLOCKS[request.kind]
    return privacyScreen({
      tab: 'requests', title: `${w.kinds[request.kind].short} ${request.reference}`, form, back: { href: ROOT, text: t.title }, notice: t.saved[query['sudah'] ?? ''],
      side: <ClockTag dueAt={request.dueAt} open={isOpen(request.state)} now={unit.now} />,
      children: (
        <>
          <Summary rows={[{ label: t.person, value: person }, ...(present === undefined ? [] : [{ label: t.now, value: present }]), ...requestRows(request, w)]} />
          <p class="soft">{t.clock(article, sure)}</p>
          {plan && <Card title={t.plan}><p>{t.planLead}</p><PlanTables plan={plan} t={w} /></Card>}
          {own && <Notice tone="warning"><p>{t.own}</p></Notice>}
          {!own && isOpen(request.state) && <DecideForm request={request} form={form} />}
          <Answer request={request} t={w} />
          {request.channel === 'counter' && <Downloads request={request} path={pathOf(request.id)} now={unit.now} title={t.copies} t={w} />}
        </>
      ),
    })
  },
  async send({ unit, tools, actor, params }, { step, reasonCode, explanation }) {
    const decided = await decideRequest(unit, tools, actor, params['id'] ?? '', { step, explanation, ...(reasonCode && isReason(reasonCode) ? { reasonCode } : {}) })
    return decided.ok ? ok({ goTo: `${pathOf(decided.value.id)}?sudah=${step}` }) : decided
  },
})
