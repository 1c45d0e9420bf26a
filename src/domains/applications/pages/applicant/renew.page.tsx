import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { wibDate } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Allowed, UnitAsk } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { findMandate } from '../../../accounts/index.ts'
import { findHeldLetter } from '../../../letters/index.ts'
import { type PersonCard, findPersonCard } from '../../../registry/index.ts'
import { dateText, isAsked, isMetBy, wordProblems } from '../../../services/index.ts'
import { type Renewal, readRenewal, renew, stopsOf } from '../../commands/renew.ts'
import { RENEWAL_RULE } from '../../core/renewal.ts'
import { answerText } from './answer-text.ts'
import { caseWordsOf, formWordsOf, wordsOf } from './case-file.ts'
import { isStatement } from './form-parts.ts'
import { Helping, variantFor } from './frame.tsx'

type Model = { renewal: Renewal; owner: PersonCard; mandateId: string | undefined }
type Props = { renewal: Renewal; ask: Allowed }

const letterIdOf = ({ params }: Pick<UnitAsk, 'params'>) => params['letter'] ?? ''

/** Why the letter cannot be renewed here, and where to go instead. */
function NotHere({ renewal, ask }: Props) {
  const t = formWordsOf(ask.lang).renew
  const { letter, definition, window, underway } = renewal
  const begin = `/permohonan/baru?${new URLSearchParams({ layanan: definition.code, ...(ask.actor.kind === 'officer' ? { warga: renewal.ownerId ?? letter.holderId } : {}) })}`
  if (underway) return <EmptyState title={t.underway}><div class="row"><ButtonLink href={`/permohonan/${underway.id}`}>{t.see}</ButtonLink></div></EmptyState>
  const opens = letter.validUntil === null ? undefined : Temporal.PlainDate.from(letter.validUntil).subtract({ days: RENEWAL_RULE.opensDays })
  if (window === 'not-yet' && opens) return <EmptyState title={t.notNow}><p>{t.notNowMore(dateText(opens, ask.lang))}</p></EmptyState>
  return (
    <EmptyState title={window === 'too-late' ? t.tooLate : t.closed}>
      <p>{window === 'too-late' ? t.tooLateMore : t.closedMore}</p>
      <div class="row"><ButtonLink href={begin}>{t.begin}</ButtonLink></div>
    </EmptyState>
  )
}

/** What was said then, what is known now, and which papers serve again. */
function Said({ renewal: { definition, answers, facts, papers }, ask }: Props) {
  const t = formWordsOf(ask.lang).renew
  const { lang } = ask
  const asked = definition.questions.filter((one) => !isStatement(one) && isAsked(one, answers, facts) && answers[one.key] !== undefined)
  const held = definition.requirements.filter((one) => isMetBy(one, facts)).map((one) => ({ label: one.label[lang], value: t.fromRecord }))
  const again = definition.requirements.flatMap((one) => {
    const paper = papers.find((file) => file.requirement === one.key)
    return paper ? [{ label: one.label[lang], value: <a href={`/berkas/${paper.id}`}>{t.fromEarlier(dateText(wibDate(fromDb(paper.addedAt)), lang))}</a> }] : []
  })
  return (
    <>
      <Card title={t.said}><Summary rows={asked.map((one) => ({ label: one.label[lang], value: answerText(one, answers[one.key], lang) }))} /></Card>
      {held.length + again.length > 0 && <Card title={t.papers}><Summary rows={[...held, ...again]} /></Card>}
    </>
  )
}

