import type { Problem } from '../../../../kernel/result.ts'
import type { Form } from '../../../../platform/http/page.ts'
import type { ServiceDefinition } from '../../../services/index.ts'
import { BUSINESS_ITEM } from '../../commands/draft.ts'
import type { StepInput } from '../../commands/steps.ts'
import { officeWords } from '../../office-messages.id.ts'

/** A part of a case that can be sent back: a file, an answer, or the business record. */
export type ReturnPart = { key: string; label: string; group: 'requirement' | 'question' | 'business' }

export function returnParts(definition: ServiceDefinition, hasBusiness: boolean): ReturnPart[] {
  return [
    ...definition.requirements.map((one): ReturnPart => ({ key: one.key, label: one.label.id, group: 'requirement' })),
    ...definition.questions.map((one): ReturnPart => ({ key: one.key, label: one.label.id, group: 'question' })),
    ...(hasBusiness ? [{ key: BUSINESS_ITEM, label: officeWords.give.businessItem, group: 'business' as const }] : []),
  ]
}

/** The text typed in a field; empty when it was not sent. */
export function typed(values: Form['values'], name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The boxes ticked in a group. */
export function ticked(values: Form['values'], name: string): string[] {
  const value = values[name]
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? [value] : []
}

const orAbsent = (text: string): string | undefined => (text === '' ? undefined : text)

/** Parts marked for return: the box, a chosen reason or a written note each mark one, so that nothing typed is dropped. */
export function returnItems(values: Form['values'], parts: readonly ReturnPart[]) {
  return parts.flatMap(({ key, label }) => {
    const item = { requirement: key, label, reasonCode: typed(values, `reason-${key}`), note: typed(values, `note-${key}`) }
    return ticked(values, 'item').includes(key) || item.reasonCode !== '' || item.note !== '' ? [item] : []
  })
}

const LONGEST_NOTE = 500
const tooLong = (field: string, text: string): Problem[] =>
  (text.length > LONGEST_NOTE ? [{ field, message: officeWords.tooLong(LONGEST_NOTE) }] : [])

/** What the forms of the page say, as a step. Problems bear the names of the fields on the page. */
export function readStep(values: Form['values'], definition: ServiceDefinition, parts: readonly ReturnPart[]): { input: StepInput } | { problems: Problem[] } {
  const step = typed(values, 'step')
  const version = Number(typed(values, 'version')) || 0
  if (step === 'verify') {
    const isChecked = ticked(values, 'checked').length >= definition.checklist.length
    return isChecked ? { input: { step, version } } : { problems: [{ field: 'checked', message: officeWords.steps.checklistNeeded }] }
  }
  if (step === 'accept' || step === 'initial') return { input: { step, version } }
  if (step === 'reject') {
    const note = typed(values, 'reject-note')
    const problems = tooLong('reject-note', note)
    return problems.length > 0 ? { problems } : { input: { step, version, reasonCode: orAbsent(typed(values, 'reject-reason')), note } }
  }
  const items = returnItems(values, parts)
  const note = typed(values, 'return-note')
  const problems = [
    ...(items.length === 0 ? [{ field: 'item', message: officeWords.give.itemsNeeded }] : []),
    ...items.filter((item) => item.reasonCode === '').map((item) => ({ field: `reason-${item.requirement}`, message: officeWords.give.reasonOf(item.label) })),
    ...items.flatMap((item) => tooLong(`note-${item.requirement}`, item.note)), ...tooLong('return-note', note),
  ]
  if (problems.length > 0) return { problems }
  return {
    input: {
      step: 'return', version, note: orAbsent(note),
      items: items.map(({ requirement, reasonCode, note: said }) => ({ requirement, reasonCode, ...(said === '' ? {} : { note: said }) })),
    },
  }
}

/** A problem the step found, at the field of the page it speaks of. */
export function onPage(problem: Problem, input: StepInput): Problem {
  const item = /^items\.(\d+)\./.exec(problem.field)
  const key = item ? input.items?.[Number(item[1])]?.requirement : undefined
  if (key !== undefined) return { ...problem, field: `reason-${key}` }
  const field = { reasonCode: `${input.step}-reason`, note: `${input.step}-note` }[problem.field]
  return field ? { ...problem, field } : problem
}
