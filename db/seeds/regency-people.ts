import type { Temporal } from 'temporal-polyfill'
import type { BulkPerson } from '../../src/domains/registry/index.ts'
import type { Chance } from './chance.ts'
import { mistype, respell } from './labelled/slips.ts'
import type { Gender, makers } from './made-up.ts'
import { SHARES } from './regency-shares.ts'
import type { Village } from './villages.ts'

/** What the drawing of people looks at and remembers. */
export type Crowd = {
  chance: Chance; make: ReturnType<typeof makers>
  /** The first twelve digits of the NIKs that were given; the last four are 0000, which the state never issues. */
  usedIds: Set<number>
  usedCards: Set<number>
  phones: number
}

const DAY_MS = 86_400_000
const EDUCATION = ['none', 'primary', 'primary', 'lower-secondary', 'lower-secondary', 'upper-secondary', 'upper-secondary',
  'upper-secondary', 'diploma', 'bachelor'] as const
const MARITAL = ['married', 'married', 'married', 'married', 'single', 'widowed', 'divorced'] as const
/** Regencies and towns of East Java by the middle of their code: a NIK keeps the place of first registration. */
const ELSEWHERE = [...Array.from({ length: 29 }, (_, at) => at + 1).filter((code) => code !== 15), 71, 72, 73, 74, 75, 76, 77, 78, 79]

export const two = (value: number) => String(value).padStart(2, '0')
export const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Born 1948 to 2007, most of them in the middle. */
const drawBirth = ({ chance }: Crowd) => isoDay(Date.UTC(1948, 0, 1) + Math.floor((chance.next() + chance.next()) * 10_950) * DAY_MS)

/** Undefined when the draws keep meeting numbers already given. */
function nationalId({ chance, usedIds }: Crowd, district: string, gender: Gender, born: string): string | undefined {
  const [year = '', month = '', day = ''] = born.split('-')
  const dated = `${two(Number(day) + (gender === 'female' ? 40 : 0))}${month}${year.slice(2)}`
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const home = attempt === 0 && !chance.share(SHARES.bornElsewhere)
    const region = home ? district.replaceAll('.', '') : `35${two(chance.one(ELSEWHERE))}${two(chance.between(1, 15))}`
    const digits = `${region}${dated}`
    if (usedIds.has(Number(digits))) continue
    usedIds.add(Number(digits))
    return `${digits}0000`
  }
  return undefined
}

/** A family card ends in 0000 as well; when all are given, the next families have none. */
function familyCard({ chance, usedCards }: Crowd, district: string): string | undefined {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const issued = isoDay(Date.UTC(2001, 0, 1) + chance.between(0, 9_000) * DAY_MS)
    const digits = `${district.replaceAll('.', '')}${issued.slice(8)}${issued.slice(5, 7)}${issued.slice(2, 4)}`
    if (usedCards.has(Number(digits))) continue
    usedCards.add(Number(digits))
    return `${digits}0000`
  }
  return undefined
}

/** Some give the telephone of the village office or of a mentor. */
function drawPhone(crowd: Crowd, village: Village): string | undefined {
  if (crowd.chance.share(SHARES.withoutPhone)) return undefined
  if (crowd.chance.share(SHARES.phoneOfVillage)) return `+6281299${village.code.slice(-7).replace('.', '')}`
  crowd.phones += 1
  return `+628120${1_000_000 + crowd.phones}`
}

function spelled(chance: Chance, name: string): string {
  if (chance.share(SHARES.ownerRespelled)) return respell(chance, name)
  return chance.share(SHARES.ownerMistyped) ? mistype(chance, name) : name
}

/** An owner who does not exist, as the list that first tells of him knows him. */
export function drawPerson(crowd: Crowd, village: Village, at: Temporal.Instant, gender?: Gender): BulkPerson {
  const { chance, make } = crowd
  const sex = gender ?? (chance.share(SHARES.women) ? 'female' : 'male')
  const birthDate = drawBirth(crowd)
  const id = chance.share(SHARES.withoutNationalId) ? undefined : nationalId(crowd, village.district, sex, birthDate)
  const phone = drawPhone(crowd, village)
  const card = chance.share(SHARES.familyCard) ? familyCard(crowd, village.district) : undefined
  const name = spelled(chance, make.person(sex))
  return {
    id: chance.uuid(), at, name, gender: sex, villageCode: village.code,
    address: `RT ${two(chance.between(1, 12))} RW ${two(chance.between(1, 6))}`, birthDate,
    ...(id ? { nationalId: id } : {}), ...(phone ? { phone } : {}), ...(card ? { familyCardNumber: card } : {}),
    ...(chance.share(SHARES.birthPlace) ? { birthPlace: chance.share(0.75) ? 'Sidoarjo' : chance.one(['Surabaya', 'Mojokerto', 'Pasuruan',
      'Lamongan', 'Sampang']) } : {}),
    ...(chance.share(SHARES.education) ? { education: chance.one(EDUCATION), maritalStatus: chance.one(MARITAL) } : {}),
    ...(chance.share(SHARES.disabled) ? { disability: true } : {}),
    ...(chance.share(SHARES.email) ? { email: `usaha${crowd.phones}@contoh.id` } : {}),
  }
}

/** Husband or wife, at the same address and on the same family card. */
export function drawSpouse(crowd: Crowd, of: BulkPerson, village: Village, at: Temporal.Instant): BulkPerson {
  const spouse = drawPerson(crowd, village, at, of.gender === 'female' ? 'male' : 'female')
  const { address = spouse.address, phone, familyCardNumber } = of
  const shared = phone !== undefined && crowd.chance.share(0.5)
  return { ...spouse, ...(address ? { address } : {}), ...(familyCardNumber ? { familyCardNumber } : {}), ...(shared ? { phone } : {}) }
}
