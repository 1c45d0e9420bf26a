import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import type { MessageStory } from '../history-store.ts'
import { messageNames } from '../message-names.ts'
import type { CaseReply } from '../replies.ts'
import { storyEn } from '../story-messages.en.ts'
import { type StoryWords, storyId } from '../story-messages.id.ts'

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
  const columns: Column<MessageStory>[] = [
    { key: 'message', header: t.columns.message, names: true, cell: (one) => messageNames(one.template, lang) },
    { key: 'state', header: t.columns.state, cell: (one) => stateText(one, t) },
    { key: 'at', header: t.columns.at, cell: (one) => shortMoment(one.steps.at(-1)?.at ?? one.createdAt) },
  ]
  return (
    <Card title={t.title}>
      <p class="soft">{reader === 'officer' ? t.leadOfficer : t.lead} {reader === 'applicant' && <a href="/akun/pesan">{t.change}</a>}</p>
      <DataTable caption={t.caption} quietCaption columns={columns} rows={stories} rowKey={(one) => one.id} />
      {replies.length > 0 && (
        <>
          <h3>{t.replies}</h3>
          <ul>{replies.map((one) => <li key={one.id}><time datetime={formatInstant(one.at)} class="soft">{shortMoment(one.at)}</time> {one.body}</li>)}</ul>
        </>
      )}
    </Card>
  )
}
