import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { longDate, longMoment, shortMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { purposeText } from '../../accounts/index.ts'
import { VERDICTS } from '../core/look-rules.ts'
import { type FlaggedLook, type LookFlag, acknowledgeFlag, findFlag, looksBehind } from '../flag-store.ts'
import { privacyId } from '../messages.id.ts'
import { ROOT, privacyScreen } from './frame.tsx'

const t = privacyId.flags
const PATH = `${ROOT}/lihat`
const SHOWN = 100

export const remarkSchema = z.string().trim().min(10, t.remarkNeeded).max(1000, t.remarkNeeded)

/** Whoever examines looks at these people as well, once each. */
function traceReview({ unit, actor }: Allowed, flag: LookFlag, looks: readonly FlaggedLook[]): void {
  for (const personId of new Set(looks.map((look) => look.personId))) {
    unit.looked(actor.officeId, actor, 'look.review', { kind: 'look-flag', id: flag.id, personId })
  }
}

const Looks = ({ looks }: { looks: FlaggedLook[] }) => (
  <Card title={t.looks}>
    <p class="soft">{looks.length === 0 ? t.noLooks : t.looksLead(SHOWN)}</p>
    {looks.length > 0 && (
      <DataTable caption={t.looks} quietCaption rows={looks} rowKey={(look) => `${look.at.toString()} ${look.kind} ${look.personId}`} columns={[
        { key: 'at', header: t.when, cell: (look) => shortMoment(look.at) },
        { key: 'person', header: t.person, cell: (look) => look.person },
        { key: 'purpose', header: t.purpose, cell: (look) => purposeText(look, 'id') },
      ]} />
    )}
  </Card>
)

const AnswerForm = ({ form }: { form: Form }) => (
  <Card title={t.answer}>
    <form method="post" class="stack prose" noValidate>
      <RadioGroup name="verdict" label={t.verdict} choices={VERDICTS.map((value) => ({ value, label: t.verdicts[value] }))}
        value={typedIn(form, 'verdict')} error={problemOf(form.problems, 'verdict')} />
      <TextArea name="remark" label={t.remark} hint={t.remarkHint} rows={4} maxLength={1000} value={typedIn(form, 'remark')} error={problemOf(form.problems, 'remark')} />
      <div class="row"><Button>{t.button}</Button></div>
    </form>
  </Card>
)

/** One flag: what is behind it, and the answer to it. */
export const flagPage = page({
  path: `${PATH}/:id`,
  right: 'look.review',
  fields: z.object({ verdict: z.enum(VERDICTS, { error: t.verdictNeeded }), remark: remarkSchema }),
  async read(ask) {
    const { unit, actor, params } = ask
    const flag = await findFlag(unit.tx, actor.officeId, params['id'] ?? '')
    if (!flag) return undefined
    const looks = await looksBehind(unit.tx, flag, SHOWN)
    traceReview(ask, flag, looks)
    return { flag, looks }
  },
  view({ flag, looks }, { actor, query }, form) {
    const own = flag.accountId === actor.accountId
    return privacyScreen({
      tab: 'flags', title: t.detail, form, back: { href: PATH, text: t.title }, notice: query['sudah'] === 'jawab' ? t.saved : undefined,
      children: (
        <>
          <Summary rows={[
            { label: t.officer, value: flag.officer },
            { label: t.day, value: longDate(Temporal.PlainDate.from(flag.day)) },
            { label: t.why, value: t.words(flag.rule, flag.facts) },
            ...(flag.verdict && flag.acknowledgedAt ? [
              { label: t.verdict, value: t.verdicts[flag.verdict] }, { label: t.remark, value: flag.remark }, { label: t.answeredAt, value: longMoment(flag.acknowledgedAt) },
            ] : []),
          ]} />
          {own && <Notice tone="warning"><p>{t.own}</p></Notice>}
          {!own && flag.verdict === undefined && <AnswerForm form={form} />}
          <Looks looks={looks} />
        </>
      ),
    })
  },
  async send({ unit, actor, params }, fields) {
    const done = await acknowledgeFlag(unit, actor, params['id'] ?? '', fields)
    return done.ok ? ok({ goTo: `${PATH}/${done.value.id}?sudah=jawab` }) : done
  },
})
