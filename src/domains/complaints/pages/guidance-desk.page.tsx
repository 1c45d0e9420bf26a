import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Summary } from '../../../ui/summary.tsx'
import type { Actor } from '../../../kernel/rights.ts'
import { type GuidanceStep, reviewGuidance } from '../guidance.ts'
import { type Guidance, listProposed, listPublished } from '../guidance-store.ts'
import { complaintsId } from '../messages.id.ts'
import { deskScreen } from './desk.tsx'
import { DESK_GUIDANCE } from './paths.ts'

const t = complaintsId.guidance

function Entry({ one, actor, steps }: { one: Guidance; actor: Actor; steps: { step: GuidanceStep; text: string }[] }) {
  return (
    <Card title={one.question}>
      <Summary rows={[{ label: t.answer, value: one.answer }]} />
      {one.proposedBy === actor.accountId ? <p class="soft">{t.own}</p> : (
        <form method="post" class="row">
          <input type="hidden" name="id" value={one.id} />
          {steps.map(({ step, text }, at) => <Button key={step} name="act" value={step} look={at === 0 && step === 'approve' ? 'primary' : 'secondary'}>{text}</Button>)}
        </form>
      )}
    </Card>
  )
}

/** Answers that shall become guidance, for a second officer to look at; and those that are published, to be taken back. */
export const guidanceDeskPage = page({
  path: DESK_GUIDANCE,
  right: 'guidance.review',
  fields: z.object({ id: z.string(), act: z.enum(['approve', 'decline', 'withdraw']) }),
  read: async ({ unit, actor }) => ({ proposed: await listProposed(unit.tx, actor.officeId), published: await listPublished(unit.tx, actor.officeId, 100) }),
  view: ({ proposed, published }, { actor, query }) => deskScreen({
    actor, tab: 'guidance', title: t.title, lead: t.lead, ...(query['selesai'] === undefined ? {} : { notice: t.states[query['selesai']] }),
    children: (
      <>
        <h2>{t.waiting}</h2>
        {proposed.length === 0 ? <EmptyState icon="check-circle" title={t.none}><p>{t.noneTodo}</p></EmptyState> : <Notice><p>{t.check}</p></Notice>}
        {proposed.map((one) => <Entry key={one.id} one={one} actor={actor} steps={[{ step: 'approve', text: t.approve }, { step: 'decline', text: t.decline }]} />)}
        {published.length > 0 && <h2>{t.published}</h2>}
        {published.map((one) => <Entry key={one.id} one={one} actor={actor} steps={[{ step: 'withdraw', text: t.withdraw }]} />)}
      </>
    ),
  }),
  async send({ unit, actor }, { id, act }) {
    const done = await reviewGuidance(unit, actor, id, act)
    return done.ok ? ok({ goTo: `${DESK_GUIDANCE}?selesai=${done.value.state}` }) : done
  },
})
