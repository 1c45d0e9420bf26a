import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { Card } from '../../../ui/card.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { State } from '../core/life.ts'
import type { MessageStory } from '../history-store.ts'
import { messageNames } from '../message-names.ts'
import type { CaseReply } from '../replies.ts'
import { storyEn } from '../story-messages.en.ts'
import { type StoryWords, storyId } from '../story-messages.id.ts'

const ARRIVED: ReadonlySet<State> = new Set(['sent', 'delivered', 'read', 'settled'])

/** Settled says little by itself: what it came to is what counts. */
function stateText(story: MessageStory, t: StoryWords): string {
  const last = story.steps.at(-1)
  const reason = last?.reason ? t.reasons[last.reason] : undefined
  if (story.state === 'settled' && reason !== undefined) return reason
  const road = story.road !== null && story.state !== 'slip' && ['sent', 'delivered', 'read'].includes(story.state) ? t.roads[story.road] : undefined
  return road === undefined ? t.states[story.state] : `${t.states[story.state]} ${t.by(road)}`
}

type CaseMessagesProps = { stories: MessageStory[]; replies: CaseReply[]; lang: 'id' | 'en'; reader: 'applicant' | 'officer' }

/** What was told about a case and whether it arrived: for its applicant, and for those who handle it. */
export function CaseMessages({ stories, replies, lang, reader }: CaseMessagesProps) {
  if (stories.length === 0 && replies.length === 0) return null
  const t = lang === 'en' ? storyEn : storyId
  return (
    <Card title={t.title}>
      <p class="soft">{reader === 'officer' ? t.leadOfficer : t.lead} {reader === 'applicant' && <a href="/akun/pesan">{t.change}</a>}</p>
      <Timeline items={stories.map((one) => {
        const at = one.steps.at(-1)?.at ?? one.createdAt
        return { state: ARRIVED.has(one.state) ? 'done' : 'next', title: messageNames(one.template, lang), by: stateText(one, t), when: shortMoment(at), at: formatInstant(at) }
      })} />
      {replies.length > 0 && (
        <>
          <h3>{t.replies}</h3>
          <div class="prose"><ul>{replies.map((one) => <li key={one.id}><time datetime={formatInstant(one.at)} class="soft">{shortMoment(one.at)}</time> {one.body}</li>)}</ul></div>
        </>
      )}
    </Card>
  )
}
