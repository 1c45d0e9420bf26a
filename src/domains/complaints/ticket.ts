import type { Resource, Role } from '../../kernel/rights.ts'
import type { AboutPost, Category, Channel, Identity, Kind, Outcome } from './core/choices.ts'
import type { State } from './core/life.ts'
import type { Class } from './core/limits.ts'

/** A ticket as kept; who reported it stands nowhere in it but encrypted. */
export type Ticket = {
  id: string; officeId: string; reference: string; formKey: string; kind: Kind; channel: Channel; identity: Identity
  reporterCipher: Buffer | null; ownerId: string | null; ownerIndex: Buffer | null
  words: string; wanted: string; place: string; regionCode: string | null; category: Category | null; class: Class | null
  serviceCode: string | null; applicationId: string | null; cooperativeId: string | null; cooperativeName: string; isMember: boolean; forInspection: boolean
  aboutPost: AboutPost | null; aboutName: string; openTo: Role[] | null; named: string[]; laporNumber: string | null
  divisionId: string | null; state: State; deferredFrom: State | null; assignedTo: string | null; leadId: string | null
  receivedAt: Date; enteredBy: string | null; verifiedAt: Date | null; answeredAt: Date | null; closedAt: Date | null
  dueAt: Date | null; owedAt: Date | null; replyBy: Date | null; extraDays: number; reopenedCount: number; late: boolean
  outcome: Outcome | null; score: number | null; mayPublish: boolean; version: number
}

/** What a right depends on. */
export const resourceOf = (one: Ticket): Resource => ({
  officeId: one.officeId, about: one.named,
  ...(one.ownerId === null ? {} : { ownerId: one.ownerId }), ...(one.enteredBy === null ? {} : { enteredBy: one.enteredBy }),
  ...(one.divisionId === null ? {} : { divisionId: one.divisionId }), ...(one.regionCode === null ? {} : { villageCode: one.regionCode }),
  ...(one.assignedTo === null ? {} : { heldBy: one.assignedTo }), ...(one.openTo === null ? {} : { openTo: one.openTo }),
})

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)
