import {
  type Judged, LISTED_BUSINESSES, LISTED_PEOPLE, type ListedRow, applyJudged, catchUpKeys, forgetExternalIds, openJudge, refileSpokenOf, villageMap,
} from '../registry/index.ts'
import type { Reading } from './batch-store.ts'
import { fieldInSentence } from './messages.id.ts'
import { type Register, type Verdict, listKind } from './list-kind.ts'
import { sameReasons } from './reasons.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { toListed } from './to-listed.ts'

/** A list without names, such as one of permits: it only mentions businesses by their numbers. */
const onlyMentions = ({ mapping }: Reading): boolean =>
  !mapping.columns.some(({ field }) => field === 'name' || field === 'owner.name') && mapping.columns.some(({ field }) => field !== null && ['nib', 'externalId', 'registryNumber'].includes(field))

const register: Register<ListedRow, Judged> = {
  missingColumns(reading) {
    if (onlyMentions(reading)) return []
    const { layout, mapping } = reading
    const has = (...fields: string[]) => mapping.columns.some(({ field }) => field !== null && fields.includes(field))
    const missing: string[] = []
    if (!has('name', 'owner.name')) missing.push(t.columnOfName)
    if (!has('owner.name')) missing.push(t.columnOfOwner)
    if (!has('village', 'villageCode', 'address') && layout.context.village === undefined) missing.push(t.columnOfVillage)
    return missing
  },
  takesTurns: onlyMentions,
  catchUp: catchUpKeys,
  reader({ batch, reading, world }) {
    const about = { world, observedYear: Number(batch.observedOn.slice(0, 4)), mentions: onlyMentions(reading) }
    return (read) => toListed(read, about)
  },
  async openJudge({ keys }, batch) {
    const judge = openJudge(keys, batch, await villageMap())
    return { judge: judge.judge, remember: (tx, rows) => judge.remember(tx, rows.map(({ row, subjectId }) => ({ row, businessId: subjectId }))) }
  },
  verdictOf,
  apply: applyJudged,
  subjects: [LISTED_BUSINESSES, LISTED_PEOPLE],
  forget: forgetExternalIds,
  settle: refileSpokenOf,
}

function verdictOf(one: Judged): Verdict {
  const reasons = one.refusal ? [{ code: one.refusal, sentence: t.refusals[one.refusal] }] : []
  return {
    number: one.row.number, outcome: one.outcome, subjectId: one.outcome === 'refused' ? null : one.businessId,
    reasons: [...reasons, ...sameReasons({ ...one, pairs: one.pairs.length }, fieldInSentence)],
  }
}

/** Lists of micro businesses. */
export const businessLists = listKind(register)
