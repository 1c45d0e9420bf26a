import type { z } from 'zod'
import { isRecord } from '../../../kernel/json.ts'
import { type Result, fail, ok } from '../../../kernel/result.ts'
import { flawsId as t } from '../messages-flaws.id.ts'
import { type OfficeWide, completeDefinition } from './complete-definition.ts'
import { type ServiceDefinition, serviceDefinition } from './definition.ts'
import { type Flaw, placeOf } from './flaw.ts'
import { prove } from './proofs.ts'

type Issue = z.core.$ZodIssue

/** Of a choice among shapes the one that was most likely meant: with the fewest things wrong. */
function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const [best] = issue.errors.map((branch) => branch.flatMap((one) => meant({ ...one, path: [...issue.path, ...one.path] })))
    .filter((branch) => branch.length > 0)
    .toSorted((a, b) => a.length - b.length || (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))
  // Every shape fails right here: none of them was meant more than another.
  return !best || best.every(({ path }) => path.length === issue.path.length) ? [issue] : best
}

function messageOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return t.oneOf(issue.values.slice(0, 12).map(String), issue.values.length)
  if (issue.code === 'unrecognized_keys') return t.unknownParts(issue.keys)
  if (issue.code === 'too_small') return issue.origin === 'string' || issue.origin === 'array' ? t.empty : t.atLeast(String(issue.minimum))
  if (issue.code === 'too_big') return t.atMost(String(issue.maximum))
  if (issue.code === 'invalid_type') return issue.input === undefined ? t.missing(issue.expected) : t.wrongType(issue.expected)
  return issue.code === 'invalid_format' ? t.wrongForm(issue.format) : t.wrongShape
}

/** Parts of the file that the definition does not know: a slip in a name would otherwise be passed over in silence. */
function strangeParts(said: unknown, read: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(said) && Array.isArray(read)) return said.flatMap((one, at) => strangeParts(one, read[at], [...path, at]))
  if (!isRecord(said) || !isRecord(read)) return []
  return Object.keys(said).filter((key) => said[key] !== undefined)
    .flatMap((key) => (Object.hasOwn(read, key) ? strangeParts(said[key], read[key], [...path, key]) : [[...path, key]]))
}

/** `validMonths` is how definitions said it before validity had kinds. */
const EARLIER = new Set(['letter.validMonths'])

/**
 * Reads a definition as somebody wrote it and proves it.
 * @returns the whole definition, or everything that has to be mended, each with its place
 */
export function readDefinition(office: OfficeWide, file: unknown): Result<ServiceDefinition, Flaw[]> {
  if (!isRecord(file)) return fail([{ place: '', message: t.noObject }])
  const { definition, flaws } = completeDefinition(office, file)
  const read = serviceDefinition.safeParse(definition, { reportInput: true })
  if (!read.success) {
    const named = flaws.map(({ place }) => place)
    const found = read.error.issues.flatMap(meant).map((issue) => ({ place: placeOf(definition, issue.path), message: messageOf(issue) }))
    // What a name that does not exist leaves open is no second slip.
    return fail([...flaws, ...found.filter(({ place }) => !named.some((one) => place === one || place.startsWith(`${one}.`) || place.startsWith(`${one}[`)))])
  }
  const strange = strangeParts(definition, read.data).map((path) => placeOf(definition, path)).filter((place) => !EARLIER.has(place))
  const all = [...flaws, ...strange.map((place) => ({ place, message: t.unknownPart })), ...prove(read.data)]
  return all.length > 0 ? fail(all) : ok(read.data)
}
