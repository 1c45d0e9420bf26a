import type { Route } from '../../../platform/http/route.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import {
  DESK_PATHS, type DoublesDesk, type Names, type PairSideView, type PairView, doublesPages, namesFor,
} from '../../registry/index.ts'
import { pairAccess } from '../access.ts'
import { type ComparedSide, type Comparison, compareTwo } from '../compare.ts'
import type { DoubleEvidence } from '../core/doubles.ts'
import { COOPERATIVE_SHAPE } from '../core/field-groups.ts'
import { explainPairs } from '../find-pairs.ts'
import { traceLook } from '../looks.ts'
import { cooperativeMerges, mergeWords } from '../merge-cooperatives.ts'
import { choiceLabels } from '../messages.id.ts'
import { COOPERATIVE_TABLES } from '../register-tables.ts'
import { doubleWords } from '../screen-messages.id.ts'
import { cooperativeOrigin, fieldText, groupLabel, labelOf, partLabel } from './field-text.ts'

const w = mergeWords.compare
const { groupFields, groupOf, isOwn } = COOPERATIVE_SHAPE

/** What one respect says, in words. */
const partText = ({ part, place }: DoubleEvidence): string => [doubleWords.parts[part], place && doubleWords.places[place]].filter(Boolean).join(', ')

const mainReasons = (parts: readonly DoubleEvidence[]): string =>
  parts.filter(({ adds }) => adds > 0).toSorted((a, b) => b.adds - a.adds).slice(0, 3).map(partText).join('; ')

const EvidenceList = ({ parts }: { parts: readonly DoubleEvidence[] }) => (
  <ul class="plain-list stack-s">
    {parts.toSorted((a, b) => b.adds - a.adds).map((one) => (
      <li key={one.part}><StatusTag tone={one.adds > 0 ? 'success' : 'warning'} text={one.adds > 0 ? w.supports : w.against} /> {partText(one)}</li>
    ))}
  </ul>
)

/** A group of answers in one text: `518/BH/1999, Tanggal badan hukum 1 Mei 1999`. */
function groupText(group: string, { folded }: ComparedSide, names: Names): string {
  const texts = groupFields(group).flatMap((field) => {
    const text = fieldText(field, folded.values[field], names)
    if (text === '') return []
    return [field === 'villageCode' || (field === group && !field.startsWith('year/')) ? text : `${partLabel(field)} ${text}`]
  })
  return texts.join(', ') || w.empty
}

function groupOrigin(group: string, { folded }: ComparedSide, { people }: Comparison): string | undefined {
  const origin = groupFields(group).map((field) => folded.origins[field]).find((act) => act !== undefined)
  return origin && cooperativeOrigin(origin, people)
}

const sideView = ({ kept, members }: ComparedSide): PairSideView => ({
  id: kept.id, name: kept.record.name, number: kept.registryNumber, version: kept.version, mergedInto: kept.mergedInto,
  facts: w.facts([
    kept.record.legalEntityNumber, `${kept.village}, ${kept.district}`, choiceLabels.status[kept.record.status ?? 'active'],
    ...(members > 0 ? [doubleWords.members(members)] : []),
  ]),
})

async function readPair({ unit, tools, actor }: Allowed, ids: readonly [string, string]): Promise<PairView | undefined> {
  const compared = await compareTwo(unit.tx, tools.keys, ids)
  if (!compared) return undefined
  const { a, b, survivor, state, score, choices } = compared
  for (const { kept } of [a, b]) traceLook(unit, actor, kept)
  const names = await namesFor(unit.tx, [a, b].flatMap(({ folded }) => Object.entries(folded.values).map(([field, value]) => ({ field, value }))))
  const answer = (group: string, side: ComparedSide) => ({ text: groupText(group, side, names), hint: groupOrigin(group, side, compared) })
  const differing = new Set(choices.flatMap(({ group }) => groupFields(group)))
  const same = Object.keys(a.folded.values).filter((field) => !differing.has(field) && !isOwn(field))
  const inWords = <T extends { label: string }>(rows: T[]) => rows.toSorted((one, other) => one.label.localeCompare(other.label, 'id'))
  return {
    a: sideView(a), b: sideView(b), survivor, state, hidesMoney: false,
    score: score && { points: Math.round(score.score * 100), isGone: score.verdict === 'none', evidence: <EvidenceList parts={score.parts} /> },
    differing: inWords(choices.map(({ group, prefer }) =>
      ({ group, label: groupLabel(group, a.folded.values[group] ?? b.folded.values[group]), prefer: prefer === 'stay' ? 'a' as const : 'b' as const, a: answer(group, a), b: answer(group, b) }))),
    same: inWords(same.map((field) => ({ label: labelOf(field, a.folded.values[field]), value: fieldText(field, a.folded.values[field], names) }))),
  }
}

const desk: DoublesDesk = {
  register: 'cooperative', path: DESK_PATHS.cooperative, recordPath: '/petugas/koperasi', tables: COOPERATIVE_TABLES, words: mergeWords,
  commands: cooperativeMerges, groupOf, access: pairAccess, readPair,
  reasons: async (tx, pairs) => (await explainPairs(tx, pairs)).map((said) => said && mainReasons(said.parts)),
}

/** Doubles of cooperatives: the pairs that wait, two side by side, and what was merged. */
export const cooperativeDoubles: Route[] = doublesPages(desk)
