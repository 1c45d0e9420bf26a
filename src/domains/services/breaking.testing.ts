import { LIFE_BREAKS } from './breaking-life.testing.ts'
import { type Breaking, type Json, type Pick, list, named, pick, put, record, without } from './editing.testing.ts'

const never = { all: [{ question: 'nobody' }, {}] }

/** A question of the form that fits, with its place. */
const question = (definition: Json, at: Pick, fits: (one: Json, index: number) => boolean = () => true): { one: Json; place: string; index: number } | undefined => {
  const all = list(definition, 'questions')
  const index = pick(all.map((_, i) => i).filter((i) => fits(all[i] ?? {}, i)), at)
  const one = index === undefined ? undefined : all[index]
  return one && index !== undefined ? { one, index, place: `questions.${String(one['key'])}` } : undefined
}

/** Sets one part of a question that fits, and names it. */
const ofQuestion = (part: string, value: (one: Json) => unknown, fits: (one: Json, index: number) => boolean, place = part): Breaking => (definition, at) => {
  const found = question(definition, at, fits)
  if (!found) return undefined
  put(found.one, part, value(found.one))
  return [`${found.place}.${place}`]
}

const isChoice = (one: Json) => one['type'] === 'choice' && list(one, 'options').length > 1
const optionsOf = (one: Json) => list(one, 'options').map(({ value }) => value)

/** A condition on the first choice of the form that no answer fulfils. */
function contradiction(definition: Json): Json | undefined {
  const choice = list(definition, 'questions').find(isChoice)
  if (!choice) return undefined
  const [a, b] = optionsOf(choice)
  return { all: [{ question: choice['key'], equals: a }, { question: choice['key'], equals: b }] }
}

/** A fact that no request about this subject has. */
const foreignTo = (definition: Json): string => (definition['subject'] === 'cooperative' ? 'business.name' : 'cooperative.name')

const QUESTION_BREAKS: Record<string, Breaking> = {
  'a key twice': (definition, at) => {
    const found = question(definition, at, (_, index) => index > 0)
    if (!found) return undefined
    put(found.one, 'key', list(definition, 'questions')[0]?.['key'])
    return [`questions.${String(found.one['key'])}`]
  },
  'a key of a requirement': (definition, at) => {
    const [paper] = list(definition, 'requirements')
    const found = question(definition, at)
    if (!found || !paper) return undefined
    put(found.one, 'key', paper['key'])
    return [`questions.${String(paper['key'])}`]
  },
  'a condition on nothing': ofQuestion('showWhen', () => ({ question: 'nothing', equals: 'x' }), () => true),
  'a condition on itself': ofQuestion('showWhen', ({ key }) => ({ question: key, given: true }), () => true),
  'conditions in a circle': (definition) => {
    const [first, second] = list(definition, 'questions')
    if (!first || !second) return undefined
    put(first, 'showWhen', { question: second['key'], given: true })
    put(second, 'showWhen', { question: first['key'], given: true })
    return [`questions.${String(first['key'])}.showWhen`]
  },
  'a condition that cannot hold': (definition, at) => {
    const rule = contradiction(definition)
    const first = list(definition, 'questions').findIndex(isChoice)
    return rule && ofQuestion('showWhen', () => rule, (_, index) => index > first)(definition, at)
  },
  'a condition on no fact': ofQuestion('showWhen', () => ({ fact: 'business.colour', equals: 'red' }), () => true),
  'a condition of two comparisons': ofQuestion('showWhen', () => ({ fact: 'today', given: true, equals: 'x' }), () => true),
  'a condition of another shape': ofQuestion('showWhen', () => never, () => true),
  'a fact of another subject': (definition, at) => ofQuestion('prefill', () => foreignTo(definition), () => true)(definition, at),
  'a comparison with another kind': ofQuestion('showWhen', () => ({ fact: 'owner.name', atLeast: 3 }), () => true),
  'a prefill of another kind': ofQuestion('prefill', () => 'owner.age', ({ type }) => type === 'text' || type === 'choice'),
  'no options': ofQuestion('options', () => [], isChoice),
  'an option twice': (definition, at) => {
    const found = question(definition, at, isChoice)
    const [option] = found ? list(found.one, 'options') : []
    if (!found || !option) return undefined
    list(found.one, 'options').push({ ...option })
    return [`${found.place}.options`]
  },
  'an example that is no choice': ofQuestion('example', () => 'nothing', isChoice),
  'an example of another type': ofQuestion('example', ({ type }) => (type === 'boolean' ? 'yes' : true), () => true),
  'an example too long': ofQuestion('example', ({ maxLength }) => 'x'.repeat(Number(maxLength) + 1), ({ maxLength }) => maxLength !== undefined),
  'a statement that is none': ofQuestion('mustBeTrue', () => true, ({ type }) => type !== 'boolean'),
  'a unit of a text': ofQuestion('unit', () => ({ id: 'liter', en: 'litre' }), ({ type }) => type === 'text'),
  'bounds that cross': ofQuestion('min', ({ max }) => Number(max) + 1, ({ max }) => max !== undefined),
  'an unknown type': ofQuestion('type', () => 'colour', () => true),
  'an empty group': ofQuestion('of', () => [], ({ type }) => type === 'group'),
  'more at least than at most': ofQuestion('least', ({ most }) => Number(most) + 1, ({ most }) => most !== undefined),
  'no label': ofQuestion('label', () => ({ id: '', en: 'x' }), () => true),
  'a slip in the name of a part': ofQuestion('showwhen', () => ({}), () => true),
}

