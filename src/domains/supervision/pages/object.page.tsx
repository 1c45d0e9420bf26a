import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed, Language, UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type CaseCard, findCaseAccess, findCaseCard } from '../../applications/index.ts'
import { dateText } from '../../services/index.ts'
import type { MayObject } from '../core/objection.ts'
import { type Objection, listOfApplication } from '../objection-store.ts'
import { objectionEn } from '../objection-words.en.ts'
import { objectionId } from '../objection-words.id.ts'
import { fileObjection, judgeObjection } from '../objections.ts'
import { TONE_OF_OBJECTION } from './objection-tone.ts'

type Model = { card: CaseCard; objections: Objection[]; possible: MayObject }

const wordsOf = (lang: Language) => (lang === 'en' ? objectionEn : objectionId)

async function read({ unit, actor, params }: Allowed): Promise<Model | undefined> {
  const card = await findCaseCard(unit.tx, params['id'] ?? '')
  if (!card || card.status === 'draft') return undefined
  const objections = await listOfApplication(unit.tx, card.id)
  if (actor.kind === 'officer' && objections.length > 0) unit.looked(card.officeId, actor, 'objection.read', { kind: 'application', id: card.id, personId: card.ownerId })
  const possible = await judgeObjection(unit, card, objections)
  return { card, objections, possible: possible.ok ? possible.value : { may: false, why: 'nothing' } }
}

function Mine({ one, lang }: { one: Objection; lang: Language }) {
  const t = wordsOf(lang)
  const day = (date: Date) => dateText(wibDate(fromDb(date)), lang)
  return (
    <Card title={t.mine} side={<StatusTag tone={TONE_OF_OBJECTION[one.state]} text={t.states[one.state]} />}>
      <p><b>{t.meaning[one.state]}</b></p>
      <Summary rows={[
        { label: t.filed, value: day(one.filedAt) },
        ...(one.state === 'open' ? [{ label: t.settleBy, value: day(one.settleBy) }] : []),
        ...(one.fulfilBy !== null && one.state !== 'fulfilled' ? [{ label: t.fulfilBy, value: day(one.fulfilBy) }] : []),
        { label: t.yours, value: one.reason },
        ...(one.answer === null ? [] : [{ label: t.answer, value: one.answer }]),
      ]} />
    </Card>
  )
}

function ObjectForm({ possible, lang, form }: { possible: Extract<MayObject, { may: true }>; lang: Language; form: Form }) {
  const t = wordsOf(lang)
  const typed = form.values['reason']
  return (
    <>
      <div class="prose">
        <ul>{t.rights.map((line) => <li key={line}>{line}</li>)}</ul>
        {possible.until !== null && <p>{t.until(dateText(wibDate(possible.until.subtract({ seconds: 1 })), lang))}</p>}
      </div>
      <form method="post" class="stack" noValidate>
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={6} value={typeof typed === 'string' ? typed : ''} error={problemOf(form.problems, 'reason')} />
        <div><Button>{t.send}</Button></div>
      </form>
      <p class="soft">{t.basis}</p>
    </>
  )
}

/** Where an applicant objects, and where he reads what became of it. */
export const objectPage = page({
  path: '/permohonan/:id/keberatan',
  right: 'objection.read',
  access: (ask: UnitAsk) => findCaseAccess(ask.unit.tx, ask.params['id'] ?? ''),
  read,
  view({ card, objections, possible }, ask, form) {
    const t = wordsOf(ask.lang)
    const title = objections.length > 0 && !possible.may ? t.link : t.title
    return {
      title, variant: ask.actor.kind === 'officer' ? 'officer' : 'applicant', wrong: form.problems.length > 0,
      ...(ask.query['terkirim'] === undefined ? {} : { notice: t.sent }),
      body: (
        <>
          <BackLink href={ask.actor.kind === 'officer' ? `/petugas/permohonan/${card.id}` : `/permohonan/${card.id}`} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} over={<span class="mono">{card.reference}</span>}
            lead={possible.may ? t.lead[possible.ground] : objections.length === 0 ? t.why[possible.why] : undefined} />
          {possible.may && <ObjectForm possible={possible} lang={ask.lang} form={form} />}
          {objections.map((one) => <Mine key={one.id} one={one} lang={ask.lang} />)}
        </>
      ),
    }
  },
  fields: z.object({ reason: z.string().default('') }),
  async send(ask, { reason }, { card }): Promise<Result<Sent>> {
    const filed = await fileObjection(ask.tools, ask.unit, ask.actor, card.id, reason)
    return filed.ok ? ok({ goTo: `/permohonan/${card.id}/keberatan?terkirim` }) : filed
  },
})
