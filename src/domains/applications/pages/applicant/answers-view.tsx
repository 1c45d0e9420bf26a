import type { ComponentChildren } from 'preact'
import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { Card } from '../../../../ui/card.tsx'
import { Summary, type SummaryRow } from '../../../../ui/summary.tsx'
import type { Place } from '../../../office/index.ts'
import { type Question, isAsked, isEntries } from '../../../services/index.ts'
import { isOpen } from '../../commands/draft.ts'
import { answerText, entryText } from './answer-text.ts'
import { type CaseFile, formWordsOf, wordsOf } from './case-file.ts'
import { FROM_CHECK, askedFiles, isNeeded, isStatement, pathOf } from './form-parts.ts'
import { sizeText } from './frame.tsx'

/** The row of a part; its id is where the line of the error summary leads. */
const row = (field: string, label: string, value: ComponentChildren, empty: string, change: string | undefined): SummaryRow => ({
  label, change, value: <span id={field} tabindex={-1}>{value ?? <span class="soft">{empty}</span>}</span>,
})

/** Where the registry keeps a business; officers have their own page for it. */
export const businessPath = (ask: Pick<Allowed, 'actor'>, id: string): string => (ask.actor.kind === 'officer' ? `/petugas/usaha/${id}` : `/usaha/${id}`)
export const cooperativePath = (ask: Pick<Allowed, 'actor'>, id: string): string =>
  (ask.actor.kind === 'officer' ? `/petugas/koperasi/${id}` : `/koperasi/${id}`)

type SubjectProps = { file: CaseFile; place: Place | undefined; ask: Pick<Allowed, 'actor' | 'lang'> }

function CooperativeCardView({ file: { cooperative, owner }, place, ask }: SubjectProps) {
  const words = wordsOf(ask.lang)
  const t = words.check
  return (
    <Card title={words.receipt.cooperative}>
      <Summary rows={[
        row('cooperativeId', t.cooperativeName, cooperative?.name, t.empty, cooperative && cooperativePath(ask, cooperative.id)),
        { label: t.cooperativeRegistry, value: cooperative?.registryNumber },
        { label: t.legalEntity, value: cooperative?.legalEntityNumber },
        { label: words.receipt.owner, value: owner.name },
        { label: t.place, value: place && `${place.village}, ${place.district}` },
      ]} />
    </Card>
  )
}

/** The business or the cooperative as the registry holds it: told once, not asked again here. Nothing where one asks for oneself. */
export function SubjectCard(props: SubjectProps) {
  const { subject } = props.file.definition
  if (subject === 'person') return null
  return subject === 'cooperative' ? <CooperativeCardView {...props} /> : <BusinessCardView {...props} />
}

function BusinessCardView({ file: { business, owner }, place, ask }: SubjectProps) {
  const words = wordsOf(ask.lang)
  const t = words.check
  return (
    <Card title={t.business}>
      <Summary rows={[
        row('businessId', t.name, business?.name, t.empty, business && businessPath(ask, business.id)),
        { label: t.registry, value: business?.registryNumber },
        { label: t.owner, value: owner.name },
        { label: t.place, value: place && `${place.village}, ${place.district}` },
        { label: t.scale, value: business?.scale ? words.begin.scaleIs(words.begin.scales[business.scale] ?? business.scale) : t.notScaled },
      ]} />
    </Card>
  )
}

type Part = { file: CaseFile; lang: Language; changeable?: boolean }

const changeTo = ({ file, changeable }: Part, key: string, kind: 'question' | 'file'): string | undefined =>
  changeable && isOpen(file.application, file.definition, key) ? `${pathOf(file.application.id, { kind, key })}${FROM_CHECK}` : undefined

/** An answer; entries as a list, and under a disputed one what the registry said. */
function answerOf({ file: { state, form, application }, lang }: Part, question: Question): ComponentChildren {
  const answer = state.answers[question.key]
  if (question.type === 'group' && isEntries(answer)) return answer.length > 0 && <ol>{answer.map((entry, at) => <li key={at}>{entryText(question, entry, lang)}</li>)}</ol>
  const said = answerText(question, answer, lang)
  const noted = form.notes.known[question.key]
  const live = form.settled.states[question.key] === 'disputed' && question.key in state.known ? state.known[question.key] : undefined
  const registry = live ?? (application.status !== 'draft' && noted?.state === 'disputed' ? noted.said : undefined)
  if (registry === undefined) return said
  return <>{said}<br /><span class="soft">{formWordsOf(lang).known.disputed(answerText(question, registry, lang) ?? '')}</span></>
}

export function AnswersCard(part: Part) {
  const { file: { definition, state }, lang } = part
  const t = wordsOf(lang).check
  const asked = definition.questions.filter((one) => !isStatement(one) && isAsked(one, state.answers, state.facts))
  return (
    <Card title={t.answers}>
      <Summary rows={asked.map((one) =>
        row(`answers.${one.key}`, one.label[lang], answerOf(part, one), t.empty, changeTo(part, one.key, 'question')))} />
    </Card>
  )
}

/** Papers with their files; of several of which one is enough only those that are there, or all while none is. */
export function PapersCard(part: Part) {
  const { file: { given, state }, lang } = part
  const words = wordsOf(lang)
  const shown = askedFiles(state).filter((one) => state.given.has(one.key) || isNeeded(state, one) || one.oneOf === undefined)
  return (
    <Card title={words.check.papers}>
      <Summary rows={shown.map((one) => {
        const kept = given.find((file) => file.requirement === one.key)
        const value = kept && (
          <a href={`/berkas/${kept.id}`}>
            {words.files.kind(kept.mediaType, sizeText(kept.size, lang), kept.pages)}<span class="visually-hidden"> {one.label[lang]}</span>
          </a>
        )
        const empty = one.required ? words.check.notUploaded : words.check.notGiven
        return row(`attachments.${one.key}`, one.label[lang], value, empty, changeTo(part, one.key, 'file'))
      })} />
    </Card>
  )
}
