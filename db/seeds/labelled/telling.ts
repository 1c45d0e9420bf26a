import type { DuplicateSide } from '../../../src/domains/registry/core/duplicates.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../made-up.ts'
import { type TrueBusiness, addressee, givenName, tradeOf } from './business.ts'
import type { Person, VillagePoint } from './people.ts'
import { SHARES } from './shares.ts'
import { mistype, mistypeDigits, respell, withoutOneWord } from './slips.ts'

/** What a list did to the truth, by the words of `SHARES.retold`. */
export type Corruption = keyof typeof SHARES.retold | 'mentorPhone'

/** One line of one list. Lines of one `truth` are one business. `owner` and `household` tell why others look alike. */
export type LabelledRecord = { side: DuplicateSide; truth: number; household: number; ownerId: string; told: Corruption[] }

/** What the lists of one office share. */
export type Lists = {
  chance: Chance; kinds: readonly Kind[]; villages: readonly VillagePoint[]; neighbours: ReadonlyMap<string, readonly string[]>
  mentorPhone: (village: string) => string; newPhone: () => string
  enumeratorsHouse: (village: string) => { latitude: number; longitude: number }
}

const round = (degrees: number) => Number(degrees.toFixed(6))

/** The first list: careful, but it does not know everything. */
export function firstTelling({ chance, kinds, mentorPhone }: Lists, truth: TrueBusiness): LabelledRecord {
  const known = SHARES.known
  const noise = () => (chance.next() - 0.5) * 0.0003
  const byMentor = chance.share(known.mentorPhone)
  const side: DuplicateSide = {
    name: truth.name, villageCode: truth.village, product: truth.product, ownerName: truth.owner.name,
    ...kbliTold(chance, kinds, truth, (what) => chance.share(known[what])),
    nationalId: chance.share(known.nationalId) ? truth.owner.nationalId : undefined,
    phone: byMentor ? mentorPhone(truth.village) : chance.share(known.phone) ? truth.owner.phone : undefined,
    nib: chance.share(known.nib) ? truth.nib : undefined,
    familyCard: chance.share(known.familyCard) ? truth.household.familyCard : undefined,
    address: chance.share(known.houseNumber) ? `${truth.street} Nomor ${truth.houseNumber}` : truth.street,
    ...(chance.share(known.rtRw) ? { rt: truth.rt, rw: truth.rw } : {}),
    ...(chance.share(known.point) ? { latitude: round(truth.latitude + noise()), longitude: round(truth.longitude + noise()) } : {}),
  }
  const told: Corruption[] = byMentor ? ['mentorPhone'] : []
  return { side, truth: truth.number, household: truth.household.number, ownerId: truth.owner.nationalId, told }
}

type Retelling = {
  lists: Lists; truth: TrueBusiness; told: Corruption[]
  happens: (what: Corruption & keyof typeof SHARES.retold) => boolean
}

function ownerTold({ lists: { chance }, happens }: Retelling, owner: Person): string {
  let name = owner.name
  if (happens('ownerShortened')) name = withoutOneWord(chance, name)
  if (happens('ownerRespelled')) name = respell(chance, name)
  if (happens('ownerTypo')) name = mistype(chance, name)
  if (happens('ownerTitled')) {
    const [before, behind] = owner.gender === 'female'
      ? [['Hj.', 'Ibu', 'Ny.'], ['S.Pd.', 'S.E.', 'A.Md.']]
      : [['H.', 'Bpk.', 'Drs.'], ['S.T.', 'S.E.', 'S.H.']]
    name = chance.share(0.7) ? `${chance.one(before)} ${name}` : `${name}, ${chance.one(behind)}`
  }
  return chance.share(0.3) ? name.toUpperCase() : name
}

function nameTold({ lists: { chance }, truth, happens }: Retelling): string {
  let name = truth.name
  if (happens('nameAsOwner')) return truth.owner.name
  if (happens('nameByGivenName')) return `${tradeOf(truth.kind)} ${addressee(chance, truth.owner)} ${givenName(chance, truth.owner)}`
  if (happens('nameShortened')) name = withoutOneWord(chance, name)
  if (happens('nameExtended')) {
    name = chance.one([`${name} Jaya`, `${name} Barokah`, `${name} ${chance.one(truth.kind.produk)}`, `${tradeOf(truth.kind)} ${name}`])
  }
  if (happens('nameRespelled')) name = respell(chance, name)
  if (happens('nameTypo')) name = mistype(chance, name)
  if (happens('nameForm')) {
    const bare = name.replace(/^(UD|CV|Toko|Warung) /, '')
    name = bare === name ? `${chance.one(['UD', 'UD.', 'Toko', 'CV', 'Warung', 'Usaha'])} ${name}` : bare
  }
  return chance.share(0.3) ? name.toUpperCase() : name
}

