import { type Corruption, type LabelledRecord, labelledSet, readNeighbours } from '../../db/seeds/labelled/index.ts'
import { compareSides } from '../../src/domains/registry/core/duplicates-levels.ts'
import { MOST_IN_BLOCK, duplicateKeys, duplicateLookups } from '../../src/domains/registry/core/duplicates-keys.ts'
import { type PreparedSide, prepareSide } from '../../src/domains/registry/core/duplicates-side.ts'
import { DUPLICATE_RULE, duplicateScore } from '../../src/domains/registry/core/duplicates.ts'
import { type VillageMap, neighbourMap } from '../../src/domains/registry/core/neighbours.ts'
import { type FittedWeights, type LabelledPair, fitWeights } from './doubles-fit.ts'

export type DoublesOptions = {
  businesses: number; seed: number
  /** NIKs are seen as digits, so that a slip shows; the registry keeps only a keyed index of them, where it does not. */
  asDigits?: boolean
}

/** How many pairs at or above a bound are truly one business (`precision`), and how many of all true pairs they are (`recall`). */
export type Quality = { from: number; precision: number; recall: number }

export type ToldReport = { told: Corruption | 'nothing'; pairs: number; probable: number; found: number }
export type Mistake = { score: number; first: LabelledRecord; second: LabelledRecord }

/** `why` a pair of two businesses looks like one. */
export type FalseReport = { why: 'same owner' | 'same house' | 'others'; probable: number; review: number }

export type DoublesReport = {
  businesses: number; records: number; truePairs: number
  blocks: { pairs: number; perRecord: number; completeness: number }
  probable: Quality; found: Quality
  /** Quality at bounds in between, for choosing one. */
  curve: Quality[]
  /** Share of true pairs that end in one family when all probable (`probable`), all found pairs (`found`) are merged. */
  reunited: { probable: number; found: number }
  /** Share of true pairs within the review band. */
  reviewYield: number
  told: ToldReport[]; falsePairs: FalseReport[]
  missed: Mistake[]; wrong: Mistake[]
  time: { generateMs: number; prepareUs: number; keysUs: number; lookupUs: number; compareUs: number }
}

type Pair = { a: number; b: number }
type Scored = Pair & { score: number; isOne: boolean }

const MOST_MISTAKES = 8

const now = () => performance.now()

/** The registry knows NIKs by a keyed index: equal for equal digits, without a trace of them otherwise. */
function opaque(record: LabelledRecord): LabelledRecord {
  const { nationalId } = record.side
  return nationalId === undefined ? record : { ...record, side: { ...record.side, nationalId: `index ${nationalId}` } }
}

function blocked(sides: readonly PreparedSide[], map: VillageMap): { pairs: Pair[]; keysMs: number; lookupMs: number } {
  const start = now()
  const blocks = new Map<string, number[]>()
  sides.forEach((side, at) => {
    for (const key of duplicateKeys(side)) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  })
  const filed = now()
  const pairs: Pair[] = []
  sides.forEach((side, b) => {
    const earlier = new Set<number>()
    for (const key of duplicateLookups(side, map)) {
      const block = blocks.get(key) ?? []
      if (block.length <= MOST_IN_BLOCK) for (const a of block) if (a < b) earlier.add(a)
    }
    for (const a of earlier) pairs.push({ a, b })
  })
  return { pairs, keysMs: filed - start, lookupMs: now() - filed }
}

function truePairsOf(records: readonly LabelledRecord[]): Pair[] {
  const byTruth = Map.groupBy(records.keys(), (at) => records[at]?.truth ?? -1)
  return [...byTruth.values()].flatMap((lines) => lines.flatMap((a, at) => lines.slice(at + 1).map((b) => ({ a, b }))))
}

function qualityFrom(from: number, scored: readonly Scored[], truePairs: number): Quality {
  const chosen = scored.filter(({ score }) => score >= from)
  const right = chosen.filter(({ isOne }) => isOne).length
  return { from, precision: chosen.length === 0 ? 1 : right / chosen.length, recall: truePairs === 0 ? 1 : right / truePairs }
}

/** Share of the true pairs that a chain of rightly merged pairs joins. */
function reunited(from: number, scored: readonly Scored[], truePairs: readonly Pair[], records: number): number {
  const family = Array.from({ length: records }, (_, at) => at)
  const head = (at: number): number => {
    const up = family[at] ?? at
    return up === at ? at : head(up)
  }
  for (const { a, b, score, isOne } of scored) if (isOne && score >= from) family[head(b)] = head(a)
  return truePairs.filter(({ a, b }) => head(a) === head(b)).length / Math.max(1, truePairs.length)
}

type Measured = { records: LabelledRecord[]; truePairs: Pair[]; scoreOf: (pair: Pair) => number; scored: Scored[] }

/** Pairs of a first telling and a retelling, by what the retelling did; a pair counts under each of its troubles. */
function toldReports({ records, truePairs, scoreOf }: Measured): ToldReport[] {
  const counts = new Map<Corruption | 'nothing', ToldReport>()
  for (const pair of truePairs) {
    const troubles = new Set([...(records[pair.a]?.told ?? []), ...(records[pair.b]?.told ?? [])])
    const score = scoreOf(pair)
    for (const told of troubles.size === 0 ? ['nothing' as const] : troubles) {
      const count = counts.get(told) ?? { told, pairs: 0, probable: 0, found: 0 }
      count.pairs += 1
      if (score >= DUPLICATE_RULE.probableFrom) count.probable += 1
      if (score >= DUPLICATE_RULE.reviewFrom) count.found += 1
      counts.set(told, count)
    }
  }
  return [...counts.values()].toSorted((a, b) => a.found / a.pairs - b.found / b.pairs)
}

