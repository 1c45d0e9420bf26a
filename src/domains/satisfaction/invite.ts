import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { messageTexts, queueMessage } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { type Invitation, findInvitation, insertInvitation, tokenOf } from './invitation-store.ts'

/** So long a link can be used. A choice of this product. */
export const LINK_DAYS = 30

type EndedCase = { id: string; officeId: string; reference: string; serviceCode: string; ownerId: string; channel: string }

/** At the counter people met officers and a room; who did it alone or through another program met a site. */
const variantOf = (channel: string) => (channel === 'counter' || channel === 'village' ? 'counter' : 'web')

/** Asks who was served, at the end of a service. The same case asked about twice has one link. */
export async function inviteToSurvey(tools: Pick<Tools, 'keys' | 'config'>, unit: Unit, ended: EndedCase): Promise<void> {
  const token = tokenOf(tools.keys, ended.id)
  await insertInvitation(unit.tx, tools.keys, token, {
    officeId: ended.officeId, serviceCode: ended.serviceCode, variant: variantOf(ended.channel), expiresOn: wibDate(unit.now).add({ days: LINK_DAYS }),
  })
  const person = await findPersonCard(unit.tx, ended.ownerId)
  if (!person?.phone) return
  await queueMessage(unit, {
    officeId: ended.officeId, template: 'survey', channel: 'phone', address: person.phone, personId: person.id, applicationId: ended.id,
    body: messageTexts('survey', { reference: ended.reference, link: `${tools.config.baseUrl}/skm/${token}` }),
  })
}

/** The link of a case for its owner, and nobody else: whether it can still be used. Undefined: the case was never asked about. */
export async function surveyOf(tools: Pick<Tools, 'keys' | 'clock'>, tx: Db | Tx, applicationId: string): Promise<{ path: string; state: Invitation['state'] } | undefined> {
  const token = tokenOf(tools.keys, applicationId)
  const found = await findInvitation(tx, tools.keys, token, wibDate(tools.clock()))
  return found && { path: `/skm/${token}`, state: found.state }
}
