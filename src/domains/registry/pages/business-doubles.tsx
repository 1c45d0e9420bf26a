import type { Allowed } from '../../../platform/http/context.ts'
import type { Route } from '../../../platform/http/route.ts'
import { type ComparedSide, type Comparison, compareTwo } from '../compare.ts'
import { BUSINESS_FIELDS, kindOf } from '../core/business-blocks.ts'
import { groupFields, groupOf } from '../core/field-groups.ts'
import { groupLabels } from '../field-messages.id.ts'
import { fieldText, labelOf } from '../field-text.ts'
import { explainPairs } from '../find-pairs.ts'
import { pairAccess } from '../merge-api.ts'
import { businessMerges } from '../merge-businesses.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { BUSINESS_TABLES } from '../register-tables.ts'
import { traceReveal } from '../reveal.ts'
import { DESK_PATHS, type DoublesDesk, type PairSideView, type PairView } from './doubles-desk.ts'
import { doublesApartPage } from './doubles-apart.page.tsx'
import { doublesHistoryPage } from './doubles-history.page.tsx'
import { doublesPairPage } from './doubles-pair.page.tsx'
import { doublesPage } from './doubles.page.tsx'
import { EvidenceList, mainReasons } from './evidence-list.tsx'
import { originText } from './origin-text.ts'

const w = mergeWords.compare

/** A group of answers in one text: `Jalan Tambak 3, RT 001, RW 002, Kupang, Jabon`. */
function groupText(group: string, { folded }: ComparedSide, { names }: Comparison, plain: boolean): string {
  const texts = groupFields(group).flatMap((field) => {
    const text = fieldText(field, folded.values[field], names, plain)
    if (text === '') return []
    return [field === group || field === 'villageCode' ? text : `${labelOf(field)} ${text}`]
  })
  return texts.join(', ') || w.empty
}

/** Where the group's answers came from: that of the first which was told. */
function groupOrigin(group: string, { folded }: ComparedSide, { names }: Comparison): string | undefined {
  const origin = groupFields(group).map((field) => folded.origins[field]).find((act) => act !== undefined)
  return origin && originText(origin, names.accounts)
}

const hasMoney = (group: string) => groupFields(group).some((field) => kindOf(field) === 'money')

/** The order of the record, not of the alphabet. */
const placeOf = ({ group }: { group: string }) => BUSINESS_FIELDS.indexOf(group)

const factsOf = ({ business, cases, letters }: ComparedSide): string => w.facts([
  business.ownerName, `${business.village}, ${business.district}`, choiceLabels.status[business.record.status], business.verifiedBy ? w.verified : w.unverified, w.cases(cases, letters),
])

const sideView = (side: ComparedSide): PairSideView => ({
  id: side.business.id, name: side.business.record.name, number: side.business.registryNumber, facts: factsOf(side), version: side.business.version,
  mergedInto: side.business.mergedInto,
})

function sameAnswers(compared: Comparison, showsMoney: boolean): PairView['same'] {
  const differing = new Set(compared.choices.flatMap(({ group }) => groupFields(group)))
  return BUSINESS_FIELDS.filter((field) => field !== 'status' && !differing.has(field) && compared.a.folded.values[field] !== undefined)
    .map((field) => ({ label: labelOf(field), value: fieldText(field, compared.a.folded.values[field], compared.names, showsMoney) }))
}

async function readPair({ unit, tools, actor }: Allowed, ids: readonly [string, string], showsMoney: boolean): Promise<PairView | undefined> {
  const compared = await compareTwo(unit.tx, tools.keys, ids)
  if (!compared) return undefined
  for (const { business: { id, ownerId, officeId } } of [compared.a, compared.b]) {
    unit.looked(officeId, actor, 'business.read', { kind: 'business', id, personId: ownerId })
    if (showsMoney) traceReveal(unit, actor, { businessId: id, personId: ownerId, officeId }, ['money'], 'correction')
  }
  const { a, b, survivor, state, score, choices } = compared
  const answer = (group: string, side: ComparedSide) => ({ text: groupText(group, side, compared, showsMoney), hint: groupOrigin(group, side, compared) })
  return {
    a: sideView(a), b: sideView(b), survivor, state,
    score: score && { points: Math.round(score.score * 100), isGone: score.verdict === 'none', evidence: <EvidenceList parts={score.parts} /> },
    differing: choices.toSorted((one, other) => placeOf(one) - placeOf(other)).map(({ group, prefer }) => ({
      group, label: groupLabels[group] ?? labelOf(group), prefer: prefer === 'stay' ? 'a' : 'b', a: answer(group, a), b: answer(group, b),
    })),
    same: sameAnswers(compared, showsMoney), hidesMoney: !showsMoney && choices.some(({ group }) => hasMoney(group)),
  }
}

const desk: DoublesDesk = {
  register: 'business', path: DESK_PATHS.business, recordPath: '/petugas/usaha', tables: BUSINESS_TABLES, words: mergeWords, commands: businessMerges,
  groupOf, access: pairAccess, readPair,
  reasons: async (tx, pairs) => (await explainPairs(tx, pairs)).map((said) => said && mainReasons(said.parts)),
}

/** The pages on which doubles of a register are decided. */
export const doublesPages = (of: DoublesDesk): Route[] => [doublesPage(of), doublesHistoryPage(of), doublesApartPage(of), doublesPairPage(of)]

export const businessDoubles: Route[] = doublesPages(desk)
