import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { type Entry, type Question, isEntries } from '../../../services/index.ts'
import { entryText } from './answer-text.ts'
import { type CaseFile, formWordsOf, wordsOf } from './case-file.ts'
import { entryHoles } from './entry-mark.ts'
import { FROM_CHECK, isFromCheck, pathOf } from './form-parts.ts'

/** The entries of a group as they are kept; none where nothing is. */
export function entriesOf(file: CaseFile, question: Question): Entry[] {
  const answer = file.application.answers[question.key]
  return isEntries(answer) ? answer : []
}

/** Address of the page of one entry; `baru` is one to be added. */
export const entryPath = (id: string, question: Question, at: number | 'baru', fromCheck: boolean): string =>
  `${pathOf(id, { kind: 'question', key: question.key })}/${at === 'baru' ? at : at + 1}${fromCheck ? FROM_CHECK : ''}`

type Props = { file: CaseFile; question: Question; ask: Allowed; problems: readonly string[] }

function EntryRow({ file, question, ask, entry, at }: Omit<Props, 'problems'> & { entry: Entry; at: number }) {
  const t = formWordsOf(ask.lang).group
  const holes = entryHoles(question, entry, { ...file.state.answers }, file.state.facts)
  const name = entryText(question, entry, ask.lang)
  return (
    <Card title={t.nth(at + 1)} side={holes > 0 ? <StatusTag tone="warning" text={t.holes} /> : undefined}>
      <p>{name}</p>
      <div class="row">
        <ButtonLink href={entryPath(file.application.id, question, at, isFromCheck(ask.query))} look="secondary" small>
          {t.change}<span class="visually-hidden"> {t.nth(at + 1)}, {name}</span>
        </ButtonLink>
      </div>
    </Card>
  )
}

const leadOf = (question: Question, count: number, lang: Language): string => {
  const t = formWordsOf(lang).group
  const { least = 0 } = question
  return `${t.count(count, least, question.most)}. ${count < least ? t.still(least - count) : count > 0 ? t.enough : ''}`
}

/** A question with a list of entries: those that are there, one more, and on. */
export function GroupList({ file, question, ask, problems }: Props) {
  const t = formWordsOf(ask.lang).group
  const entries = entriesOf(file, question)
  const { id } = file.application
  const enough = entries.length >= (question.least ?? 1)
  const full = question.most !== undefined && entries.length >= question.most
  return (
    <>
      <PageHeading title={question.label[ask.lang]} lead={leadOf(question, entries.length, ask.lang)} />
      {question.hint && <p>{question.hint[ask.lang]}</p>}
      {problems.length > 0 && <Notice tone="warning" title={t.wrong}><ul>{problems.map((one) => <li key={one}>{one}</li>)}</ul></Notice>}
      {entries.length === 0 && <p class="soft">{t.empty}</p>}
      {entries.map((entry, at) => <EntryRow key={at} file={file} question={question} ask={ask} entry={entry} at={at} />)}
      <form method="post" class="stack">
        <div class="row">
          {!full && <ButtonLink href={entryPath(id, question, 'baru', isFromCheck(ask.query))} look={enough ? 'secondary' : 'primary'}>
            {entries.length === 0 ? t.add : t.addAnother}
          </ButtonLink>}
          <Button look={enough ? 'primary' : 'secondary'}>{t.on}</Button>
          <ButtonLink href="/permohonan" look="link">{wordsOf(ask.lang).later}</ButtonLink>
        </div>
      </form>
    </>
  )
}