function Choice({ renewal, ask, form }: Props & { form: Form }) {
  const t = formWordsOf(ask.lang)
  const key = form.values['formKey']
  const stops = wordProblems(stopsOf(renewal), caseWordsOf(ask.lang), ask.lang)
  const warnings = wordProblems(renewal.problems.filter((one) => one.level === 'warn'), caseWordsOf(ask.lang), ask.lang)
  const statements = renewal.definition.questions.filter((one) => isStatement(one) && isAsked(one, renewal.answers, renewal.facts))
  return (
    <form method="post" class="stack">
      <input type="hidden" name="formKey" value={typeof key === 'string' ? key : randomUUID()} />
      {stops.length > 0 && (
        <Notice tone="warning" title={t.renew.needsMore}>
          <p>{t.renew.needsMoreLead}</p>
          <ul>{stops.map((one) => <li key={one.field}>{one.message}</li>)}</ul>
        </Notice>
      )}
      {warnings.length > 0 && stops.length === 0 && (
        <Notice tone="warning" title={t.warning.title}><ul>{warnings.map((one) => <li key={one.message}>{one.message}</li>)}</ul></Notice>
      )}
      {stops.length === 0 && statements.length > 0 && (
        <Notice title={t.renew.statement}><ul>{statements.map((one) => <li key={one.key}>{one.label[ask.lang]}</li>)}</ul></Notice>
      )}
      <p>{wordsOf(ask.lang).check.after(renewal.definition.limits.days)}</p>
      <div class="row">
        {stops.length === 0 && <Button icon="check" name="how" value="same">{t.renew.same}</Button>}
        <Button look={stops.length === 0 ? 'secondary' : 'primary'} name="how" value="changed">{stops.length === 0 ? t.renew.changed : t.renew.goOn}</Button>
      </div>
    </form>
  )
}

/** A letter near its end, or just past it: what was said then, and one confirmation to have it anew. */
export const renewPage = page({
  path: '/permohonan/perpanjang/:letter',
  right: 'application.create',
  async access(ask) {
    const letter = await findHeldLetter(ask.unit.tx, letterIdOf(ask), ask.unit.now)
    return letter && { officeId: letter.officeId, ownerId: letter.holderId, ...(letter.cooperativeId === null ? {} : { cooperativeId: letter.cooperativeId }), ...(letter.villageCode === null ? {} : { villageCode: letter.villageCode }) }
  },
  fields: z.object({ how: z.enum(['same', 'changed']).default('changed'), formKey: z.uuid() }),
  async read(ask): Promise<Model | undefined> {
    const { unit, actor, tools } = ask
    const renewal = await readRenewal({ tx: unit.tx, keys: tools.keys, now: unit.now }, actor, letterIdOf(ask))
    const owner = renewal && await findPersonCard(unit.tx, renewal.ownerId ?? renewal.letter.holderId)
    if (!renewal || !owner) return undefined
    if (actor.kind === 'officer') {
      unit.looked(renewal.letter.officeId, actor, 'application.read', { kind: 'application', id: renewal.letter.applicationId, personId: owner.id })
    }
    const mandate = actor.kind === 'officer' ? await findMandate(unit.tx, unit.now, { personId: owner.id, officerId: actor.accountId }) : undefined
    return { renewal, owner, mandateId: mandate?.id }
  },
  view({ renewal, owner, mandateId }, ask, form) {
    const words = formWordsOf(ask.lang).renew
    const title = words.title(renewal.definition.letter?.kind[ask.lang] ?? renewal.definition.name[ask.lang])
    const { number, validUntil } = renewal.letter
    const open = renewal.window === 'open' && renewal.underway === undefined
    const consented = ask.actor.kind === 'citizen' || mandateId !== undefined
    const t = wordsOf(ask.lang).begin
    return {
      title, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: (
        <>
          <Helping ask={ask} name={owner.name} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} lead={open ? words.lead : undefined} />
          {validUntil !== null && <p>{words.letter(number, dateText(validUntil, ask.lang))}</p>}
          {!consented && (
            <EmptyState title={t.noMandate}>
              <p>{t.noMandateMore}</p>
              <div class="row"><ButtonLink href={`/petugas/bantu/${owner.id}`}>{t.choosePerson}</ButtonLink></div>
            </EmptyState>
          )}
          {consented && open && <><Said renewal={renewal} ask={ask} /><Choice renewal={renewal} ask={ask} form={form} /></>}
          {consented && !open && <NotHere renewal={renewal} ask={ask} />}
        </>
      ),
    }
  },
  async send(ask, { how, formKey }, { renewal, mandateId }) {
    if (ask.actor.kind === 'officer' && !mandateId) return invalid([{ field: 'how', message: wordsOf(ask.lang).begin.noMandateMore }])
    if (renewal.underway) return ok({ goTo: `/permohonan/${renewal.underway.id}` })
    const begun = await renew({ tools: ask.tools, unit: ask.unit, actor: ask.actor, mandateId }, renewal, { unchanged: how === 'same', formKey })
    if (!begun.ok) return begun
    const { application, sent } = begun.value
    return ok({ goTo: sent ? `/permohonan/${application.id}/tanda-terima` : `/permohonan/${application.id}` })
  },
})
