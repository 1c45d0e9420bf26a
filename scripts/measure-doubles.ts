// How well doubles are found, on made-up businesses whose truth is known (docs/doubles.md):
//   node --import ./scripts/loader.mjs scripts/measure-doubles.ts --businesses 20000 --seed 2
// `--digits` compares NIKs as digits; `--fit` prints weights fitted on the set instead, for `core/duplicates-weights.ts`.
import { parseArgs } from 'node:util'
import { type DoublesReport, type Mistake, type Quality, calibrateDoubles, measureDoubles } from './bench/doubles.ts'

const { values } = parseArgs({
  options: {
    businesses: { type: 'string', default: '20000' }, seed: { type: 'string', default: '2' },
    digits: { type: 'boolean', default: false }, fit: { type: 'boolean', default: false },
  },
})

const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const qualityLine = ({ precision, recall }: Quality) => `precision ${percent(precision)}  recall ${percent(recall)}`
const count = (number: number) => number.toLocaleString('en')

function mistakeLines({ score, first, second }: Mistake): string[] {
  const told = [...first.told, ...second.told].join(', ')
  return [`  ${score.toFixed(3)}  ${told}`, ...[first, second].map(({ side }) => {
    const trade = `${side.kbli}/${side.kbliVersion ?? '-'} ${side.product ?? '-'}`
    return `         ${side.name} | ${side.ownerName ?? '-'} | ${side.villageCode} | ${trade} | ${side.address ?? '-'}`
  })]
}

function linesOf(report: DoublesReport): string[] {
  const { blocks, time } = report
  return [
    `${count(report.businesses)} businesses, ${count(report.records)} lines of lists, ${count(report.truePairs)} true pairs`,
    `keys: ${count(blocks.pairs)} pairs compared, ${blocks.perRecord.toFixed(1)} candidates a record, `
      + `${percent(blocks.completeness)} of the true pairs among them`,
    '', `probable (score 0.85 on)   ${qualityLine(report.probable)}`, `probable or review (0.6)   ${qualityLine(report.found)}`,
    `of the pairs to review, ${percent(report.reviewYield)} are one business`,
    `pairs in one family when the probable are merged ${percent(report.reunited.probable)}; `
      + `when all found ones are ${percent(report.reunited.found)}`,
    '', 'at one bound:', ...report.curve.map((quality) => `  ${quality.from.toFixed(2)}  ${qualityLine(quality)}`),
    '', 'true pairs by what a list did (hardest first)       pairs  probable     found',
    ...report.told.map(({ told, pairs, probable, found }) =>
      `  ${told.padEnd(46)} ${count(pairs).padStart(8)} ${percent(probable / pairs).padStart(9)} ${percent(found / pairs).padStart(9)}`),
    '', 'different businesses taken for one:   probable    review',
    ...report.falsePairs.map(({ why, probable, review }) =>
      `  ${why.padEnd(34)} ${count(probable).padStart(9)} ${count(review).padStart(9)}`),
    '', 'worst misses (made-up people):', ...report.missed.flatMap(mistakeLines),
    '', 'worst false pairs (made-up people):', ...report.wrong.flatMap(mistakeLines),
    '', `time: prepare ${time.prepareUs.toFixed(1)} µs a record, keys ${time.keysUs.toFixed(1)}, `
      + `lookup ${time.lookupUs.toFixed(1)}, compare ${time.compareUs.toFixed(2)} µs a pair`,
  ]
}

const options = { businesses: Number(values.businesses), seed: Number(values.seed) }
const text = values.fit
  ? JSON.stringify(calibrateDoubles(options), null, 1)
  : linesOf(measureDoubles({ ...options, asDigits: values.digits })).join('\n')
process.stdout.write(`${text}\n`)