function falseReports({ records, scored }: Measured): FalseReport[] {
  const why = ({ a, b }: Pair): FalseReport['why'] => {
    const [one, other] = [records[a], records[b]]
    if (one?.ownerId === other?.ownerId) return 'same owner'
    return one?.household === other?.household ? 'same house' : 'others'
  }
  const wrong = scored.filter(({ isOne, score }) => !isOne && score >= DUPLICATE_RULE.reviewFrom)
  return (['same owner', 'same house', 'others'] as const).map((each) => {
    const mine = wrong.filter((pair) => why(pair) === each)
    const probable = mine.filter(({ score }) => score >= DUPLICATE_RULE.probableFrom).length
    return { why: each, probable, review: mine.length - probable }
  })
}

function mistakesOf({ records, truePairs, scoreOf, scored }: Measured): Pick<DoublesReport, 'missed' | 'wrong'> {
  const shown = (pairs: (Pair & { score: number })[]) => pairs.slice(0, MOST_MISTAKES).flatMap(({ a, b, score }): Mistake[] => {
    const [first, second] = [records[a], records[b]]
    return first && second ? [{ score, first, second }] : []
  })
  return {
    missed: shown(truePairs.map((pair) => ({ ...pair, score: scoreOf(pair) })).toSorted((p, q) => p.score - q.score)),
    wrong: shown(scored.filter(({ isOne }) => !isOne).toSorted((p, q) => q.score - p.score)),
  }
}

/**
 * Looks for doubles in a made-up corner of the regency whose truth is known, as an import does: keys, then scores. The same options
 * give the same figures, but for the time.
 */
export function measureDoubles({ businesses, seed, asDigits = false }: DoublesOptions): DoublesReport {
  const start = now()
  const told = labelledSet({ businesses, seed })
  const records = asDigits ? told : told.map(opaque)
  const generated = now()
  const sides = records.map(({ side }) => prepareSide(side))
  const prepared = now()
  const map = neighbourMap(readNeighbours())
  const { pairs, keysMs, lookupMs } = blocked(sides, map)
  const beforeScores = now()
  const scored = pairs.map(({ a, b }): Scored => {
    const [one, other] = [sides[a], sides[b]]
    return { a, b, score: one && other ? duplicateScore(one, other, map) : 0, isOne: records[a]?.truth === records[b]?.truth }
  })
  const compareUs = ((now() - beforeScores) * 1000) / Math.max(1, pairs.length)

  const truePairs = truePairsOf(records)
  const scores = new Map(scored.filter(({ isOne }) => isOne).map(({ a, b, score }) => [a * records.length + b, score]))
  const measured: Measured = { records, truePairs, scored, scoreOf: ({ a, b }) => scores.get(a * records.length + b) ?? 0 }
  const quality = (from: number) => qualityFrom(from, scored, truePairs.length)
  const review = scored.filter(({ score }) => score >= DUPLICATE_RULE.reviewFrom && score < DUPLICATE_RULE.probableFrom)
  return {
    businesses, records: records.length, truePairs: truePairs.length,
    blocks: {
      pairs: pairs.length, perRecord: (2 * pairs.length) / records.length, completeness: scores.size / Math.max(1, truePairs.length),
    },
    probable: quality(DUPLICATE_RULE.probableFrom), found: quality(DUPLICATE_RULE.reviewFrom),
    curve: [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map(quality),
    reunited: {
      probable: reunited(DUPLICATE_RULE.probableFrom, scored, truePairs, records.length),
      found: reunited(DUPLICATE_RULE.reviewFrom, scored, truePairs, records.length),
    },
    reviewYield: review.filter(({ isOne }) => isOne).length / Math.max(1, review.length),
    told: toldReports(measured), falsePairs: falseReports(measured), ...mistakesOf(measured),
    time: {
      generateMs: generated - start, prepareUs: ((prepared - generated) * 1000) / records.length, keysUs: (keysMs * 1000) / records.length,
      lookupUs: (lookupMs * 1000) / records.length, compareUs,
    },
  }
}

/**
 * Weights fitted on a labelled set of its own: the calibration set, never one that is measured. Each pair counts twice: with NIKs as
 * an index, as in the registry, and as digits, so that the weight of a slip is learned too.
 */
export function calibrateDoubles({ businesses, seed }: Pick<DoublesOptions, 'businesses' | 'seed'>): FittedWeights {
  const told = labelledSet({ businesses, seed })
  const map = neighbourMap(readNeighbours())
  return fitWeights([told, told.map(opaque)].flatMap((records) => {
    const sides = records.map(({ side }) => prepareSide(side))
    return blocked(sides, map).pairs.flatMap(({ a, b }): LabelledPair[] => {
      const [one, other] = [sides[a], sides[b]]
      return one && other ? [{ levels: compareSides(one, other, map).levels, isOne: records[a]?.truth === records[b]?.truth }] : []
    })
  }))
}
