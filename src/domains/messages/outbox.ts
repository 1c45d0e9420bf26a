import { sql } from 'kysely'
import { type Unit, toDb } from '../../platform/db/unit.ts'
import { type Kind, isAnonymous, isDeclinable, kindOf } from './core/kind.ts'
import type { State } from './core/life.ts'
import type { MessageBodies } from './core/message-text.ts'
import { quietUntil } from './core/quiet.ts'
import { type Channel, type Road, roadsOf } from './core/road.ts'
import { messageNames } from './message-names.ts'
import { type Wishes, findWishes } from './preference-store.ts'

/** The channel of PostgreSQL on which a waiting message wakes the worker. */
export const OUTBOX_CHANNEL = 'ditakopum_outbox'

/** A message (pesan) to be sent. It may be read by the family of the one it is for: no NIK, no names of others. */
export type NewMessage = {
  officeId: string
  /** Key of the text, for the record and for the counter; see `messageText`. It also says what may be done with it: `core/kind.ts`. */
  template: string
  /** What `address` is; `slip`: the person has none, and gets it on paper. */
  channel: Channel
  /** Phone in E.164 or an e-mail address; empty for a slip. */
  address: string
  /** At most 160 characters, except by mail. In both languages (`messageTexts`), the person's own is taken; as one text it is sent as it is. */
  body: string | MessageBodies
  subject?: string
  /** Holds a one-time code: the body is wiped once it is sent or out of date. */
  secret?: boolean
  /** Whose wishes count: language, roads, quiet hours, what he declined. */
  personId?: string
  accountId?: string
  applicationId?: string
  /** Of the page somebody just looked at, where no person is known yet. */
  language?: 'id' | 'en'
}

/** Where to tell a person: on his phone, or on paper when he has none. */
export const reachOf = (phone: string | null | undefined): Pick<NewMessage, 'channel' | 'address'> => (phone ? { channel: 'phone', address: phone } : { channel: 'slip', address: '' })

type Plan = { state: State; reason?: string; kind: Kind; roads: Road[]; nextAt: Date; language: 'id' | 'en'; quiet: { from: number; to: number } | undefined }

function plan(unit: Unit, message: NewMessage, { preferences, email, stopped, noWhatsapp }: Wishes): Plan {
  const kind = message.secret ? 'code' : kindOf(message.template)
  const urgent = kind === 'code'
  const own = message.personId !== undefined && kind !== 'duty'
  const quiet = own && !urgent ? preferences.quiet : undefined
  const roads = roadsOf({ channel: message.channel, urgent, noWhatsapp, hasEmail: email !== undefined, ...(own ? { wished: preferences.roads } : {}) })
  const language = own ? preferences.language : message.language ?? 'id'
  const rest = { kind, roads, language, quiet, nextAt: toDb(unit.now) }
  if (isDeclinable(kind) && (stopped || (own && (preferences.declined.includes(kind) || preferences.roads.length === 0)))) return { ...rest, state: 'settled', reason: 'declined' }
  // Who has no phone got his receipt on paper at the counter: only what must be told is brought to him.
  if (message.channel === 'slip' && isDeclinable(kind)) return { ...rest, state: 'settled', reason: 'no-phone' }
  if (roads[0] === 'slip' && isAnonymous(message.template)) return { ...rest, state: 'settled', reason: 'wished' }
  if (roads[0] === 'slip') return { ...rest, state: 'slip', reason: message.channel === 'slip' ? 'no-phone' : 'wished' }
  const until = quietUntil(unit.now, quiet)
  return until ? { ...rest, state: 'held', reason: 'quiet', nextAt: toDb(until) } : { ...rest, state: 'waiting' }
}

/** Puts a message into the outbox, within the transaction of what it tells. It is sent after the commit, or never. */
export async function queueMessage(unit: Unit, message: NewMessage): Promise<void> {
  const now = toDb(unit.now)
  const wishes = await findWishes(unit.tx, now, message.personId, message.address)
  const { state, reason, kind, roads, nextAt, language, quiet } = plan(unit, message, wishes)
  const body = typeof message.body === 'string' ? message.body : message.body[language]
  await sql`
    with written as (
      insert into messages.outbox (office_id, template, channel, address, body, subject, secret, person_id, account_id, application_id, next_at, created_at, state, kind, language, roads,
        email, village_code, quiet_from, quiet_to, road)
      values (${message.officeId}, ${message.template}, ${message.channel}, ${message.address}, ${body}, ${message.subject ?? messageNames(message.template, language)},
        ${message.secret ?? false}, ${message.personId ?? null}, ${message.accountId ?? null}, ${message.applicationId ?? null}, ${nextAt}, ${now}, ${state}, ${kind}, ${language},
        ${sql.val(roads)}::text[], ${wishes.email ?? null}, ${wishes.villageCode ?? null}, ${quiet?.from ?? null}, ${quiet?.to ?? null}, ${state === 'slip' ? 'slip' : null})
      returning id)
    insert into messages.history (message_id, at, state, road, reason) select id, ${now}, ${state}, ${state === 'slip' ? 'slip' : null}, ${reason ?? null} from written`.execute(unit.tx)
  // Within the transaction a notice would make commits queue behind each other; one that is lost is made up for by the worker's own look.
  unit.afterCommit((db) => sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db))
}
