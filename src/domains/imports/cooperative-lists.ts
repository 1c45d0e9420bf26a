import {
  type JudgedCooperative, LISTED_COOPERATIVES, type ListedCooperative, applyCooperatives, cooperativeChoiceLabels, cooperativeFieldLabel, doubleWorld,
  forgetCooperativeIds, openCooperativeJudge,
} from '../cooperatives/index.ts'
import { fieldInSentence } from './messages.id.ts'
import { type Register, type Verdict, listKind } from './list-kind.ts'
import { sameReasons } from './reasons.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { toCooperative } from './to-cooperative.ts'

/** By each of these a row is known without a name. */
const NUMBERS = ['legalEntityNumber', 'cooperativeNumber', 'registryNumber', 'externalId', 'npwp', 'nib']

const register: Register<ListedCooperative, JudgedCooperative> = {
  missingColumns({ layout, mapping }) {
    const has = (...fields: string[]) => mapping.columns.some(({ field }) => field !== null && fields.includes(field))
    const missing: string[] = []
    if (!has('name', ...NUMBERS)) missing.push(t.columnOfCooperative)
    // Who has no number is known by its name in its village.
    if (!has('village', 'villageCode', 'address', ...NUMBERS) && layout.context.village === undefined) missing.push(t.columnOfVillage)
    return missing
  },
  // A row may speak of a cooperative that an earlier row has just told of.
  takesTurns: () => true,
  reader: (about) => (read) => toCooperative(read, about),
  async openJudge({ keys }, batch) {
    const judge = openCooperativeJudge(keys, batch, await doubleWorld())
    return {
      judge: judge.judge,
      remember: async (_tx, rows) => judge.remember(rows.map(({ row, subjectId }) => ({ row, cooperativeId: subjectId }))),
    }
  },
  verdictOf,
  apply: applyCooperatives,
  subjects: [LISTED_COOPERATIVES],
  forget: forgetCooperativeIds,
}

function verdictOf(one: JudgedCooperative): Verdict {
  return {
    number: one.row.number, outcome: one.outcome, subjectId: one.outcome === 'refused' ? null : one.cooperativeId,
    reasons: [...refusalOf(one), ...kindReason(one), ...sameReasons({ ...one, pairs: one.pairs.length }, cooperativeFieldLabel)],
  }
}

const kindReason = ({ kindOfName }: JudgedCooperative): Verdict['reasons'] =>
  (kindOfName === undefined ? [] : [{ code: 'kind-of-name', sentence: t.kindOfName(cooperativeChoiceLabels.kind[kindOfName]) }])

function refusalOf({ refusal }: JudgedCooperative): Verdict['reasons'] {
  if (!refusal) return []
  const { code } = refusal
  return [{ code, sentence: code === 'incomplete' ? t.incomplete(refusal.missing.map(fieldInSentence)) : t.numbersOfSeveral(refusal.numbers) }]
}

/** Lists of cooperatives. */
export const cooperativeLists = listKind(register)
