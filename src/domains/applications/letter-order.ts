import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, ok } from '../../kernel/result.ts'
import { longDate, wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type LetterOrder } from '../letters/index.ts'
import { findPersonCard, letterSubject } from '../registry/index.ts'
import { type Answers, type FactName, type ServiceDefinition, factsInLetter, isAsked, isWorded, letterWords } from '../services/index.ts'
import { factsFor } from './facts.ts'
import { applicationsId as words } from './messages.id.ts'
import type { Application } from './store.ts'
import { listSurveys } from './survey-store.ts'

/** The purpose as the letter says it: the chosen option, or what was typed, and whom it is addressed to. Empty where none is asked. */
function purposeOf(application: Pick<Application, 'answers'>, definition: ServiceDefinition): string {
  const { purpose, purposeOther, addressedTo } = application.answers
  const question = definition.questions.find((one) => one.key === 'purpose')
  const other = definition.questions.find((one) => one.key === 'purposeOther')
  const typed = question?.type === 'text' && typeof purpose === 'string' ? purpose : ''
  const chosen = question?.options?.find((option) => option.value === purpose)?.label.id ?? typed
  const said = other && isAsked(other, application.answers) && typeof purposeOther === 'string' ? purposeOther : chosen
  return said !== '' && typeof addressedTo === 'string' && addressedTo !== '' ? words.purposeTo(said, addressedTo) : said
}

/** Of a case, what its letter says. */
type LetterCase = Pick<
  Application,
  'id' | 'officeId' | 'reference' | 'serviceCode' | 'ownerId' | 'businessId' | 'cooperativeId' | 'villageCode' | 'answers' | 'outcome' | 'submittedAt' | 'createdAt'
>
type Letter = NonNullable<ServiceDefinition['letter']>
type Ordering = { tools: Tools; tx: Tx; application: LetterCase; definition: ServiceDefinition; letter: Letter }

const common = ({ application, definition, letter }: Ordering) => ({
  officeId: application.officeId, applicationId: application.id, reference: application.reference, businessId: application.businessId,
  cooperativeId: application.cooperativeId, villageCode: application.villageCode, kind: definition.code, title: letter.kind.id, classification: letter.class,
  template: letter.template, validity: letter.validity, uses: letter.uses ?? null, purpose: purposeOf(application, definition),
})

/** The letter whose template has wording of its own (UM-02): everything is read from the registry. */
async function microOrder(ordering: Ordering, businessId: string): Promise<LetterOrder> {
  const { tools, tx, application, definition } = ordering
  const subject = await letterSubject(tx, tools.keys, tools.clock(), businessId)
  const statedOn = wibDate(fromDb(application.submittedAt ?? application.createdAt))
  return {
    ...common(ordering), holderId: subject.holderId, holder: subject.holder.name, business: subject.business.name, scale: subject.scale, place: subject.place,
    words: {
      purpose: purposeOf(application, definition), criterion: subject.criterion, statedOn: statedOn.toString(), holder: subject.holder, business: subject.business,
    },
  }
}

/** What every letter of a definition needs beside what its text names: whom and what it is about, for the register and the code. */
const ALWAYS: readonly FactName[] = ['owner.name', 'business.name', 'business.place', 'business.scale', 'cooperative.name', 'cooperative.place']

const SCALES: ReadonlySet<string> = new Set(['micro', 'small', 'medium', 'large'])
const isScale = (scale: unknown): scale is LetterOrder['scale'] => typeof scale === 'string' && SCALES.has(scale)

/** What was answered in a case, by the applicant, at the place, and when it ended. */
async function allAnswers({ tx, application }: Ordering): Promise<Answers> {
  const survey = (await listSurveys(tx, application.id)).findLast((one) => one.answers !== null)
  return { ...application.answers, ...survey?.answers, ...application.outcome }
}

/** The letter that the definition words. A hole is told, not printed. */
async function wordedOrder(ordering: Ordering): Promise<Result<LetterOrder>> {
  const { tools, tx, application, definition, letter } = ordering
  const reading = { tx, keys: tools.keys, now: tools.clock() }
  const { facts } = await factsFor(reading, application, new Set([...ALWAYS, ...factsInLetter(letter)]))
  const questions = [...definition.questions, ...definition.survey, ...definition.outcome]
  const optional = new Set(questions.filter((one) => !one.required || one.showWhen !== undefined).map((one) => one.key))
  const spelling = { day: (iso: string) => longDate(Temporal.PlainDate.from(iso)) }
  const said = letterWords(letter, { facts, answers: await allAnswers(ordering), questions, spelling }, optional)
  if (!said.ok) return conflict('letter-holes', words.letterHoles(said.error.join(', ')))
  const text = (name: FactName) => (typeof facts[name] === 'string' ? facts[name] : undefined)
  const scale = facts['business.scale']
  return ok({
    ...common(ordering), holderId: application.ownerId, holder: text('owner.name') ?? (await findPersonCard(tx, application.ownerId))?.name ?? '',
    business: text('business.name') ?? text('cooperative.name') ?? '', scale: isScale(scale) ? scale : 'none',
    place: text('business.place') ?? text('cooperative.place') ?? '', words: { ...said.value, uses: letter.uses ?? null },
  })
}

/** What the letter of a case says, read from the registry and the answers. */
export async function orderOf(tools: Tools, tx: Tx, application: LetterCase, definition: ServiceDefinition): Promise<Result<LetterOrder>> {
  const { letter } = definition
  if (!letter) throw new Error('a letter was asked for a case that ends in none')
  const ordering = { tools, tx, application, definition, letter }
  if (isWorded(letter)) return wordedOrder(ordering)
  if (application.businessId === null) throw new Error('a letter about a business was asked for a case that has none')
  return ok(await microOrder(ordering, application.businessId))
}
