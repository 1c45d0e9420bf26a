/**
 * How often things happen in the made-up regency. The domain notes (`registry.md`, sections 3 and 7) name the troubles and the optional
 * blocks, not their numbers: these are assumptions, kept in one place.
 */
export const SHARES = {
  women: 0.55,
  /** What is known of owners. */
  withoutNationalId: 0.03, bornElsewhere: 0.12, withoutPhone: 0.05, phoneOfVillage: 0.04, familyCard: 0.4, education: 0.5, birthPlace: 0.6,
  disabled: 0.02,
  email: 0.06,
  /** Owners with another business; businesses told twice: by the same owner, by husband or wife, with a slip in the NIK. */
  sameOwner: 0.06, double: 0.012, doubleBySpouse: 0.25, doubleByMistypedId: 0.15,
  /** Kinds of business have their home. */
  local: 0.6, kbliRandom: 0.06, kbli2025: 0.05,
  withoutRtRw: 0.2, hamlet: 0.5, oldSpelling: 0.05,
  /** Words that nobody else has: names put together from those of the children, slips of the finger. */
  coined: 0.12, nameMistyped: 0.02, ownerMistyped: 0.02, ownerRespelled: 0.03,
  /** A point, and of these taken at the enumerator's house where lists are typed in. */
  point: 0.4, pointAtEnumerators: 0.1,
  /** Money: guessed, a month told as a year, told in thousands, with the house in the capital, not told. */
  unstated: 0.06, unstatedCapitalOnly: 0.04, monthAsYear: 0.04, inThousands: 0.015, withHouse: 0.03, outgrown: 0.006,
  verified: 0.6, confirmedAgain: 0.4,
  /** Of those that no longer run, most are still listed as if they did. */
  paused: 0.025, closed: 0.03, movedAway: 0.012, notFound: 0.015,
  /** Optional blocks that somebody filled in. */
  place: 0.6, digital: 0.45, market: 0.4, finance: 0.3, workers: 0.85, more: 0.2,
  /** Permits, of the kinds that usually have them. */
  nib: 0.45, pirt: 0.35, halal: 0.3, trademark: 0.04, bpom: 0.005,
} as const

/** Entered at most so long ago; freshness is asked for after twelve months. */
export const OLDEST_DAYS = 913
