import type { ServiceDefinition } from './definition.ts'

/** What was typed into the form of a definition: fields are named by their place, `questions.brandName.label.id`. */
export type Typed = (place: string) => string | undefined

/** A number as such; anything else stays what was typed, so that the proofs name the place. */
const number = (text: string): unknown => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text)
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const columns = (line: string): string[] => line.split('|').map((part) => part.trim())

/** Words of both languages, where they were on the form; both empty means that there are none. */
function words(typed: Typed, place: string, before: unknown): unknown {
  const [id, en] = [typed(`${place}.id`), typed(`${place}.en`)]
  if (id === undefined || en === undefined) return before
  return id.trim() === '' && en.trim() === '' ? undefined : { id: id.trim(), en: en.trim() }
}

function standardOf({ standard }: ServiceDefinition, typed: Typed): unknown {
  return Object.fromEntries(Object.entries(standard).map(([part, before]) => {
    const text = typed(`standard.${part}`)
    return [part, text === undefined ? before : Array.isArray(before) ? lines(text) : text.trim()]
  }))
}

const limitNames = ['days', 'intakeOfficeHours', 'correctionDays', 'draftDays'] as const

/** Limits, and the clocks of the states that are the same limits once more. */
function lifeOf({ life }: ServiceDefinition, typed: Typed, initials: readonly string[] | undefined): unknown {
  const own: Record<string, { limit: (text: string) => unknown; field: string }> = {
    draft: { field: 'limits.draftDays', limit: (text) => ({ restDays: number(text) }) },
    returned: { field: 'limits.correctionDays', limit: (text) => ({ restDays: number(text) }) },
    submitted: { field: 'limits.intakeOfficeHours', limit: (text) => ({ officeHours: number(text) }) },
  }
  return life.map((stage) => {
    const clock = own[stage.state] ?? { field: `life.${stage.state}.limit`, limit: (text: string) => ({ days: number(text) }) }
    const time = typed(clock.field)
    const owner = typed(`life.${stage.state}.owners`)
    const signers = initials && stage.exits.some(({ step }) => step === 'initial') ? initials : undefined
    return { ...stage, ...(time === undefined ? {} : { limit: clock.limit(time) }), owners: signers ?? (owner === undefined || owner === '' ? stage.owners : [owner]) }
  })
}

const byOrder = (typed: Typed, place: string) => (a: { key: string }, b: { key: string }) => Number(typed(`${place}.${a.key}.order`) ?? 0) - Number(typed(`${place}.${b.key}.order`) ?? 0)

function questionsOf({ questions }: ServiceDefinition, typed: Typed): unknown {
  return questions.map((one) => {
    const place = `questions.${one.key}`
    return { ...one, label: words(typed, `${place}.label`, one.label) ?? { id: '', en: '' }, hint: words(typed, `${place}.hint`, one.hint) }
  }).toSorted(byOrder(typed, 'questions'))
}

/** Papers still asked for, with their words. One that was on the form and is not ticked any more is left out. */
function requirementsOf({ requirements }: ServiceDefinition, typed: Typed): { kept: unknown[]; dropped: ReadonlySet<string> } {
  const onForm = (key: string) => typed(`requirements.${key}.label.id`) !== undefined
  const dropped = requirements.filter(({ key }) => onForm(key) && typed(`requirements.${key}.use`) === undefined)
  const kept = requirements.filter((one) => !dropped.includes(one)).map((one) => {
    const place = `requirements.${one.key}`
    return {
      ...one, required: onForm(one.key) ? typed(`${place}.required`) !== undefined : one.required,
      label: words(typed, `${place}.label`, one.label) ?? { id: '', en: '' }, hint: words(typed, `${place}.hint`, one.hint),
    }
  })
  return { kept, dropped: new Set(dropped.map(({ key }) => key)) }
}

const reasonsIn = (text: string): unknown => lines(text).map(columns).map(([code = '', id = '', en = id]) => ({ code, label: { id, en } }))

/** Samples without the papers that are no longer asked for. */
const samplesOf = ({ samples }: ServiceDefinition, dropped: ReadonlySet<string>): unknown => samples.map((one) => {
  if (dropped.size === 0) return one
  const given = one.given.filter((key) => !dropped.has(key))
  if (one.expect === 'sendable') return { ...one, given }
  const refusedBy = one.expect.refusedBy.filter((key) => !dropped.has(key))
  return { ...one, given, expect: refusedBy.length === 0 ? 'sendable' : { refusedBy } }
})

export const MESSAGE_STEPS = ['accepted', 'issued', 'completed', 'rejected', 'following'] as const

/**
 * The definition with what was changed in the form. What the form does not hold stays. It is not read or proven yet: what cannot be read is put in
 * as it was typed, so that the flaw names the field.
 */
export function editedDefinition(definition: ServiceDefinition, typed: Typed): unknown {
  const { kept, dropped } = requirementsOf(definition, typed)
  const text = (place: string, before: string) => typed(place)?.trim() ?? before
  const chosen = typed('initials')
  const initials = chosen === undefined || chosen === '' ? undefined : chosen.split(',')
  const [keywords, checklist, back, no] = ['keywords', 'checklist', 'reasons.return', 'reasons.reject'].map(typed)
  const messages = MESSAGE_STEPS.map((step) => [step, words(typed, `messages.${step}`, definition.messages[step])] as const).filter(([, said]) => said !== undefined)
  return {
    ...definition,
    limits: Object.fromEntries(limitNames.map((name) => { const said = typed(`limits.${name}`); return [name, said === undefined ? definition.limits[name] : number(said)] })),
    decree: { number: text('decree.number', definition.decree.number), date: text('decree.date', definition.decree.date) },
    keywords: keywords === undefined ? definition.keywords : lines(keywords),
    standard: standardOf(definition, typed), life: lifeOf(definition, typed, initials), initials: initials ?? definition.initials,
    questions: questionsOf(definition, typed), requirements: kept, samples: samplesOf(definition, dropped),
    reasons: { return: back === undefined ? definition.reasons.return : reasonsIn(back), reject: no === undefined ? definition.reasons.reject : reasonsIn(no) },
    checklist: checklist === undefined ? definition.checklist : lines(checklist).map(columns).map(([id = '', en = id]) => ({ id, en })),
    messages: Object.fromEntries(messages),
  }
}
