import type { Levels } from '../../src/domains/registry/core/duplicates-levels.ts'
import { SILENT_STEPS, TOGETHER_PARTS, stepOf } from '../../src/domains/registry/core/duplicates-score.ts'

/** A compared pair whose truth is known. */
export type LabelledPair = { levels: Levels; isOne: boolean }

/** Chance of being one business at which the two bounds of the domain notes lie: 0.85 (probable) and 0.6 (to review). */
const CHANCE_AT = { probable: 0.75, review: 0.2 } as const
/** Holds the weights of rare steps near zero; chosen on a set of its own (seed 6) among 1, 3 and 8. */
const RIDGE = 3
const ROUNDS = 1500

const PARTS = [
  'name', 'owner', 'village', 'address', 'hamlet', 'distance', 'activity', 'trade',
] as const satisfies readonly (keyof Levels)[]

const logit = (chance: number) => Math.log(chance / (1 - chance))

type Case = { features: number[]; pairs: number; ones: number }

const tells = (step: string) => !SILENT_STEPS.has(step)

/** What the model looks at. Steps that say nothing are left out, so that the unknown weighs nothing. */
function featuresOf(levels: Levels): string[] {
  const alone = PARTS.filter((part) => tells(levels[part])).map((part) => `${part} ${levels[part]}`)
  const together = TOGETHER_PARTS.map(([a, b]) => ({ parts: `${a}*${b}`, steps: [stepOf(levels, a), levels[b]] }))
    .filter(({ steps }) => steps.every(tells))
  return [...alone, ...together.map(({ parts, steps }) => `${parts} ${steps.join('*')}`)]
}

/** Pairs that agree in every step count together: a million pairs are some thousand cases. */
function casesOf(pairs: readonly LabelledPair[], names: Map<string, number>): Case[] {
  const cases = new Map<string, Case>()
  for (const { levels, isOne } of pairs) {
    const key = PARTS.map((part) => levels[part]).join(' ')
    let known = cases.get(key)
    if (!known) {
      const features = featuresOf(levels).map((name) => {
        const at = names.get(name) ?? names.size
        names.set(name, at)
        return at
      })
      known = { features: [0, ...features], pairs: 0, ones: 0 }
      cases.set(key, known)
    }
    known.pairs += 1
    known.ones += isOne ? 1 : 0
  }
  return [...cases.values()]
}

function sumOf(features: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (const at of features) sum += weights[at] ?? 0
  return sum
}

/** Logistic regression by Adam: the same pairs give the same weights. */
function regress(cases: readonly Case[], size: number): Float64Array {
  const [weights, speed, spread] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight))
    for (const { features, pairs, ones } of cases) {
      const excess = pairs / (1 + Math.exp(-sumOf(features, weights))) - ones
      for (const at of features) slope[at] = (slope[at] ?? 0) + excess
    }
    const step = round < ROUNDS * 0.7 ? 0.05 : 0.005
    slope.forEach((each, at) => {
      speed[at] = 0.9 * (speed[at] ?? 0) + 0.1 * each
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * each * each
      const [mean, square] = [(speed[at] ?? 0) / (1 - 0.9 ** round), (spread[at] ?? 0) / (1 - 0.999 ** round)]
      weights[at] = (weights[at] ?? 0) - (step * mean) / (Math.sqrt(square) + 1e-8)
    })
  }
  return weights
}

/** Weights by part, or by two parts ('name*trade'), and by step; rounded to two decimals. */
export type FittedWeights = { base: number; weights: Record<string, Record<string, number>> }

export function fitWeights(pairs: readonly LabelledPair[]): FittedWeights {
  const names = new Map([['base', 0]])
  const cases = casesOf(pairs, names)
  const fitted = regress(cases, names.size)
  // A straight line through the two bounds turns the log-odds of the truth into those of the score.
  const slope = (logit(0.85) - logit(0.6)) / (logit(CHANCE_AT.probable) - logit(CHANCE_AT.review))
  const rounded = (weight: number) => Number(weight.toFixed(2))
  const weights: FittedWeights['weights'] = {}
  for (const [name, at] of names) {
    const [part = '', step] = name.split(' ')
    if (step !== undefined) weights[part] = { ...weights[part], [step]: rounded(slope * (fitted[at] ?? 0)) }
  }
  return { base: rounded(slope * ((fitted[0] ?? 0) - logit(CHANCE_AT.review)) + logit(0.6)), weights }
}