/** Changes one entry of a list. */
const ofEntry = (name: string, part: string, value: (one: Json) => unknown, fits: (one: Json) => boolean = () => true): Breaking => (definition, at) => {
  const one = pick(list(definition, name).filter(fits), at)
  if (!one) return undefined
  put(one, part, value(one))
  return [`${name}.${String(one['key'] ?? one['code'] ?? one['name'])}.${part}`]
}

const RULE_BREAKS: Record<string, Breaking> = {
  'a paper that is never asked for': (definition, at) => {
    const rule = contradiction(definition)
    return rule && ofEntry('requirements', 'showWhen', () => rule)(definition, at)
  },
  'one of only one': ofEntry('requirements', 'oneOf', () => 'alone'),
  'a paper met by a foreign fact': (definition, at) => ofEntry('requirements', 'metBy', () => foreignTo(definition))(definition, at),
  'eligibility by an answer': ofEntry('eligibility', 'when', () => ({ question: 'use', equals: 'shop' })),
  'eligibility by a foreign fact': (definition, at) => ofEntry('eligibility', 'when', () => ({ fact: foreignTo(definition), given: true }))(definition, at),
  'eligibility of nobody': (definition) => {
    const rules = list(definition, 'eligibility')
    // Only where another rule asks for another scale nobody is left.
    if (!rules.some(({ when }) => JSON.stringify(when) === '{"fact":"business.scale","equals":"micro"}')) return undefined
    rules.push({ code: 'never', when: { fact: 'business.scale', equals: 'medium' }, words: { id: 'x', en: 'x' } })
    return ['eligibility']
  },
  'a check on nothing': ofEntry('checks', 'when', () => ({ question: 'nothing', given: true })),
  'a check of no field': ofEntry('checks', 'field', () => 'nothing'),
  'a check that stops everyone': ofEntry('checks', 'when', () => ({ question: 'litres', given: true }), ({ level }) => level === 'stop'),
  'a reason twice': (definition, at) => {
    const name = pick(['return', 'reject'], at) ?? 'return'
    const reasons = list(record(definition, 'reasons'), name)
    const one = pick(reasons, at)
    if (!one) return undefined
    reasons.push({ ...one })
    return [`reasons.${name}.${String(one['code'])}`]
  },
  'no reasons': (definition, at) => {
    const name = pick(['return', 'reject'], at) ?? 'return'
    put(record(definition, 'reasons'), name, [])
    return [`reasons.${name}`]
  },
  'a sample that says otherwise': ofEntry('samples', 'expect', ({ expect }) => (expect === 'sendable' ? { refusedBy: ['nothing'] } : 'sendable')),
  'a sample with a paper that is none': (definition, at) => {
    const one = pick(list(definition, 'samples'), at)
    if (!one) return undefined
    put(one, 'given', ['nothing'])
    return [`samples.${String(one['name'])}.given`]
  },
  'no samples': (definition) => {
    put(definition, 'samples', [])
    return ['samples']
  },
  'the weight of a criterion less by one': (definition, at) => {
    const one = pick(list(record(definition, 'scoring'), 'criteria'), at)
    if (!one) return undefined
    put(one, 'weight', Number(one['weight']) - 1)
    return ['scoring.criteria']
  },
}

