import { z } from 'zod'

const count = z.int().min(1)

const ruleSchema = z.discriminatedUnion('key', [
  z.object({ key: z.literal('many-people'), factor: z.number().min(1), least: count, usualDays: count, leastWhenNew: count }),
  z.object({ key: z.literal('outside-hours'), least: count }),
  z.object({ key: z.literal('without-case'), least: count }),
  z.object({ key: z.literal('colleague'), least: count }),
  z.object({ key: z.literal('same-person'), leastLooks: count, leastDays: count, withinDays: count }),
  z.object({ key: z.literal('number-run'), least: count, minutes: count }),
  z.object({ key: z.literal('search-run'), least: count, minutes: count }),
  z.object({ key: z.literal('people-run'), least: count, minutes: count }),
])

/** When a look-up counts as unusual: thresholds as data, dated, with where they come from (`reference/privacy/look-rules.json`). */
export const lookRulesSchema = z.object({
  version: z.int(), validFrom: z.iso.date(), source: z.string().min(1), sure: z.enum(['V', 'V2', 'G', 'P', 'C']),
  /** Purposes that are not judged: the review itself, and what a person asked for. */
  passedOver: z.array(z.string()),
  /** Roles whose work is cases: only they are asked for one. */
  caseRoles: z.array(z.string()),
  /** So long after its end a case still explains a look. */
  daysAfterCase: z.int().min(0),
  rules: z.array(ruleSchema),
})
export type LookRules = z.output<typeof lookRulesSchema>
type Rule = LookRules['rules'][number]
export type RuleKey = Rule['key']

/** What an answer to a flag comes to. */
export const VERDICTS = ['explained', 'warned', 'passed-on'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One read of one person's data by an officer. `hasCase`: a case, or consent to be helped, within his area explains it. */
export type Look = { atMs: number; what: string; role: string; personId: string; hasCase: boolean; isColleague: boolean; inHours: boolean }

/** What an officer looked up on one day in WIB, and what to compare it with. */
export type OfficerDay = {
  looks: readonly Look[]
  searches: readonly { atMs: number; sought: string }[]
  /** People looked up on each earlier day on which he looked at all, in any order. */
  usual: readonly number[]
  /** For a person looked up without a case: on how many days of the window, this one included. */
  daysOn: ReadonlyMap<string, number>
}

/** A look-up worth a question. `personId` for rules about one person; `facts` are the counts its sentence is made of. */
export type Flag = { rule: RuleKey; personId: string; facts: Record<string, number> }

/** The middle of the counts; of an even number of them the lower one, so that it is a day that really was. 0 without any. */
export function usualOf(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0
}

/** The most different keys within any stretch of so many minutes; a stretch reaches to, and not beyond, its last minute. */
export function busiest(moments: readonly { atMs: number; key: string }[], minutes: number): number {
  const sorted = moments.toSorted((a, b) => a.atMs - b.atMs)
  const inside = new Map<string, number>()
  let most = 0
  let from = 0
  for (const { atMs, key } of sorted) {
    inside.set(key, (inside.get(key) ?? 0) + 1)
    for (let first = sorted[from]; first && atMs - first.atMs > minutes * 60_000; first = sorted[from]) {
      const left = (inside.get(first.key) ?? 1) - 1
      if (left === 0) inside.delete(first.key)
      else inside.set(first.key, left)
      from += 1
    }
    most = Math.max(most, inside.size)
  }
  return most
}

const peopleOf = (looks: readonly Look[]): number => new Set(looks.map((look) => look.personId)).size
const whole = (rule: RuleKey, facts: Record<string, number>): Flag[] => [{ rule, personId: '', facts }]

/** Several reads on one page are one look: same person, same minute. */
function distinct(looks: readonly Look[]): Look[] {
  const seen = new Map<string, Look>()
  for (const look of looks) {
    const key = `${look.personId} ${Math.floor(look.atMs / 60_000)}`
    const held = seen.get(key)
    // A case explains the look whichever of its reads it was found for, and the order of reads must not matter.
    seen.set(key, held ? { ...held, hasCase: held.hasCase || look.hasCase, inHours: held.inHours && look.inHours } : look)
  }
  return [...seen.values()]
}

function samePerson(rule: Extract<Rule, { key: 'same-person' }>, looks: readonly Look[], daysOn: OfficerDay['daysOn']): Flag[] {
  const byPerson = Map.groupBy(looks.filter((look) => !look.hasCase), (look) => look.personId)
  return [...byPerson].flatMap(([personId, own]) => {
    const days = Math.max(daysOn.get(personId) ?? 1, 1)
    return own.length >= rule.leastLooks || days >= rule.leastDays
      ? [{ rule: rule.key, personId, facts: { looks: own.length, days, withinDays: rule.withinDays } }] : []
  })
}

function judge(rule: Rule, looks: readonly Look[], day: OfficerDay, caseRoles: ReadonlySet<string>): Flag[] {
  switch (rule.key) {
    case 'many-people': {
      const [people, usual] = [peopleOf(looks), usualOf(day.usual)]
      const bound = day.usual.length < rule.usualDays ? rule.leastWhenNew : Math.max(rule.least, Math.ceil(usual * rule.factor))
      return people >= bound ? whole(rule.key, { people, usual, bound }) : []
    }
    case 'outside-hours': {
      const outside = looks.filter((look) => !look.inHours)
      return outside.length >= rule.least ? whole(rule.key, { looks: outside.length, people: peopleOf(outside) }) : []
    }
    case 'without-case': {
      const people = peopleOf(looks.filter((look) => !look.hasCase && caseRoles.has(look.role)))
      return people >= rule.least ? whole(rule.key, { people }) : []
    }
    case 'colleague': {
      const byPerson = Map.groupBy(looks.filter((look) => look.isColleague && !look.hasCase), (look) => look.personId)
      return [...byPerson].flatMap(([personId, own]) => (own.length >= rule.least ? [{ rule: rule.key, personId, facts: { looks: own.length } }] : []))
    }
    case 'same-person': return samePerson(rule, looks, day.daysOn)
    case 'number-run': {
      const people = busiest(looks.flatMap(({ what, atMs, personId }) => (what === 'person.find' ? [{ atMs, key: personId }] : [])), rule.minutes)
      return people >= rule.least ? whole(rule.key, { people, minutes: rule.minutes }) : []
    }
    case 'search-run': {
      const searches = busiest(day.searches.map(({ atMs, sought }) => ({ atMs, key: sought })), rule.minutes)
      return searches >= rule.least ? whole(rule.key, { searches, minutes: rule.minutes }) : []
    }
    case 'people-run': {
      const people = busiest(looks.map(({ atMs, personId }) => ({ atMs, key: personId })), rule.minutes)
      return people >= rule.least ? whole(rule.key, { people, minutes: rule.minutes }) : []
    }
  }
}

/**
 * What is unusual about an officer's day. The same whatever the order of its reads; a read more never takes a flag away.
 * Source: UU 27/2022 Pasal 35, 39 (duty to prevent unlawful access); the numbers are data.
 */
export function flagsOf({ rules, passedOver, caseRoles }: LookRules, day: OfficerDay): Flag[] {
  const judged = day.looks.filter((look) => !passedOver.includes(look.what))
  // Looking a number up is a deed of its own, also when the page of the person follows within the minute.
  const finds = judged.filter((look) => look.what === 'person.find')
  const looks = distinct(judged)
  return rules.flatMap((rule) => judge(rule, rule.key === 'number-run' ? finds : looks, day, new Set(caseRoles)))
}
