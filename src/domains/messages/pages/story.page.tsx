import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { deskId } from '../desk-messages.id.ts'
import { type HistoryStep, findMessage } from '../history-store.ts'
import { messageNames } from '../message-names.ts'
import { storyId } from '../story-messages.id.ts'
import { DESK } from './desk-frame.tsx'

const t = deskId.story

/** A reason of ours has a word of its own; one of a provider is explained. */
function whyOf({ reason }: HistoryStep): string | undefined {
  if (reason === null) return undefined
  return storyId.reasons[reason] ?? deskId.failure(reason)
}

/** A message that waits again after a provider had it is an attempt that failed. */
const titleOf = ({ state, provider }: HistoryStep): string => (state === 'waiting' && provider !== null ? t.attempt : storyId.states[state])

function byOf({ provider, road, by }: HistoryStep): string | undefined {
  if (by !== null) return by
  if (provider !== null) return deskId.providers.names[provider] ?? provider
  return road === null ? undefined : storyId.roads[road]
}

/** What became of one message, step by step. */
export const storyPage = page({
  path: '/petugas/pesan/:id',
  right: 'message.retry',
  async read({ unit, actor, params }) {
    const id = z.uuid().safeParse(params['id'])
    return id.success ? findMessage(unit.tx, actor.officeId, id.data) : undefined
  },
  view: (message) => ({
    title: t.title, variant: 'officer', back: { href: DESK.tasks, text: t.back },
    body: (
      <>
        <PageHeading title={messageNames(message.template, 'id')} over={t.title} />
        {message.body !== '' && <Card title={t.text}><p>{message.body}</p></Card>}
        <Timeline items={message.steps.map((step, at) => ({
          state: at === message.steps.length - 1 ? 'now' : 'done', title: titleOf(step), when: shortMoment(step.at), at: formatInstant(step.at), by: byOf(step), note: whyOf(step),
        }))} />
      </>
    ),
  }),
})
