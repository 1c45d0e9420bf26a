import { ok } from '../../kernel/result.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { sayOfBusiness, writeFromActs } from './business-acts.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { checkChange } from './check-change.ts'
import { fieldsOf, recordOf } from './core/business-fields.ts'
import { riskOf } from './core/proposal-risk.ts'
import { findPairsOf } from './find-pairs.ts'
import { findPerson } from './person-store.ts'
import { proposalWords } from './proposal-messages.id.ts'
import { type ProposalRegister, proposalCommands } from './proposals.ts'
import { BUSINESS_TABLES } from './register-tables.ts'

const BUSINESSES: ProposalRegister<KeptBusiness> = {
  kind: 'business', tables: BUSINESS_TABLES, words: proposalWords, find: findBusiness, riskOf, findPairs: findPairsOf, personOf: ({ ownerId }) => ownerId,
  say: async (unit, keys, kept, saying) => ok(await sayOfBusiness(unit, keys, kept, saying, true)),
  rewrite: async (unit, keys, kept) => ok(await writeFromActs(unit.tx, keys, unit.now, kept, { stillVerified: true, confirmed: false })),
  async check(unit, { keys }, kept, sets) {
    const person = await findPerson(unit.tx, keys, kept.ownerId)
    if (!person) throw new Error('a business without its owner')
    const { record } = recordOf({ values: { ...fieldsOf(kept), ...sets } })
    return (await checkChange(unit, { kept, person }, record, person)).problems
  },
  async tell(unit, tools, kept, _proposal, accepted) {
    const person = await findPerson(unit.tx, tools.keys, kept.ownerId)
    if (!person?.phone) return
    const template = accepted ? 'change-accepted' : 'change-declined'
    const link = `${tools.config.baseUrl}/usaha/${kept.id}`
    await queueMessage(unit, {
      officeId: kept.officeId, template, channel: 'phone', address: person.phone, body: messageTexts(template, { reference: kept.registryNumber, link }), personId: person.id,
    })
  },
}

/** What owners want changed of verified businesses. */
export const businessProposals = proposalCommands(BUSINESSES)
