import { z } from 'zod'
import { type Result, notFound, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { findPerson, shownCookie, shownOn } from '../../registry/index.ts'
import { getAccount } from '../account-store.ts'
import { forgetDevice, listDevices } from '../device-store.ts'
import { listLooks } from '../looks-store.ts'
import { endMandate, listMandates } from '../mandate-store.ts'
import { findNoticeReading, getNotice, recordNotice } from '../notice-store.ts'
import { COOKIES } from '../session-open.ts'
import { endOtherSessions, endSession, listOpenSessions } from '../session-store.ts'
import { accountWords } from '../words.ts'
import { CitizenAccount, type CitizenModel, OWN_FIELDS } from './citizen-account.tsx'
import { OfficerAccount, type OfficerModel } from './officer-account.tsx'

/** The rest is on a page of its own. */
const SHOWN_LOOKS = 10

const UUID = z.uuid()
const fields = z.discriminatedUnion('do', [
  z.object({ do: z.literal('lihat'), field: z.enum(OWN_FIELDS) }),
  z.object({ do: z.literal('sesi'), id: UUID }),
  z.object({ do: z.literal('sesi-lain') }),
  z.object({ do: z.literal('perangkat'), id: UUID }),
  z.object({ do: z.literal('pemberitahuan') }),
  z.object({ do: z.literal('persetujuan'), id: UUID }),
])
type Act = z.output<typeof fields>

async function read(ask: Allowed): Promise<CitizenModel | OfficerModel | undefined> {
  const { unit: { tx, now }, actor, tools } = ask
  const sessions = await listOpenSessions(tx, actor.accountId, actor.kind, now)
  if (actor.personId === undefined) return { kind: 'officer', login: (await getAccount(tx, actor.accountId)).login ?? '', sessions }
  const person = await findPerson(tx, tools.keys, actor.personId)
  return person && {
    kind: 'citizen', sessions, person,
    shown: shownOn(ask, actor.personId).fields,
    looks: (await listLooks(tx, actor.officeId, actor.personId, actor.accountId, { limit: SHOWN_LOOKS })).looks,
    notice: { reading: await findNoticeReading(tx, actor.personId), version: (await getNotice(tx, now)).version },
    consents: await listMandates(tx, now, actor.personId),
    devices: await listDevices(tx, tools.keys, actor.accountId, ask.cookies[COOKIES.device]),
  }
}

const missing = notFound('not-found', 'Sudah tidak ada. Muat ulang halaman akun Anda.')

/** Does one act on the own account; whose it is was settled before, so ids of others are simply not found. */
async function act(ask: Allowed, one: Act): Promise<Result<Sent>> {
  const { unit, actor } = ask
  const { tx, now } = unit
  const record = (what: string, data?: Record<string, string | number>) => unit.record(actor.officeId, {
    what, kind: 'account', subject: actor.accountId, actor: actor.accountId, role: roleOf(actor), ...(data ? { data } : {}),
  })
  if (one.do === 'sesi' || one.do === 'sesi-lain') {
    if (one.do === 'sesi-lain') await endOtherSessions(tx, actor.accountId, now, actor.sessionId)
    else if (!await endSession(tx, actor.accountId, one.id, now)) return missing
    record('account.session-end')
    return ok({ goTo: '/akun?selesai=sesi' })
  }
  if (actor.personId === undefined) return missing
  if (one.do === 'lihat') {
    unit.looked(actor.officeId, actor, 'person.reveal', { kind: 'person', id: actor.personId, personId: actor.personId })
    const shown = { fields: new Set([one.field]), purpose: undefined }
    return ok({ goTo: '/akun', cookies: [shownCookie(ask.tools.keys, actor, now.epochMilliseconds, actor.personId, shown)] })
  }
  if (one.do === 'persetujuan') return await endMandate(unit, actor, one.id) === 0 ? missing : ok({ goTo: '/akun?selesai=persetujuan' })
  if (one.do === 'perangkat') {
    if (!await forgetDevice(tx, actor.accountId, one.id)) return missing
    record('account.device-forget')
    return ok({ goTo: '/akun?selesai=perangkat' })
  }
  const { version } = await getNotice(tx, now)
  await recordNotice(tx, now, { personId: actor.personId, version, channel: 'self' })
  record('notice.read', { version })
  return ok({ goTo: '/akun?selesai=pemberitahuan' })
}

export const accountPage = page({
  path: '/akun',
  right: 'account.self',
  fields,
  read,
  send: act,
  view(model, { actor, lang, query }) {
    const words = accountWords(lang)
    const notice = words.done[query['selesai'] ?? '']
    if (model.kind === 'officer') {
      return { title: actor.name, variant: 'officer', ...(notice ? { notice } : {}), body: <OfficerAccount model={model} actor={actor} /> }
    }
    return {
      title: words.title, variant: 'public', ...(notice ? { notice } : {}),
      body: <CitizenAccount model={model} lang={lang} sessionId={actor.sessionId} />,
    }
  },
})
