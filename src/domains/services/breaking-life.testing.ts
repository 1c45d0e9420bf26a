import { type Breaking, type Json, type Pick, list, named, pick, put, record, without } from './editing.testing.ts'
import { STATUSES, STEPS } from './core/life.ts'
import { STEP_RULES } from './core/proofs/vocabulary.ts'

const ASIDE = new Set(['return', 'reject', 'withdraw'])
const states = (life: Json[]) => life.map((one) => String(one['state']))

const stage = (definition: Json, at: Pick, fits: (one: Json) => boolean = () => true): { one: Json; place: string; exits: Json[] } | undefined => {
  const one = pick(list(definition, 'life').filter(fits), at)
  return one && { one, place: `life.${String(one['state'])}`, exits: list(one, 'exits') }
}

export const LIFE_BREAKS: Record<string, Breaking> = {
  'an exit is gone': (definition, at) => {
    const found = stage(definition, at, (one) => list(one, 'exits').filter(({ step }) => !ASIDE.has(String(step))).length === 1)
    const exit = found?.exits.find(({ step }) => !ASIDE.has(String(step)))
    // To be sent back once more is no loss while the draft leads there too.
    if (!found || !exit || found.one['state'] === 'returned') return undefined
    put(found.one, 'exits', found.exits.filter((one) => one !== exit))
    return [found.place, `life.${String(exit['to'])}`]
  },
  'an exit leads where its step cannot': (definition, at) => {
    const found = stage(definition, at)
    const index = found && pick(found.exits.map((_, i) => i), at)
    const exit = index === undefined ? undefined : found?.exits[index]
    if (!found || !exit) return undefined
    const step = STEPS.find((one) => one === exit['step'])
    put(exit, 'to', pick(STATUSES.filter((one) => step && !STEP_RULES[step].to.includes(one)), at))
    return [`${found.place}.exits[${index}].to`]
  },
  'a step where it cannot be taken': (definition, at) => {
    const found = stage(definition, at)
    const index = found && pick(found.exits.map((_, i) => i), at)
    const exit = index === undefined ? undefined : found?.exits[index]
    if (!found || !exit) return undefined
    put(exit, 'step', pick(STEPS.filter((one) => !STEP_RULES[one].from.some((from) => from === found.one['state'])), at))
    return [`${found.place}.exits[${index}].step`]
  },
  'an exit twice': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    found.exits.push({ ...pick(found.exits, at) })
    return [`${found.place}.exits[${found.exits.length - 1}]`]
  },
  'no exits at all': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    put(found.one, 'exits', [])
    return [`${found.place}.exits`]
  },
  'a state that nobody gets to': (definition) => {
    const life = list(definition, 'life')
    const state = ['surveying', 'following', 'scoring'].find((one) => !states(life).includes(one))
    if (!state) return undefined
    life.push({ state, owners: ['verifier'], limit: { days: 1 }, exits: [{ step: 'withdraw', to: 'withdrawn' }] })
    return [`life.${state}`]
  },
  'a state is gone': (definition, at) => {
    const found = stage(definition, at, ({ state }) => state !== 'returned')
    if (!found) return undefined
    put(definition, 'life', list(definition, 'life').filter((one) => one !== found.one))
    const leading = list(definition, 'life').flatMap((one) => list(one, 'exits').flatMap((exit, i) => (exit['to'] === found.one['state'] ? [`life.${String(one['state'])}.exits[${i}].to`] : [])))
    return [found.place, ...leading]
  },
  'a state twice': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    list(definition, 'life').push(structuredClone(found.one))
    return [found.place]
  },
  'no owner': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    put(found.one, 'owners', [])
    return [`${found.place}.owners`]
  },
  'an owner without the right': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    // Nobody but a panel scores, and the program itself has no turn anywhere.
    put(found.one, 'owners', [found.one['state'] === 'scoring' ? 'program' : pick(['program', 'panel'], at)])
    return [`${found.place}.owners`]
  },
  'no clock': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    put(found.one, 'limit', pick([undefined, {}, { days: 0 }, { restDays: -1 }, { officeHours: 0 }], at))
    return [`${found.place}.limit`]
  },
  'a clock of another kind': (definition, at) => {
    const found = stage(definition, at)
    if (!found) return undefined
    put(found.one, 'limit', 'days' in record(found.one, 'limit') ? { restDays: 3 } : { days: 3 })
    return [`${found.place}.limit`]
  },
  'no way to take it back': (definition, at) => {
    const found = stage(definition, at, ({ state }) => state !== 'signing')
    if (!found) return undefined
    put(found.one, 'exits', found.exits.filter(({ step }) => step !== 'withdraw'))
    return [`${found.place}.exits`]
  },
  'another promise than the clocks': (definition) => {
    const clocks = list(definition, 'life').filter(({ state, limit }) => state !== 'following' && JSON.stringify(limit).includes('"days"'))
    if (clocks.length < 2) return undefined
    put(record(definition, 'limits'), 'days', 1)
    put(record(definition, 'standard'), 'duration', '1 hari kerja')
    return ['limits.days']
  },
  'other initials than the state has': (definition, at) => {
    const held = named(definition, 'initials')
    if (held.length === 0) return undefined
    put(definition, 'initials', pick([[], ['secretary'], ['secretary', 'division-head']].filter((other) => other.join() !== held.join()), at))
    return ['initials', 'life.verified.owners']
  },
  'a part of a step is gone': (definition, at) => {
    const part = pick(['letter', 'advice', 'scoring'].filter((one) => definition[one] !== undefined), at)
    if (part === undefined) return undefined
    without(definition, part)
    return [part]
  },
  'no survey for a report': (definition) => {
    if (list(definition, 'survey').length === 0) return undefined
    put(definition, 'survey', [])
    return ['survey']
  },
}
