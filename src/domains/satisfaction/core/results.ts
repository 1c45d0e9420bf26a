import { type Area, LEAST, protectAreas } from '../../../kernel/protect-areas.ts'
import { decimals, twoDecimals } from './fraction.ts'
import { type Margin, type Spread, marginOf } from './margin.ts'
import { type MinimalSample, minimalSample } from './sample-size.ts'
import { type Category, type ElementResult, type Tally, type WeightedElement, categoryOf, converted, lowest, surveyResult } from './satisfaction-index.ts'

/** What is meant by the index; with another meaning the number goes up, and what was published keeps its own. */
export const DEFINITION_VERSION = 1

/** What was counted for all, or for one service. `served`: cases that were issued or rejected in the period. */
export type Group = { respondents: number; served: number; tallies: ReadonlyMap<string, Tally>; spread: Spread }
export type ProfileCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

export type ResultsInput = {
  questionnaire: number; weights: readonly WeightedElement[]; all: Group; services: ReadonlyMap<string, Group>; profile?: ProfileCounts
  /** Services hidden in a part of this period: with the part and the whole they would be known. */
  hiddenBefore?: ReadonlySet<string>
}

export type ElementLine = { key: string; n: number; nrr: string | null; weighted: string | null; converted: string | null; category: Category | null }
export type ServiceFigures = { respondents: number; least: number; index: string | null; category: Category | null; margin: Margin | null; elements: ElementLine[] }
export type ServiceLine = { code: string; served: number; told: ServiceFigures | 'hidden' }

/** Results as officers and everybody may see them: nothing that would point at few people. `figures` is null below `LEAST` respondents. */
export type Results = {
  definition: number; questionnaire: number; respondents: number; served: number; minimal: MinimalSample
  figures: { index: string | null; category: Category | null; margin: Margin | null; elements: ElementLine[]; lowest: string[] } | null
  services: ServiceLine[]
  /** By field and value; `null` where a number would point at few. Absent before the period is closed. */
  profile?: Record<string, Record<string, number | null>>
}

const ALL = '*'
const REST = '?'
/** Under this value the profile counts those who told nothing. */
export const UNTOLD = 'untold'
const LOWEST = 3

const UNSAID = { nrr: null, weighted: null, converted: null, category: null }

function lineOf({ key, n, nrr, weighted }: ElementResult): ElementLine {
  if (!nrr || !weighted || n < LEAST) return { key, n, ...UNSAID }
  return { key, n, nrr: twoDecimals(nrr), weighted: decimals(weighted, 3), converted: twoDecimals(converted(nrr)), category: categoryOf(converted(nrr)) }
}

function hiddenAmong(sizes: ReadonlyMap<string, number>, whole: number, already: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const root: Area = { code: ALL, children: [...sizes.keys()].map((code) => ({ code })) }
  return protectAreas(root, (code) => [code === ALL ? whole : sizes.get(code) ?? 0], already)
}

/** Elements that so few of the hidden services' respondents answered that their answers would be what the shown services leave of all. */
function tellingRests(all: Group, shown: readonly Group[]): ReadonlySet<string> {
  const rests = [...all.tallies].map(([key, { n }]) => ({ key, rest: n - shown.reduce((sum, { tallies }) => sum + (tallies.get(key)?.n ?? 0), 0) }))
  return new Set(rests.filter(({ rest }) => rest > 0 && rest < LEAST).map(({ key }) => key))
}

function serviceLines({ services, all, weights, hiddenBefore }: ResultsInput): ServiceLine[] {
  const hidden = hiddenAmong(new Map([...services].map(([code, { respondents }]) => [code, respondents])), all.respondents, hiddenBefore)
  const isHidden = (code: string, { respondents }: Group) => hidden.has(code) || (respondents > 0 && respondents < LEAST)
  const telling = tellingRests(all, [...services].flatMap(([code, group]) => (isHidden(code, group) ? [] : [group])))
  return [...services].map(([code, group]): ServiceLine => {
    const { respondents, served, tallies, spread } = group
    if (isHidden(code, group)) return { code, served, told: 'hidden' }
    const { index = null, category = null, elements } = surveyResult(weights, tallies)
    const lines = elements.map((one) => (telling.has(one.key) ? { ...lineOf(one), ...UNSAID } : lineOf(one)))
    return { code, served, told: { respondents, least: minimalSample(served).least, index, category, margin: marginOf(spread, served) ?? null, elements: lines } }
  }).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Counts of one fact about the respondents, with those who did not tell; a number that points at few is left out, with another so that none follows. */
function protectedCounts(counts: Readonly<Record<string, number>>, respondents: number): Record<string, number | null> {
  const told = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const sizes = new Map([...Object.entries(counts), [REST, Math.max(0, respondents - told)] as const])
  const hidden = hiddenAmong(sizes, respondents)
  return Object.fromEntries([...sizes].map(([value, n]) => [value === REST ? UNTOLD : value, hidden.has(value) ? null : n]))
}

/** The results of a period, computed from what was counted, and protected. */
export function resultsOf(input: ResultsInput): Results {
  const { questionnaire, weights, all, profile } = input
  const whole = surveyResult(weights, all.tallies)
  const isTold = all.respondents >= LEAST
  return {
    definition: DEFINITION_VERSION, questionnaire, respondents: all.respondents, served: all.served, minimal: minimalSample(all.served),
    figures: isTold ? {
      index: whole.index ?? null, category: whole.category ?? null, margin: marginOf(all.spread, all.served) ?? null, elements: whole.elements.map(lineOf),
      lowest: lowest(whole.elements.filter(({ n }) => n >= LEAST), LOWEST).map(({ key }) => key),
    } : null,
    services: serviceLines(input),
    ...(profile && isTold ? { profile: Object.fromEntries(Object.entries(profile).map(([field, counts]) => [field, protectedCounts(counts, all.respondents)])) } : {}),
  }
}

/** A year may be told only if the quarters too small to be told cannot be computed as what the others leave of it: none, or several that are many together. */
export function mayTellYear(respondentsByQuarter: readonly number[]): boolean {
  const hidden = respondentsByQuarter.filter((n) => n > 0 && n < LEAST)
  return hidden.length === 0 || (hidden.length > 1 && hidden.reduce((sum, n) => sum + n, 0) >= LEAST)
}

/** The same without its figures: only how many there were. */
export const withoutFigures = ({ profile: _profile, ...results }: Results): Results =>
  ({ ...results, figures: null, services: results.services.map((one) => ({ ...one, told: 'hidden' })) })

/** The services that must not be told of a whole of which these are parts. */
export const hiddenServices = (parts: readonly Results[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ services }) => services.flatMap(({ code, told }) => (told === 'hidden' ? [code] : []))))
