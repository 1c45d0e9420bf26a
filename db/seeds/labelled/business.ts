import type { Chance } from '../chance.ts'
import type { Kind, makers } from '../made-up.ts'
import type { Household, Person } from './people.ts'
import { SHARES } from './shares.ts'

/** One business as it truly is. `number` is the truth the labels speak of. */
export type TrueBusiness = {
  number: number; household: Household; owner: Person; spouse: Person; name: string; kind: Kind; product: string; village: string
  latitude: number; longitude: number; street: string; houseNumber: number; rt: string; rw: string; nib: string | undefined
}

const capitals = (text: string) => text.replaceAll(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())

/** The trade in a word or two, as on a signboard: "Kerupuk Udang", "Bengkel Mobil". */
export const tradeOf = (kind: Kind) => capitals(kind.jenis.split(/ dan |,|\(/)[0]?.trim() ?? kind.jenis)

/** The word people are called by: "Bu Aminah" for Siti Aminah or for Siti alike. */
export const givenName = (chance: Chance, { name }: Person) =>
  chance.one([...name.split(' ').filter((word) => word.length > 3 && !word.includes('.')), name.split(' ').at(-1) ?? name].slice(0, 2))

export const addressee = (chance: Chance, { gender }: Person) =>
  gender === 'female' ? chance.one(['Bu', 'Mbak', 'Bunda', 'Mak', 'Hj.']) : chance.one(['Pak', 'Cak', 'Mas', 'Wak', 'H.'])

const WORDS = ['Barokah', 'Berkah', 'Jaya', 'Makmur', 'Sejahtera', 'Sentosa', 'Rejeki', 'Sumber', 'Karya', 'Cahaya', 'Anugerah', 'Amanah',
  'Mandiri', 'Lestari']

/** Names on signboards, by patterns heard in East Java; the makers of the demo give half of them. */
export function signboard(chance: Chance, make: ReturnType<typeof makers>, kind: Kind, owner: Person): string {
  if (chance.share(SHARES.namedAsOwner)) return owner.name
  const trade = tradeOf(kind)
  if (chance.share(SHARES.namedAsTrade)) return trade
  if (chance.share(0.5)) return make.business(kind, owner.name, owner.gender)
  const given = givenName(chance, owner)
  const forms = [
    `Warung ${addressee(chance, owner)} ${given}`, `Toko ${chance.one(WORDS)}`, `UD ${chance.one(WORDS)} Jaya`, `Dapur ${given}`,
    `${trade} ${chance.one(WORDS)}`, `${trade} ${addressee(chance, owner)} ${given}`, `${given} ${trade}`, `CV ${chance.one(WORDS)} Abadi`,
    `${trade} ${chance.one(['Dua', 'Tiga', 'Lima'])} ${chance.one(['Putra', 'Saudara', 'Putri'])}`,
    `${chance.one(WORDS)} ${chance.one(WORDS)}`,
    `${capitals(kind.produk[0] ?? trade)} ${given}`,
  ]
  return chance.one(forms)
}
