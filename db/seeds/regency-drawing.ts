import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { BulkBusiness, BulkPerson } from '../../src/domains/registry/index.ts'
import { REFERENCE } from '../../src/platform/db/reference.ts'
import { type Chance, chanceOf } from './chance.ts'
import { mistypeDigits } from './labelled/slips.ts'
import { type Kind, makers, readKinds } from './made-up.ts'
import { type Trade, drawRecord, toldAgain } from './regency-businesses.ts'
import { type Crowd, drawPerson, drawSpouse } from './regency-people.ts'
import { OLDEST_DAYS, SHARES } from './regency-shares.ts'
import { type Village, readVillages, villagePicker } from './villages.ts'

export type DrawnBusiness = Omit<BulkBusiness, 'verifiedBy'> & { confirmedAt: Temporal.Instant; isVerified: boolean }
/** A business with its owner, and where it is. */
export type Drawn = { owner: BulkPerson; business: DrawnBusiness; village: Village; kind: Kind; doubleOf?: string }
/** People before the businesses that are theirs. */
export type DrawnBatch = { people: BulkPerson[]; drawn: Drawn[] }

type World = {
  crowd: Crowd; trade: Omit<Trade, 'nowMs' | 'thisYear'>; kinds: readonly Kind[]; placeOf: (kind: Kind) => Village; now: Temporal.Instant
  /** The latest ones: whoever has another business, or is told twice, is one of them. */
  recent: Drawn[]
}

const RECENT = 5_000
/** Among fewer the first would come again and again. */
const FEWEST = 200
const MINUTE_MS = 60_000
const TWO_DAYS_MS = 172_800_000

const classesOf2025 = () => new Set(z.array(z.object({ code: z.string() })).parse(
  JSON.parse(readFileSync(join(REFERENCE, 'kbli/kbli-2025/05_kelompok.json'), 'utf8'))).map(({ code }) => code))

/** Krupuk is made in some districts, tofu in others; some are everywhere. */
function placesOf(chance: Chance, villages: readonly Village[], kinds: readonly Kind[]): World['placeOf'] {
  const anywhere = villagePicker(villages)
  const home = new Map(kinds.flatMap((kind) => (kind.kecamatan_khas?.length ? [[kind,
    villagePicker(villages, kind.kecamatan_khas)] as const] : [])))
  return (kind) => {
    const near = home.get(kind)
    return near && chance.share(SHARES.local) ? near(chance) : anywhere(chance)
  }
}

const momentBetween = (chance: Chance, fromMs: number, toMs: number) =>
  Temporal.Instant.fromEpochMilliseconds(fromMs + Math.floor(chance.next() * Math.max(0, toMs - fromMs) / MINUTE_MS) * MINUTE_MS)

function describe(world: World, one: { owner: BulkPerson; record: BulkBusiness['record']; at: Temporal.Instant; village: Village; kind: Kind }): Drawn {
  const { chance } = world.crowd
  const { owner, record, at, village, kind } = one
  const again = chance.share(SHARES.confirmedAgain)
  const confirmedAt = again ? momentBetween(chance, at.epochMilliseconds, world.now.epochMilliseconds - TWO_DAYS_MS) : at
  return {
    owner, village, kind,
    business: { id: chance.uuid(), ownerId: owner.id, ownerName: owner.name, at, confirmedAt, districtCode: village.district, record,
      isVerified: chance.share(SHARES.verified) },
  }
}

/** A second list tells of the same business: by the same owner, by husband or wife, or with a slip in the NIK. */
function drawDouble(world: World, before: Drawn, people: BulkPerson[]): Drawn {
  const { crowd } = world
  const { chance } = crowd
  const at = momentBetween(chance, before.business.at.epochMilliseconds, world.now.epochMilliseconds - TWO_DAYS_MS)
  let owner = before.owner
  const { nationalId } = owner
  if (chance.share(SHARES.doubleBySpouse)) owner = drawSpouse(crowd, owner, before.village, at)
  else if (nationalId !== undefined && chance.share(SHARES.doubleByMistypedId)) owner = mistypedOwner(crowd, { ...owner, nationalId }, at)
  if (owner !== before.owner) people.push(owner)
  return { ...describe(world, { owner, record: toldAgain(chance, before.business.record), at, village: before.village, kind: before.kind }),
    doubleOf: before.business.id }
}

/** The same person under a NIK with a slip, which nobody else has; where every slip leads to another's, without one. */
function mistypedOwner({ chance, usedIds }: Crowd, { nationalId, ...owner }: BulkPerson & { nationalId: string },
  at: Temporal.Instant): BulkPerson {
  const slip = mistypeDigits(chance, nationalId)
  const [day, month] = [Number(slip.slice(6, 8)) % 40, Number(slip.slice(8, 10))]
  const isPossible = day >= 1 && day <= 31 && month >= 1 && month <= 12 && Number(slip.slice(6,
    8)) <= 71 && !usedIds.has(Number(slip.slice(0, 12)))
  if (isPossible) usedIds.add(Number(slip.slice(0, 12)))
  return { ...owner, id: chance.uuid(), at, ...(isPossible ? { nationalId: slip } : {}) }
}

function drawOne(world: World, people: BulkPerson[]): Drawn {
  const { crowd: { chance }, recent } = world
  const isEarly = recent.length < FEWEST
  if (!isEarly && chance.share(SHARES.double)) return drawDouble(world, chance.one(recent), people)
  const earlier = !isEarly && chance.share(SHARES.sameOwner) ? chance.one(recent) : undefined
  const kind = chance.one(world.kinds)
  const village = earlier && chance.share(0.7) ? earlier.village : world.placeOf(kind)
  const nowMs = world.now.epochMilliseconds
  const at = momentBetween(chance, earlier ? earlier.business.at.epochMilliseconds : nowMs - OLDEST_DAYS * 86_400_000, nowMs - TWO_DAYS_MS)
  const owner = earlier?.owner ?? drawPerson(world.crowd, village, at)
  if (!earlier) people.push(owner)
  const trade = { ...world.trade, nowMs: at.epochMilliseconds, thisYear: new Date(at.epochMilliseconds).getUTCFullYear() }
  return describe(world, { owner, record: drawRecord(trade, kind, village, { name: owner.name, gender: owner.gender ?? 'female' }), at,
    village, kind })
}

/**
 * A made-up regency, to be drawn in parts: the same seed at the same moment gives the same people and businesses, ids included. Two
 * regencies that share `usedIds` share no NIK; with `phonesFrom` far apart they share no telephone either.
 */
export async function drawRegency({ seed, now, usedIds = new Set(),
  phonesFrom = 0 }: { seed: number; now: Temporal.Instant; usedIds?: Set<number>; phonesFrom?: number }) {
  const chance = chanceOf(seed)
  const make = makers(chance)
  const kinds = readKinds()
  const crowd: Crowd = { chance, make, usedIds, usedCards: new Set(), phones: phonesFrom }
  const world: World = {
    crowd, kinds, now, recent: [], placeOf: placesOf(chance, await readVillages(), kinds),
    trade: { chance, make, in2025: classesOf2025(), codes: kinds.map((kind) => kind.kbli_2020) },
  }
  let count = 0
  return (size: number): DrawnBatch => {
    const batch: DrawnBatch = { people: [], drawn: [] }
    for (let number = 0; number < size; number += 1) {
      const one = drawOne(world, batch.people)
      batch.drawn.push(one)
      // A ring, so that a million take no more memory than five thousand.
      world.recent[count++ % RECENT] = one
    }
    return batch
  }
}
