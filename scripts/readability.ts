// `npm run readability`: how hard the Indonesian texts are that citizens read, group by group, by the formula in
// src/domains/portal/core/readability.ts (its limits are written there). Ends with 1 when a group is above the sixth year of school.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { faqSchema, guidanceSchema } from '../src/domains/portal/core/content.ts'
import { readingOf } from '../src/domains/portal/core/readability.ts'

/** Aimed at: the end of the primary school (product.md, "reading level grade 6"). */
const HIGHEST_GRADE = 6
/** The formula says little of fewer words. */
const LEAST_WORDS = 100

const REFERENCE = join(import.meta.dirname, '../reference')
const json = (path: string): unknown => JSON.parse(readFileSync(join(REFERENCE, path), 'utf8'))

/** Every Indonesian sentence that stands beside an English one: what citizens read of a service. The standard itself is a legal text. */
function sentences(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sentences)
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'en' in value && typeof value.id === 'string') return [value.id]
  return Object.values(value).flatMap(sentences)
}

const services = readdirSync(join(REFERENCE, 'services')).filter((name) => name.endsWith('.json')).toSorted()
const groups: [string, string[]][] = [
  ['FAQ', faqSchema.parse(json('portal/faq.json')).flatMap((one) => [one.question.id, one.answer.id])],
  ['guidance', guidanceSchema.parse(json('portal/guidance.json')).flatMap((one) => [one.title.id, ...one.steps.map((step) => step.id)])],
  ...services.map((name): [string, string[]] => [name, sentences(json(`services/${name}`))]),
]

let above = 0
for (const [name, texts] of groups) {
  const { words, sentences: perHundred, syllables, grade } = readingOf(texts)
  const isAbove = words >= LEAST_WORDS && grade > HIGHEST_GRADE
  if (isAbove) above += 1
  const told = grade > 12 ? 'above 12' : String(grade)
  console.log(`${isAbove ? '!!' : '  '} ${name.padEnd(20)} grade ${told.padEnd(8)} ${String(words).padStart(5)} words, ${perHundred.toFixed(1)} sentences and ${syllables.toFixed(0)} syllables in a hundred words${words < LEAST_WORDS ? ' (too few words to say)' : ''}`)
}
console.log(`${groups.length - above} of ${groups.length} up to grade ${HIGHEST_GRADE}`)
process.exit(above > 0 ? 1 : 0)
