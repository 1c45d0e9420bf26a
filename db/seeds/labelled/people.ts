import type { Chance } from '../chance.ts'
import { type Gender, makers } from '../made-up.ts'
import { SHARES } from './shares.ts'

export type Person = { name: string; gender: Gender; nationalId: string; phone: string }

/** One house: a couple with one family card. */
export type Household = {
  number: number; village: string; owner: Person; spouse: Person; familyCard: string; latitude: number; longitude: number
  street: string; houseNumber: number; rt: string; rw: string
}

export type VillagePoint = { code: string; district: string; latitude: number; longitude: number }

const COMMON_WOMEN = ['Siti Aminah', 'Sri Wahyuni', 'Sulastri', 'Siti Fatimah', 'Sumiati', 'Endang Susilowati', 'Nur Hayati',
  'Siti Khotimah']
const COMMON_MEN = ['Agus Setiawan', 'Slamet', 'Sutrisno', 'Abdul Rohman', 'Muhammad Yusuf', 'Bambang Purnomo', 'Sugeng Riyadi',
  'Imam Syafii']

const two = (value: number) => String(value).padStart(2, '0')

/** Makes people and houses that do not exist: numbers end in 0000, phones begin with 0812 0. */
export function peopleOf(chance: Chance) {
  const make = makers(chance)
  const used = new Set<string>()
  let phones = 0
  let households = 0

  /** Numbers with the serial 0000, which the state never issues: NIK, and family cards. */
  const unused = (district: string, dayMore: number, years: [first: number, last: number]): string => {
    for (;;) {
      const region = chance.share(0.8) ? district.replaceAll('.', '') : `35${two(chance.between(1, 29))}${two(chance.between(1, 30))}`
      const day = two(chance.between(1, 28) + dayMore)
      const digits = `${region}${day}${two(chance.between(1, 12))}${two(chance.between(...years) % 100)}0000`
      if (used.has(digits)) continue
      used.add(digits)
      return digits
    }
  }

  const phone = () => {
    phones += 1
    return `+628120${String(1_000_000 + phones)}`
  }

  const person = (district: string, gender: Gender): Person => {
    const name = chance.share(SHARES.commonOwner) ? chance.one(gender === 'female' ? COMMON_WOMEN : COMMON_MEN) : make.person(gender)
    return { name, gender, nationalId: unused(district, gender === 'female' ? 40 : 0, [56, 105]), phone: phone() }
  }

  const household = (village: VillagePoint): Household => {
    households += 1
    const gender: Gender = chance.share(0.55) ? 'female' : 'male'
    const spread = () => (chance.next() - 0.5) * 0.008
    const [street = '', houseNumber = ''] = make.address().split(' Nomor ')
    return {
      number: households, village: village.code, owner: person(village.district, gender),
      spouse: person(village.district, gender === 'female' ? 'male' : 'female'),
      familyCard: unused(village.district, 0, [104, 126]),
      latitude: village.latitude + spread(), longitude: village.longitude + spread(),
      street, houseNumber: Number(houseNumber), rt: `0${two(chance.between(1, 12))}`, rw: `0${two(chance.between(1, 6))}`,
    }
  }

  return { person, household, phone, make }
}
