import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../kernel/rights.ts'
import { referencesOf } from '../applications/index.ts'
import { listOfficerAccounts } from '../accounts/index.ts'
import { calendarOf, findHomeOffice, holderOf, listDistricts, listDivisions, listPlaces, officialsOn } from '../office/index.ts'
import { readTallies } from '../registry/index.ts'
import { type SatisfactionPublication, listSatisfaction } from '../satisfaction/index.ts'
import { listServicesOn } from '../services/index.ts'
import { type BoardFacts, countObjections, readBoardFacts } from './board-store.ts'
import type { VillageCoverage } from './core/board.ts'
import type { Figure } from './core/figures.ts'
import { type ObjectionCode, objectionFigures } from './core/objection-figures.ts'
import { type KeptMonth, listMonths, readFigures } from './months-store.ts'

/** Micro businesses that are active, as the registry counts them. */
const MICRO = 'scale.micro'

export type Board = {
  month: KeptMonth | undefined; figures: Figure[]; before: Figure[]; objections: { now: Figure<ObjectionCode>[]; before: Figure<ObjectionCode>[] }
  standards: number; posts: { held: number; all: number }; calendarThrough: string; officers: number
  facts: BoardFacts; villages: VillageCoverage[]; districts: ReadonlyMap<string, string>
  /** The satisfaction survey as published by quarter, the newest first. */
  satisfaction: SatisfactionPublication[]
  /** What the cases of the forecast are called, of those this officer may see. */
  references: ReadonlyMap<string, string>
}

async function villagesOf(tx: Tx, officeId: string, regionCode: string, { coverage }: BoardFacts): Promise<VillageCoverage[]> {
  const places = (await listPlaces(tx, regionCode)).places.filter(({ validTo }) => validTo === null)
  const { byArea } = await readTallies(tx, officeId, places.map(({ code }) => code), [MICRO])
  return places.map(({ code, name, districtCode }) => ({ code, name, district: districtCode, applications: coverage?.found[code] ?? 0, businesses: byArea.get(code)?.get(MICRO) ?? 0 }))
}

/** Who must hold a post: the head, the secretary, and a head for each division. */
async function postsOn(tx: Tx, officeId: string, today: Temporal.PlainDate): Promise<Board['posts']> {
  const officials = await officialsOn(tx, officeId, today)
  const divisions = await listDivisions(tx, officeId, today)
  const held = [holderOf(officials, 'office-head'), holderOf(officials, 'secretary'), ...divisions.map(({ id }) => holderOf(officials, 'division-head', id))]
  return { held: held.filter(Boolean).length, all: held.length }
}

const objectionsIn = async (tx: Tx, officeId: string, month: KeptMonth | undefined): Promise<Figure<ObjectionCode>[]> =>
  (month ? objectionFigures(await countObjections(tx, officeId, month)) : [])

/** All that the office's board shows. The figures are of the last month that is over, or of the running one before there is such a month. */
export async function readBoard(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<Board | undefined> {
  const { officeId } = actor
  const office = await findHomeOffice(tx)
  if (!office) return undefined
  const today = wibDate(now)
  const months = await listMonths(tx, officeId)
  const at = Math.max(0, months.findIndex(({ isFinal }) => isFinal))
  const [month, earlier] = [months[at], months[at + 1]]
  const facts = await readBoardFacts(tx, officeId)
  return {
    month, figures: month ? await readFigures(tx, officeId, month.month) : [], before: earlier ? await readFigures(tx, officeId, earlier.month) : [],
    objections: { now: await objectionsIn(tx, officeId, month), before: await objectionsIn(tx, officeId, earlier) },
    standards: (await listServicesOn(tx, officeId, today.toString())).length, posts: await postsOn(tx, officeId, today),
    calendarThrough: (await calendarOf(tx, officeId)).knownThrough, officers: (await listOfficerAccounts(tx, officeId)).length,
    facts, references: await referencesOf(tx, actor, facts.forecast?.found.late.map(({ id }) => id) ?? []),
    satisfaction: (await listSatisfaction(tx, officeId)).filter(({ period }) => period.kind === 'quarter'),
    villages: await villagesOf(tx, officeId, office.regionCode, facts),
    districts: new Map((await listDistricts(tx, office.regionCode)).map(({ code, name }) => [code, name])),
  }
}
