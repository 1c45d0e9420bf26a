import { type DuplicateSide, DUPLICATE_RULE } from './duplicates.ts'
import { normalName } from './names.ts'

export type Likeness = 'same' | 'doubtful' | 'other'

/**
 * Is the business a list tells of one that is known? `same`: certain enough to write to the known record without asking; `doubtful`: a person
 * must look, the row is entered and waits in the list of doubles.
 * Certain is a probable double that shares a number of its owner (NIK, NIB, phone), or bears the same names in the same village;
 * never one whose owner's NIK is another.
 * @param score of the duplicate rule, 0 to 1
 */
export function likenessOf(one: DuplicateSide, other: DuplicateSide, score: number): Likeness {
  if (score < DUPLICATE_RULE.reviewFrom) return 'other'
  const otherPerson = one.nationalId !== undefined && other.nationalId !== undefined && one.nationalId !== other.nationalId
  const certain = score >= DUPLICATE_RULE.probableFrom && !otherPerson && (sharesNumber(one, other) || bearsSameNames(one, other))
  return certain ? 'same' : 'doubtful'
}

function sharesNumber(one: DuplicateSide, other: DuplicateSide): boolean {
  return (['nationalId', 'nib', 'phone'] as const).some((field) => one[field] !== undefined && one[field] === other[field])
}

function bearsSameNames(one: DuplicateSide, other: DuplicateSide): boolean {
  return one.villageCode === other.villageCode && normalName(one.name) === normalName(other.name)
    && normalName(one.ownerName ?? '') === normalName(other.ownerName ?? '')
}
