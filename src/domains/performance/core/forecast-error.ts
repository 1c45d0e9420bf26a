import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { STAGES, type Stage, factsOfCase } from './case-facts.ts'
import type { Entry } from './entry.ts'
import { type Picture, type Stretch, lateOnes, pacesOf, pictureAt } from './forecast.ts'

/** Calls that a case would be late, held against what came. `called` of them `right`; `late` is how many were late at all. */
export type Score = { called: number; right: number; late: number; asked: number }

/** What was known on a morning, and which of the open cases were late in the end. */
export type Morning = { picture: Picture; late: ReadonlySet<string>; judged: ReadonlySet<string> }

/** How far back of a morning files are looked at: the pace is of the last ten working days. In milliseconds. */
const LOOKED_BACK = 45 * 24 * 3_600_000

/** Which cases have ended, and which of them late. */
export type Outcomes = { known: ReadonlySet<string>; late: ReadonlySet<string> }

export function outcomesOf(stories: ReadonlyMap<string, readonly Entry[]>, calendar: WorkingCalendar): Outcomes {
  const ended = [...stories].flatMap(([id, entries]) => {
    const facts = factsOfCase(entries, () => calendar, { through: entries.at(-1)?.seq ?? 0, now: entries.at(-1)?.at ?? 0 })
    return facts?.ended && facts.inTime !== null ? [{ id, isLate: !facts.inTime }] : []
  })
  return { known: new Set(ended.map(({ id }) => id)), late: new Set(ended.flatMap(({ id, isLate }) => (isLate ? [id] : []))) }
}

/** What was known at a moment. Cases that have not ended, or were late already, are not judged. */
export function morningAt(stories: ReadonlyMap<string, readonly Entry[]>, calendar: WorkingCalendar, { known, late }: Outcomes, moment: number): Morning {
  const near = [...stories.values()].filter((entries) => (entries[0]?.at ?? moment) < moment && (entries.at(-1)?.at ?? 0) > moment - LOOKED_BACK)
  const picture = pictureAt(near, calendar, moment)
  return { picture, late, judged: new Set(picture.open.filter(({ id, due }) => known.has(id) && due > picture.now && due < Infinity).map(({ id }) => id)) }
}

/** The mornings of these moments. */
export function morningsOf(stories: ReadonlyMap<string, readonly Entry[]>, calendar: WorkingCalendar, moments: readonly number[]): Morning[] {
  const outcomes = outcomesOf(stories, calendar)
  return moments.map((moment) => morningAt(stories, calendar, outcomes, moment))
}

function scoreOf(mornings: readonly Morning[], call: (picture: Picture) => ReadonlySet<string>): Score {
  const score: Score = { called: 0, right: 0, late: 0, asked: 0 }
  for (const { picture, late, judged } of mornings) {
    const called = call(picture)
    for (const id of judged) {
      score.asked += 1
      if (late.has(id)) score.late += 1
      if (called.has(id)) score.called += 1
      if (called.has(id) && late.has(id)) score.right += 1
    }
  }
  return score
}

/** The forecast held against mornings that are over. */
export const scoreForecast = (mornings: readonly Morning[], factor: number): Score =>
  scoreOf(mornings, (picture) => new Set(lateOnes(picture, pacesOf(picture), { factor }).map(({ id }) => id)))

/** Share of right calls and of late cases that were called, as one number: their harmonic mean. */
const balance = ({ called, right, late }: Score): number => (called + late === 0 ? 0 : (2 * right) / (called + late))

export const FACTORS = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2]

/** Taken while nothing was late yet to learn from: a forecast that errs a little early is of more use than one that comes late. */
const PRIOR = 1.4

/** By how much longer than measured a file takes, so that the calls of the past were best; of equal ones the smallest. */
export const bestFactor = (scored: readonly { factor: number; score: Score }[]): number =>
  scored.reduce((best, { factor, score }) => (balance(score) > best.value ? { factor, value: balance(score) } : best), { factor: PRIOR, value: 0 }).factor

export const fitFactor = (mornings: readonly Morning[]): number => bestFactor(FACTORS.map((factor) => ({ factor, score: scoreForecast(mornings, factor) })))

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Median office time from coming to a stage to the end of the last one, for each stage. */
function medianRemaining(past: readonly Stretch[], ends: ReadonlyMap<string, number>, idOf: (stretch: Stretch) => string): Map<Stage, number> {
  return new Map(STAGES.map((stage) => [stage, medianOf(past.flatMap((one) => {
    const end = one.stage === stage ? ends.get(idOf(one)) : undefined
    return end === undefined ? [] : [end - one.since]
  }))]))
}

/** The plain rule to be better than: late when less time is left than half of the cases still needed from that stage on. */
export function scoreBaseline(training: ReadonlyMap<string, readonly Entry[]>, calendar: WorkingCalendar, mornings: readonly Morning[], until: number): Score {
  const ends = new Map<string, number>()
  const owners = new Map<Stretch, string>()
  const all: Stretch[] = []
  for (const [id, entries] of training) {
    const { past, open } = pictureAt([entries], calendar, until)
    if (open.length > 0) continue
    for (const one of past) owners.set(one, id)
    all.push(...past)
    ends.set(id, Math.max(...past.map((one) => one.until ?? 0)))
  }
  const remaining = medianRemaining(all, ends, (one) => owners.get(one) ?? '')
  return scoreOf(mornings, ({ now, open }) => new Set(open.filter(({ stage, due }) => due < Infinity && (remaining.get(stage) ?? 0) > due - now).map(({ id }) => id)))
}
