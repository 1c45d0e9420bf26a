import type { Chance } from '../chance.ts'
import { type Kind, readKinds } from '../made-up.ts'
import { type TrueBusiness, addressee, givenName, signboard, tradeOf } from './business.ts'
import { type Household, type Person, type VillagePoint, peopleOf } from './people.ts'
import { SHARES } from './shares.ts'

/** Names of chains and fashions: many owners, many villages. */
const CHAINS = [
  'Geprek Juragan Lombok', 'Laundry Bersih Wangi', 'Es Teh Nusantara', 'Tahu Bulat Digoreng', 'Toko Barokah', 'Warung Barokah',
  'Bakso Solo', 'Soto Lamongan',
  'Sate Madura', 'Martabak Bandung', 'Pangkas Rambut Madura', 'Kopi Kenangan Desa', 'Toko Rejeki', 'Toko Sumber Rejeki',
]

type Draw = {
  chance: Chance; kinds: Kind[]; villages: readonly VillagePoint[]; neighbours: ReadonlyMap<string, readonly string[]>
  people: ReturnType<typeof peopleOf>; made: TrueBusiness[]
}

function placed({ chance, people }: Draw, household: Household, village: VillagePoint | undefined) {
  if (!village) {
    const { latitude, longitude, street, houseNumber, rt, rw } = household
    return { village: household.village, latitude, longitude, street, houseNumber, rt, rw }
  }
  const elsewhere = people.household(village)
  const { latitude, longitude, street, houseNumber, rt, rw } = elsewhere
  return { village: village.code, latitude: latitude + (chance.next() - 0.5) * 0.001, longitude, street, houseNumber, rt, rw }
}

const villageAt = ({ villages }: Draw, code: string) => villages.find((each) => each.code === code)

function build(draw: Draw, household: Household, owner: Person, overrides: Partial<TrueBusiness> = {}): TrueBusiness {
  const { chance, kinds, made, people } = draw
  const kind = overrides.kind ?? chance.one(kinds)
  const village = chance.share(SHARES.known.atHome) ? undefined : villageAt(draw, household.village)
  return {
    household, owner, spouse: owner === household.owner ? household.spouse : household.owner, kind,
    name: signboard(chance, people.make, kind, owner), product: chance.one(kind.produk),
    nib: `9${String(chance.between(0, 999_999_999_999)).padStart(12, '0')}`, ...placed(draw, household, village),
    ...overrides, number: made.length,
  }
}

/** The trade and name of another, under another owner: how a stranger or a neighbour comes to look the same. */
function lookAlike(draw: Draw, earlier: TrueBusiness, village: VillagePoint, name: string): TrueBusiness {
  const household = draw.people.household(village)
  return build(draw, household, household.owner, { kind: earlier.kind, name })
}

function nearby({ chance, villages, neighbours }: Draw, code: string): VillagePoint {
  const codes = new Set([code, ...(neighbours.get(code) ?? [])])
  return chance.one(villages.filter((each) => codes.has(each.code)))
}

/** A person of another house; only the name is the same. */
function namesake(draw: Draw, earlier: TrueBusiness): TrueBusiness {
  const village = villageAt(draw, earlier.household.village) ?? draw.chance.one(draw.villages)
  const household = draw.people.household(village)
  const owner = { ...household.owner, name: earlier.owner.name, gender: earlier.owner.gender }
  return build(draw, household, owner)
}

function twin(draw: Draw, earlier: TrueBusiness): TrueBusiness {
  const { chance } = draw
  const village = nearby(draw, earlier.household.village)
  const byGivenName = `${tradeOf(earlier.kind)} ${addressee(chance, earlier.owner)} ${givenName(chance, earlier.owner)}`
  const plain = chance.one([earlier.name, earlier.name, byGivenName])
  return lookAlike(draw, earlier, village, plain)
}

// The same trade a second time is an outlet elsewhere: at one address it would be one business.
function second(draw: Draw, { household, owner, kind, nib }: TrueBusiness): TrueBusiness {
  const isOutlet = draw.chance.share(SHARES.alike.sameOwnerSameTrade)
  return build(draw, household, owner, { nib, ...(isOutlet ? { kind, ...placed(draw, household, nearby(draw, household.village)) } : {}) })
}

function branch(draw: Draw, { household, owner, kind, nib, name, village }: TrueBusiness): TrueBusiness {
  const others = draw.villages.filter(({ code }) => code !== village)
  const elsewhere = draw.chance.one(others.length > 0 ? others : draw.villages)
  return build(draw, household, owner, { nib, kind, name, ...placed(draw, household, elsewhere) })
}

function child(draw: Draw, { household, kind }: TrueBusiness): TrueBusiness {
  const village = villageAt(draw, household.village) ?? draw.chance.one(draw.villages)
  const young = { ...draw.people.household(village).owner }
  return build(draw, household, young, { kind })
}

/** One more business: of a house of its own, or one that looks like an earlier one and is another. */
function next(draw: Draw): TrueBusiness {
  const { chance, made, villages, people } = draw
  const alike = SHARES.alike
  const earlier = made.length === 0 ? undefined : chance.one(made)
  if (earlier) {
    const lot = chance.next()
    const choices: [share: number, make: () => TrueBusiness][] = [
      [alike.sameOwner, () => second(draw, earlier)],
      [alike.spouse, () => build(draw, earlier.household, earlier.spouse)],
      [alike.child, () => child(draw, earlier)],
      [alike.branch, () => branch(draw, earlier)],
      [alike.twin, () => twin(draw, earlier)],
      [alike.namesake, () => namesake(draw, earlier)],
      [alike.chain, () => lookAlike(draw, earlier, chance.one(villages), chance.one(CHAINS))],
    ]
    let from = 0
    for (const [share, make] of choices) {
      if (lot < from + share) return make()
      from += share
    }
  }
  const household = people.household(chance.one(villages))
  return build(draw, household, household.owner)
}

/** Every business of a made-up corner of the regency, each once. */
export function trueBusinesses(chance: Chance, count: number, villages: readonly VillagePoint[],
  neighbours: ReadonlyMap<string, readonly string[]>): { made: TrueBusiness[]; people: ReturnType<typeof peopleOf>; kinds: Kind[] } {
  const draw: Draw = { chance, kinds: readKinds(), villages, neighbours, people: peopleOf(chance), made: [] }
  while (draw.made.length < count) draw.made.push(next(draw))
  return { made: draw.made, people: draw.people, kinds: draw.kinds }
}
