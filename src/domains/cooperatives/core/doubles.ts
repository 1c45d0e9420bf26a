import { legalEntityKey } from './identity.ts'

/** A cooperative as the rule of doubles sees it. `tellingName`: its telling words in compared spelling. */
export type DoubleSide = {
  tellingName: string; villageCode: string
  legalEntityNumber?: string | undefined; cooperativeNumber?: string | undefined; npwp?: string | undefined; nib?: string | undefined
  phone?: string | undefined
}

/** What the rule must be told of the world. `similarity` of two names in compared spelling, 0 to 1. */
export type DoubleWorld = { similarity: (a: string, b: string) => number; areNeighbours: (villageA: string, villageB: string) => boolean }

/** What speaks for one and the same cooperative; `other-number` speaks against. */
export const DOUBLE_PARTS = [
  'same-legal-entity', 'near-legal-entity', 'same-number', 'same-npwp', 'same-nib', 'same-phone', 'same-name', 'similar-name', 'other-number',
] as const
export type DoublePart = (typeof DOUBLE_PARTS)[number]

/** `adds`: how far this alone makes it likely, 0 to 1; below zero it makes it less so. `place`: where the two lie, for names. */
export type DoubleEvidence = { part: DoublePart; adds: number; place?: 'same-village' | 'near-village' | 'elsewhere' }
export type DoubleScore = { score: number; verdict: 'probable' | 'review' | 'none'; parts: DoubleEvidence[] }

/** Proposal of the product: from here on two are probably one, or a person should look. */
export const DOUBLE_RULE = { inForceFrom: '2026-11-24', probableFrom: 0.85, reviewFrom: 0.5, similarFrom: 0.85 } as const

/** How far each sign alone makes two records one cooperative. Names weigh by how near the two lie. */
const WEIGHT = {
  'same-legal-entity': 1, 'near-legal-entity': 0.85, 'same-number': 0.9, 'same-npwp': 0.8, 'same-nib': 0.8, 'same-phone': 0.4,
  'same-name': { 'same-village': 0.75, 'near-village': 0.6, elsewhere: 0.3 },
  'similar-name': { 'same-village': 0.6, 'near-village': 0.5, elsewhere: 0.1 },
} as const

/** Another Nomor Induk Koperasi: perhaps a slip, more often another cooperative. */
const OTHER_NUMBER = 0.35

/** A legal entity number without signs and leading zeros: `0518/BH/KWK.13/1999` and `518/BH/KWK 13/1999` are near. */
const looseKey = (number: string): string => legalEntityKey(number).replace(/[^A-Z0-9]+/g, ' ').trim().split(' ').map((part) => part.replace(/^0+(?=\d)/, '')).join('')

/** The tax number of a body in its old length. */
export const taxKey = (npwp: string): string => (npwp.length === 16 && npwp.startsWith('0') ? npwp.slice(1) : npwp)

const bothSame = (a: string | undefined, b: string | undefined, key: (text: string) => string = (text) => text): boolean =>
  a !== undefined && b !== undefined && key(a) === key(b)

function numberParts(a: DoubleSide, b: DoubleSide): DoubleEvidence[] {
  const parts: DoubleEvidence[] = []
  const add = (part: Exclude<DoublePart, 'same-name' | 'similar-name' | 'other-number'>) => parts.push({ part, adds: WEIGHT[part] })
  if (bothSame(a.legalEntityNumber, b.legalEntityNumber, legalEntityKey)) add('same-legal-entity')
  else if (bothSame(a.legalEntityNumber, b.legalEntityNumber, looseKey)) add('near-legal-entity')
  if (bothSame(a.cooperativeNumber, b.cooperativeNumber)) add('same-number')
  if (bothSame(a.npwp, b.npwp, taxKey)) add('same-npwp')
  if (bothSame(a.nib, b.nib)) add('same-nib')
  if (bothSame(a.phone, b.phone)) add('same-phone')
  return parts
}

function namePart(a: DoubleSide, b: DoubleSide, { similarity, areNeighbours }: DoubleWorld): DoubleEvidence[] {
  const likeness = similarity(a.tellingName, b.tellingName)
  if (likeness < DOUBLE_RULE.similarFrom) return []
  const place = a.villageCode === b.villageCode ? 'same-village' : areNeighbours(a.villageCode, b.villageCode) ? 'near-village' : 'elsewhere'
  const part = likeness >= 0.999 ? 'same-name' : 'similar-name'
  return [{ part, adds: WEIGHT[part][place], place }]
}

/** Are these one cooperative? Explained part by part; the same for (a, b) and (b, a). */
export function scoreDoubles(a: DoubleSide, b: DoubleSide, world: DoubleWorld): DoubleScore {
  const parts = [...numberParts(a, b), ...namePart(a, b, world)]
  const isOther = a.cooperativeNumber !== undefined && b.cooperativeNumber !== undefined && a.cooperativeNumber !== b.cooperativeNumber
  // Signs that agree strengthen each other; what contradicts them takes its share away.
  const likely = 1 - parts.reduce((rest, { adds }) => rest * (1 - adds), 1)
  if (isOther && parts.length > 0) parts.push({ part: 'other-number', adds: -OTHER_NUMBER })
  const score = isOther ? likely * (1 - OTHER_NUMBER) : likely
  const { probableFrom, reviewFrom } = DOUBLE_RULE
  return { score, verdict: score >= probableFrom ? 'probable' : score >= reviewFrom ? 'review' : 'none', parts }
}

/** Names less alike than this do not go with one NIK koperasi; with one NPWP or NIB they must be nearer. */
const NUMBER_NAMES = 0.6
const TAX_NAMES = 0.8

/**
 * Is the cooperative a list tells of one that is known? `same`: certain enough to write to the known record without asking; `doubtful`: a
 * person must look. Certain is the legal entity number, or another number with a name that goes with it; a row that tells no number of
 * its own is known by its name in its village.
 */
export function listedLikeness(told: DoubleSide, known: DoubleSide, world: DoubleWorld): { likeness: 'same' | 'doubtful' | 'other'; score: number } {
  const { score, verdict, parts } = scoreDoubles(told, known, world)
  const has = (...wanted: DoublePart[]) => parts.some(({ part }) => wanted.includes(part))
  const names = world.similarity(told.tellingName, known.tellingName)
  const isNamed = !has('other-number') && told.legalEntityNumber === undefined
    && parts.some(({ part, place }) => part === 'same-name' && place === 'same-village')
  const isSame = has('same-legal-entity') || isNamed || (has('same-number') && names >= NUMBER_NAMES)
    || (has('same-npwp', 'same-nib') && names >= TAX_NAMES && !has('other-number'))
  return { likeness: isSame ? 'same' : verdict === 'none' ? 'other' : 'doubtful', score }
}
