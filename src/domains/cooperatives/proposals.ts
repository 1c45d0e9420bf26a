import { sql } from 'kysely'
import { type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import type { Tx } from '../../platform/db/database.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { type ProposalRegister, findPerson, proposalCommands, proposalWordsFor, trustOf } from '../registry/index.ts'
import { keepAct, writeFromActs } from './cooperative-acts.ts'
import { type KeptCooperative, findCooperative } from './cooperative-store.ts'
import { riskOf } from './core/proposal-risk.ts'
import { fromFields, toFields } from './core/told.ts'
import { findPairsOf } from './find-pairs.ts'
import { cooperativeMessages } from './messages.id.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'
import { commandWords } from './screen-messages.id.ts'
import { checkChange } from './surroundings.ts'

/** Sentences about changes that the people of a cooperative propose. */
export const proposalWords = proposalWordsFor({
  record: 'koperasi', people: 'pengurus koperasi', absorbed: commandWords.absorbed,
  lead: 'Perubahan dari pengurus koperasi yang sudah tercatat di dinas. Yang paling lama menunggu di atas.',
  keeps: 'Setelah diterima, pengurus diberi tahu dan data koperasi berubah.',
  reasons: {
    identity: 'menentukan koperasi yang mana', people: 'menentukan siapa pengurusnya', jump: 'jauh berbeda dari yang tercatat',
    'other-source': 'berbeda dengan sumber yang lebih dipercaya',
  },
})

const numberTaken = (): Result<never> => invalid([{ field: 'legalEntityNumber', message: cooperativeMessages.record.legalEntityTaken('') }], 'legal-entity-taken')

/** Who stands behind an account, for a message. */
async function personBehind(tx: Tx, accountId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('accounts.v_account_people').select('person_id').where('account_id', '=', accountId).executeTakeFirst()
  return row?.person_id ?? undefined
}

const COOPERATIVES: ProposalRegister<KeptCooperative> = {
  kind: 'cooperative', tables: COOPERATIVE_TABLES, words: proposalWords, findPairs: findPairsOf,
  find: (tx, _keys, id, lock) => findCooperative(tx, id, lock),
  riskOf: (before, sets, asOf) => riskOf(before, sets, { asOf, trust: trustOf }),
  say: async ({ tx, now }, keys, { id }, saying) => (await keepAct({ tx, keys, now, id }, saying) ? ok(undefined) : numberTaken()),
  rewrite: async ({ tx, now }, keys, { id }) =>
    (await writeFromActs({ tx, keys, now, id }) === 'number-taken' ? conflict('number-taken', commandWords.numberTakenMeanwhile) : ok(undefined)),
  async check(unit, _tools, kept, sets) {
    const told = Object.fromEntries(Object.entries({ ...toFields(kept), ...sets }).filter(([, value]) => value !== null))
    return (await checkChange(unit, kept.officeId, kept, fromFields(told), new Set(Object.keys(sets)))).problems
  },
  async tell(unit, tools, kept, proposal, accepted) {
    const personId = await personBehind(unit.tx, proposal.proposedBy)
    const person = personId === undefined ? undefined : await findPerson(unit.tx, tools.keys, personId)
    if (!person?.phone) return
    const template = accepted ? 'change-accepted' : 'change-declined'
    const body = messageTexts(template, { reference: kept.registryNumber, link: `${tools.config.baseUrl}/koperasi/${kept.id}` })
    await queueMessage(unit, { officeId: kept.officeId, template, channel: 'phone', address: person.phone, body, personId: person.id })
  },
}

/** What the people of a cooperative want changed of it. */
export const cooperativeProposals = proposalCommands(COOPERATIVES)

/** Has somebody besides its own people told of it? Only then do changes by them wait for an officer. */
export async function isOnRecord(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from registry.changes where subject_id = ${id} and subject_kind = 'cooperative' and undone_at is null and source <> 'self' limit 1`.execute(tx)
  return rows.length > 0
}