const TEXT_BREAKS: Record<string, Breaking> = {
  'a place in the letter for nothing': (definition, at) => {
    const body = definition['letter'] === undefined ? [] : named(record(definition, 'letter'), 'body')
    if (body.length === 0) return undefined
    const wrong = pick(['{answers.nothing}', '{business.colour}', `{${foreignTo(definition)}}`, '{owner.name'], at)
    put(record(definition, 'letter'), 'body', [...body, `Nomor ${wrong}`])
    return [`letter.body[${body.length}]`]
  },
  'a row of the letter for nothing': (definition, at) => {
    const [section] = definition['letter'] === undefined ? [] : list(record(definition, 'letter'), 'sections')
    const rows = section ? list(section, 'rows') : []
    const row = pick(rows, at)
    if (!row) return undefined
    put(row, 'value', pick(['{answers.nothing}', '{nothing}', ' ', '{answers.since}'], at))
    return [`letter.sections[0].rows[${rows.indexOf(row)}].value`]
  },
  'a class that is none': (definition) => {
    if (definition['letter'] === undefined) return undefined
    put(record(definition, 'letter'), 'class', 'SKUM')
    return ['letter.class']
  },
  'a message too long': (definition, at) => {
    put(definition, 'messages', { accepted: { id: 'x'.repeat(161 + (at(50))), en: 'x' } })
    return ['messages.accepted.id']
  },
  'an empty component': (definition, at) => {
    const standard = record(definition, 'standard')
    const part = pick(Object.keys(standard), at) ?? 'fee'
    put(standard, part, Array.isArray(standard[part]) ? pick([[], [' ']], at) : pick(['', '  ', undefined], at))
    return [`standard.${part}`]
  },
  'another duration than the limit': (definition, at) => {
    put(record(definition, 'standard'), 'duration', `${26 + at(30)} hari kerja`)
    return ['standard.duration']
  },
  'a fee': (definition) => {
    put(record(definition, 'standard'), 'fee', 'Rp50.000')
    return ['standard.fee']
  },
  'a decree after the first day': (definition) => {
    put(record(definition, 'decree'), 'date', '2099-01-01')
    return ['decree.date']
  },
  'another limit for corrections': (definition, at) => {
    put(record(definition, 'limits'), 'correctionDays', 15 + at(9))
    return ['life.returned.limit']
  },
  'a limit of nothing': (definition, at) => {
    const part = pick(['days', 'intakeOfficeHours', 'correctionDays', 'draftDays'], at) ?? 'days'
    put(record(definition, 'limits'), part, -at(3))
    return [`limits.${part}`]
  },
  'a part is gone': (definition, at) => {
    const part = pick(['code', 'version', 'name', 'summary', 'division', 'validFrom', 'decree', 'subject', 'questions', 'requirements', 'checklist', 'reasons'], at) ?? 'name'
    without(definition, part)
    return [part]
  },
  'a part that is not known': (definition) => {
    put(definition, 'colour', 'red')
    return ['colour']
  },
  'a second signature without a board': (definition) => {
    if (definition['subject'] === 'cooperative') return undefined
    put(definition, 'coSigned', true)
    return ['coSigned']
  },
}

export const BREAKS: Record<string, Breaking> = { ...LIFE_BREAKS, ...QUESTION_BREAKS, ...RULE_BREAKS, ...TEXT_BREAKS }