type Guess = 'kbliRandom' | 'kbliAkin' | 'kbliOtherVersion'

type Class = { kbli: string; kbliVersion: string }

function kbliTold(chance: Chance, kinds: readonly Kind[], truth: TrueBusiness, happens: (what: Guess) => boolean): Class {
  const code = truth.kind.kbli_2020
  if (happens('kbliRandom')) return { kbli: chance.one(kinds).kbli_2020, kbliVersion: '2020' }
  // Last digits differ while the first three stay: the neighbouring class.
  if (happens('kbliAkin')) return { kbli: code.slice(0, 3) + String(chance.between(10, 99)), kbliVersion: '2020' }
  if (happens('kbliOtherVersion')) return { kbli: chance.share(0.6) ? code : chance.one(kinds).kbli_2020, kbliVersion: '2025' }
  return { kbli: code, kbliVersion: '2020' }
}

function placeTold({ lists: { chance, neighbours, villages, enumeratorsHouse }, truth, happens }: Retelling) {
  const beside = neighbours.get(truth.village) ?? []
  let village = truth.village
  if (happens('villageNeighbour') && beside.length > 0) village = chance.one(beside)
  if (happens('villageElsewhere')) village = chance.one(villages).code
  const noise = () => (chance.next() - 0.5) * 0.0004
  const point = happens('pointAbsent') ? {} : happens('pointOfEnumerator') ? enumeratorsHouse(truth.village)
    : { latitude: round(truth.latitude + noise()), longitude: round(truth.longitude + noise()) }
  return { villageCode: village, ...point, ...addressTold({ lists: { chance }, truth, happens }) }
}

function addressTold({ lists: { chance }, truth, happens }: Pick<Retelling, 'truth' | 'happens'> & { lists: { chance: Chance } }) {
  const withRt = !happens('rtRwAbsent')
  const number = happens('addressNumberLost') ? '' : ` ${chance.one(['No. ', 'No', 'no ', ''])}${truth.houseNumber}`
  const street = truth.street.replace(/^Jalan/, chance.one(['Jl.', 'Jln', 'Jalan', 'JL']))
    .replace(/^Perumahan/, chance.one(['Perum', 'Perumahan', 'Perum.']))
  const rt = { rt: truth.rt, rw: truth.rw }
  if (happens('addressAbsent')) return withRt ? rt : {}
  // Half of the lists write RT and RW into the address.
  const inside = withRt && chance.share(0.5)
  const address = `${street}${number}${inside ? ` RT ${Number(truth.rt)}/${Number(truth.rw)}` : ''}`
  return { address, ...(withRt && !inside ? rt : {}) }
}

/** Another list tells of the same business, with the troubles of section 7 of the domain notes. */
export function retell(lists: Lists, truth: TrueBusiness): LabelledRecord {
  const { chance } = lists
  const told: Corruption[] = []
  const happens = (what: keyof typeof SHARES.retold): boolean => {
    const so = chance.share(SHARES.retold[what])
    if (so) told.push(what)
    return so
  }
  const retelling: Retelling = { lists, truth, told, happens }
  const owner = happens('spouseAsOwner') ? truth.spouse : truth.owner
  const phone = happens('phoneAbsent') ? undefined : happens('phoneOther') ? lists.newPhone()
    : happens('phoneOfMentor') ? lists.mentorPhone(truth.village) : chance.share(0.6) ? truth.owner.phone : owner.phone
  const side: DuplicateSide = {
    name: nameTold(retelling), ownerName: ownerTold(retelling, owner), phone,
    ...kbliTold(chance, lists.kinds, truth, happens), ...placeTold(retelling),
    product: happens('productAbsent') ? undefined : chance.share(0.6) ? truth.product : chance.one(truth.kind.produk),
    nationalId: happens('nationalIdAbsent') ? undefined
      : happens('nationalIdMistyped') ? mistypeDigits(chance, owner.nationalId) : owner.nationalId,
    nib: happens('nibAbsent') || owner !== truth.owner ? undefined : truth.nib,
    familyCard: happens('familyCardAbsent') ? undefined : truth.household.familyCard,
  }
  return { side, truth: truth.number, household: truth.household.number, ownerId: owner.nationalId, told }
}
