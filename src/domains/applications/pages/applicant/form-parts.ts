import {
  type Answers, type Facts, type Question, type Requirement, type ServiceDefinition, isAsked, isEntries, isMetBy, missingRequirements,
} from '../../../services/index.ts'
import { isOpen } from '../../commands/draft.ts'
import type { Application } from '../../store.ts'

/** One page of the form: what is known beforehand, a question, the list of papers, one paper, or the last look before sending. */
export type Part = { kind: 'question'; key: string } | FilePart | { kind: 'known' | 'files' | 'check' }
type FilePart = { kind: 'file'; key: string }

/**
 * What the way through the form depends on. `given`: requirements with a file; `facts`: what is known of the applicant; `known`: answers
 * that follow from it; `answers`: all answers with the known ones among them.
 */
export type FormState = {
  definition: ServiceDefinition
  application: Pick<Application, 'status' | 'openItems' | 'answers'>
  given: ReadonlySet<string>
  facts: Facts
  known: Answers
  answers: Answers
}

/** A statement is signed on the last page, under everything it speaks of, and not asked on a page of its own. */
export const isStatement = (question: Question): boolean => question.mustBeTrue === true

/** The slot of a requirement: those of which one is enough share it. */
const slotOf = (requirement: Requirement): string => requirement.oneOf ?? requirement.key

const isHeld = (state: FormState, slot: string): boolean =>
  state.definition.requirements.some((one) => slotOf(one) === slot && isMetBy(one, state.facts))

/** The papers that are asked of this business; what its record already holds is not asked again. */
export function askedFiles(state: FormState): Requirement[] {
  return state.definition.requirements
    .filter((one) => state.given.has(one.key) || (isAsked(one, state.answers, state.facts) && !isHeld(state, slotOf(one))))
}

/** Is there a page that shows what is known beforehand? A returned case asks only for what was sent back. */
export const hasKnownPart = ({ application, known }: FormState): boolean => application.status === 'draft' && Object.keys(known).length > 0

/** The pages of the form in their order; of a returned case only what is open. */
export function partsOf(state: FormState): Part[] {
  const { definition, application } = state
  const open = (key: string) => isOpen(application, definition, key)
  const known = hasKnownPart(state)
  const questions = definition.questions
    .filter((one) => !isStatement(one) && isAsked(one, state.answers, state.facts) && open(one.key) && !(known && one.key in state.known))
  const files = askedFiles(state).filter((one) => open(one.key))
  const list: Part[] = application.status === 'draft' && files.length > 0 ? [{ kind: 'files' }] : []
  return [
    ...(known ? [{ kind: 'known' } as const] : []),
    ...questions.map((one): Part => ({ kind: 'question', key: one.key })), ...list,
    ...files.map((one): Part => ({ kind: 'file', key: one.key })), { kind: 'check' },
  ]
}

/** Is this paper still owed, alone or with others of which one is enough? */
export const isNeeded = (state: FormState, requirement: Requirement): boolean =>
  missingRequirements(state.definition, state.given, state.facts, state.answers).some((one) => one.key === requirement.key)

/** Where a new form begins. */
export const firstPart = (state: FormState): Part => partsOf(state)[0] ?? { kind: 'check' }

const same = (a: Part, b: Part): boolean => a.kind === b.kind && ('key' in a ? a.key : '') === ('key' in b ? b.key : '')

/** "Langkah 3 dari 9": papers of which one is enough count as one step. */
export function stepOf(state: FormState, part: Part): { at: number; of: number } {
  const slots = partsOf(state).map((one) => slotName(state, one))
  const steps = [...new Set(slots)]
  return { at: Math.max(1, steps.indexOf(slotName(state, part)) + 1), of: steps.length }
}

function slotName(state: FormState, part: Part): string {
  if (part.kind !== 'file') return part.kind === 'question' ? `question ${part.key}` : part.kind
  const requirement = state.definition.requirements.find((one) => one.key === part.key)
  return `file ${requirement ? slotOf(requirement) : part.key}`
}

/** The page after this one; when one paper of several was given the others are passed over. */
export function partAfter(state: FormState, part: Part): Part {
  const parts = partsOf(state)
  const rest = parts.slice(parts.findIndex((one) => same(one, part)) + 1)
  return rest.find((one) => one.kind !== 'file' || state.given.has(one.key) || !isMetByOther(state, one.key)) ?? { kind: 'check' }
}

function isMetByOther(state: FormState, key: string): boolean {
  const slot = state.definition.requirements.find((one) => one.key === key)?.oneOf
  return slot !== undefined && state.definition.requirements.some((one) => one.oneOf === slot && one.key !== key && state.given.has(one.key))
}

/** The page before this one; none before the first. */
export function partBefore(state: FormState, part: Part): Part | undefined {
  const parts = partsOf(state)
  const before = parts.slice(0, Math.max(0, parts.findIndex((one) => same(one, part))))
  return before.findLast((one) => one.kind !== 'file' || state.given.has(one.key) || !isMetByOther(state, one.key))
}

function isUnanswered({ answers }: FormState, { key, required, least = 0 }: Question): boolean {
  const answer = answers[key]
  return required && (answer === undefined || (isEntries(answer) && answer.length < least))
}

/** Where one goes on after a pause: the first page that still needs something. */
export function firstUnfinished(state: FormState): Part {
  const missing = new Set(missingRequirements(state.definition, state.given, state.facts, state.answers).map((one) => one.key))
  const found = partsOf(state).find((part) => {
    if (part.kind === 'file') return missing.has(part.key)
    if (part.kind === 'known') return Object.keys(state.known).some((key) => state.application.answers[key] === undefined)
    return part.kind === 'question' && state.definition.questions.some((one) => one.key === part.key && isUnanswered(state, one))
  })
  if (found?.kind === 'file' && state.given.size === 0 && state.application.status === 'draft') return { kind: 'files' }
  return found ?? { kind: 'check' }
}

/** Address of a part below /permohonan/{id}. */
export function pathOf(id: string, part: Part): string {
  const base = `/permohonan/${id}`
  switch (part.kind) {
    case 'known': return `${base}/diketahui`
    case 'question': return `${base}/isi/${part.key}`
    case 'files': return `${base}/berkas`
    case 'file': return `${base}/berkas/${part.key}`
    case 'check': return `${base}/periksa`
  }
}

/** Added to the address of a page that was opened from the last look before sending: one goes back there. */
export const FROM_CHECK = '?dari=periksa'
export const isFromCheck = (query: Record<string, string>): boolean => query['dari'] === 'periksa'
