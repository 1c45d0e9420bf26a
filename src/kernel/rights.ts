import { type Refusal, type Result, fail, ok } from './result.ts'

/** Roles an account may hold; `business-owner` and `cooperative-secretary` are citizens, the rest are officers. */
export const ROLES = [
  'business-owner', 'cooperative-secretary',
  'counter', 'village-officer', 'verifier', 'division-head', 'secretary', 'office-head',
  'enumerator', 'coordinator', 'mentor', 'inspector', 'data-steward', 'admin',
] as const
export type Role = (typeof ROLES)[number]

/** A role as held today. `area` is a region code (`35.15.05` or `35.15.05.2003`) that includes its descendants; absent: the whole office. */
export type HeldRole = { role: Role; area?: string; divisionId?: string }

/** Who is acting. `secondFactorUntil` is set while a second factor counts as given (epoch milliseconds). */
export type Actor = {
  accountId: string
  officeId: string
  kind: 'citizen' | 'officer'
  name: string
  personId?: string
  /** Cooperatives for which this person may act today. */
  cooperatives?: readonly string[]
  roles: HeldRole[]
  sessionId?: string
  secondFactorUntil?: number
}

/** What is known of a thing before it is read: only as much as a right needs. */
export type Resource = {
  officeId?: string
  /** The person whose data it is. */
  ownerId?: string
  /** The cooperative whose request it is: its own are then those who may act for it, and nobody else. */
  cooperativeId?: string
  villageCode?: string
  /** The account that typed it in. */
  enteredBy?: string
  verifiedBy?: string
  /** The division (bidang) the case belongs to: a role held for one division does not reach another's. */
  divisionId?: string
  /** Roles of the office that the life of a case passes. */
  desks?: ReadonlySet<string>
  /** Accounts it is a report about: to them there is no such thing, whatever their role. */
  about?: readonly string[]
  /** The officer who has it in hand. */
  heldBy?: string
  /** Only these roles of the office reach it, beside who has it in hand. */
  openTo?: readonly Role[]
}

type Scope = 'own' | 'area' | 'office'
type Bar = 'not-own-entry' | 'not-own-verification' | 'its-desk'
type Rule = { scope: Scope; bars?: Bar[] }
type Rules = Partial<Record<Role, Rule>>

const own: Rule = { scope: 'own' }
const area: Rule = { scope: 'area' }
const office: Rule = { scope: 'office' }
/** Roles of the field: only cases of services whose life passes their desk. */
const desk: Rule = { scope: 'office', bars: ['its-desk'] }
const field = { 'village-officer': { scope: 'area', bars: ['its-desk'] }, mentor: desk, inspector: desk } satisfies Rules
const citizens = { 'business-owner': own, 'cooperative-secretary': own } satisfies Rules
const chain = { counter: office, verifier: office, 'division-head': office, secretary: office, 'office-head': office } satisfies Rules
const desks = { ...chain, inspector: office } satisfies Rules

/**
 * The one table of rights. A role that is not listed for an operation may not do it.
 * Separation of duties: who verifies does not initial or sign, who enters does not verify his own entry,
 * the administrator issues no letters. Source: domain rules on roles, `docs/rules.md`.
 */
export const POLICY = {
  'business.create': { ...citizens, counter: office, 'village-officer': area, 'data-steward': office },
  'business.list': { ...citizens, ...chain, 'village-officer': area, 'data-steward': office },
  'business.read': { ...citizens, ...chain, 'village-officer': area, 'data-steward': office },
  'business.update': { ...citizens, counter: office, 'village-officer': area, 'data-steward': office },
  'person.reveal': { ...citizens, ...chain, 'village-officer': area, 'data-steward': office },
  'cooperative.create': { 'cooperative-secretary': own, counter: office, 'village-officer': area, 'data-steward': office },
  'cooperative.list': { ...citizens, ...chain, 'village-officer': area, inspector: office, 'data-steward': office },
  'cooperative.read': { ...citizens, ...chain, 'village-officer': area, inspector: office, 'data-steward': office },
  'cooperative.update': { 'cooperative-secretary': own, counter: office, 'village-officer': area, 'data-steward': office },
  'registry.import': { 'data-steward': office },
  'registry.merge': { 'data-steward': office },
  'registry.decide': { 'data-steward': office },
  'registry.export': { secretary: office, 'office-head': office, 'data-steward': office },
  'indicator.read': { ...chain, inspector: office, 'data-steward': office },
  'performance.read': chain,
  'attachment.create': { ...citizens, ...chain, 'village-officer': area, mentor: office, inspector: office },
  'application.create': { ...citizens, counter: office, 'village-officer': area },
  'application.list': { ...citizens, ...chain, 'village-officer': area },
  'application.read': { ...citizens, ...chain, 'village-officer': area, mentor: desk, inspector: desk },
  'application.edit': { ...citizens, counter: office, 'village-officer': area },
  'application.submit': { ...citizens, counter: office, 'village-officer': area },
  'application.withdraw': { ...citizens, counter: office, 'village-officer': area },
  'application.accept': { counter: office, ...field },
  'application.return': { ...chain, ...field },
  'application.reject': { ...chain, ...field },
  'application.assign': { verifier: office, 'division-head': office, secretary: office },
  'application.verify': {
    verifier: { scope: 'office', bars: ['not-own-entry'] }, 'village-officer': { scope: 'area', bars: ['its-desk', 'not-own-entry'] },
    mentor: { scope: 'office', bars: ['its-desk', 'not-own-entry'] }, inspector: { scope: 'office', bars: ['its-desk', 'not-own-entry'] },
  },
  'application.survey': { ...chain, ...field },
  'application.report': { ...chain, ...field },
  'application.consult': { ...chain, ...field },
  'application.advise': { ...chain, ...field },
  'application.score': chain,
  'application.rank': chain,
  'application.follow': { ...chain, ...field },
  'application.complete': { ...chain, ...field },
  'application.initial': {
    'division-head': { scope: 'office', bars: ['not-own-verification'] },
    secretary: { scope: 'office', bars: ['not-own-verification'] },
  },
  'application.sign': { 'office-head': { scope: 'office', bars: ['not-own-verification'] } },
  'letter.read': { ...citizens, ...chain, 'village-officer': area },
  'letter.note-use': { ...citizens, counter: office, 'village-officer': area },
  'letter.keep-scan': { counter: office, secretary: office },
  'letter.revoke': { 'office-head': office },
  'citizen.help': { counter: office, 'village-officer': area },
  'phone.change': { counter: office, secretary: office },
  'round.read': { ...chain, mentor: office, inspector: office },
  'round.manage': { 'division-head': office, secretary: office },
  'round.score': { ...chain, mentor: office, inspector: office },
  'queue.read': chain,
  'task.list': { ...chain, 'village-officer': area, mentor: office, inspector: office },
  'signing.list': { 'office-head': office },
  'supervision.read': { verifier: office, 'division-head': office, secretary: office, 'office-head': office },
  'supervision.hand-over': { 'division-head': office, secretary: office, 'office-head': office },
  'objection.file': { ...citizens, counter: office, 'village-officer': area },
  'objection.read': { ...citizens, ...chain, 'village-officer': area },
  'objection.list': chain,
  'objection.decide': { 'office-head': office },
  'objection.fulfil': { secretary: office, 'office-head': office },
  'complaint.file': { ...citizens, counter: office, 'village-officer': area, secretary: office },
  'complaint.list': desks,
  'complaint.read': { ...citizens, ...desks },
  'complaint.handle': desks,
  'complaint.ask-identity': { 'division-head': office, secretary: office, 'office-head': office },
  'complaint.open-identity': { secretary: office, 'office-head': office },
  'complaint.exchange': { counter: office, secretary: office },
  'guidance.propose': desks,
  'guidance.review': { 'division-head': office, secretary: office, 'office-head': office },
  'account.self': Object.fromEntries(ROLES.map((role) => [role, own])),
  'account.second-factor': Object.fromEntries(ROLES.filter((role) => !(role in citizens)).map((role) => [role, own])),
  'news.publish': { 'division-head': office, secretary: office, 'office-head': office, 'data-steward': office },
  'message.read-demo': {},
  'message.retry': { counter: office, secretary: office },
  'message.deliver': { counter: office, 'village-officer': area, secretary: office },
  'message.budget': { secretary: office },
  'reference.manage': { admin: office },
  'account.manage': { admin: office },
  'official.manage': { admin: office },
  'report.read': { ...chain, 'data-steward': office },
  'report.prepare': { 'division-head': office, secretary: office, 'data-steward': office },
  'report.approve': { 'division-head': office, secretary: office, 'office-head': office },
  'report.sign': { 'office-head': office },
  'report.keep-scan': { counter: office, secretary: office },
  'report.revise': { secretary: office, 'office-head': office },
  'look.review': { secretary: office, 'office-head': office },
  'privacy.ask': { ...citizens, counter: office },
  'privacy.decide': { secretary: office, 'office-head': office },
  'privacy.register': { secretary: office, 'office-head': office, admin: office },
  'breach.manage': { secretary: office, 'office-head': office },
  'archive.read': { secretary: office, 'office-head': office },
  'archive.propose': { secretary: office },
  'archive.approve': { 'office-head': office },
  'service.review': { 'division-head': office, secretary: office, 'office-head': office, admin: office },
  'service.propose': { 'division-head': office, secretary: office, admin: office },
  'service.publish': { secretary: office, 'office-head': office },
  'survey.read': { ...chain, 'data-steward': office },
  'survey.enter': { counter: office, secretary: office },
  'survey.moderate': { secretary: office, 'office-head': office },
  'survey.plan': { 'division-head': office, secretary: office, 'office-head': office },
  'survey.manage': { secretary: office, 'office-head': office },
  'log.read': { secretary: office, 'office-head': office, admin: office },
} as const satisfies Record<string, Rules>

export type Operation = keyof typeof POLICY

/** Operations that need the second factor given shortly before (step-up). */
const STEP_UP: ReadonlySet<Operation> = new Set(['application.sign', 'letter.revoke', 'account.manage', 'account.second-factor', 'official.manage', 'registry.export', 'report.sign',
  'archive.approve', 'complaint.open-identity', 'service.publish'])

const REFUSED: Record<string, string> = {
  'sign-in-needed': 'Silakan masuk dahulu.',
  'not-there': 'Tidak ada data dengan alamat ini.',
  'not-your-task': 'Peran Anda tidak memuat tugas ini. Hubungi atasan atau admin bila ini keliru.',
  'outside-your-area': 'Data ini berada di luar wilayah tugas Anda.',
  'outside-your-division': 'Berkas ini milik bidang lain.',
  'not-yours': 'Data ini bukan milik Anda. Periksa apakah Anda masuk dengan nomor yang benar.',
  'own-entry': 'Anda yang memasukkan data ini, jadi petugas lain yang memverifikasinya.',
  'own-verification': 'Anda yang memverifikasi berkas ini, jadi pejabat lain yang memaraf atau menandatangani.',
  'step-up-needed': 'Masukkan kode dari aplikasi autentikator untuk melanjutkan.',
}

const refuse = (code: string): { ok: false; error: Refusal } =>
  fail({ kind: 'forbidden', code, message: REFUSED[code] ?? '' })

/** A region code covers itself and what lies below it. */
export const covers = (areaCode: string, regionCode: string): boolean =>
  regionCode === areaCode || regionCode.startsWith(`${areaCode}.`)

/** A thing that is there, as against a list or something about to be made. */
const isConcrete = (resource: Resource) => resource.officeId !== undefined

/** Something without an owner is nobody's own; what a cooperative asks is of those who may act for it, whoever began it. */
function isOwn(actor: Actor, resource: Resource): boolean {
  if (resource.cooperativeId !== undefined) return actor.cooperatives?.includes(resource.cooperativeId) ?? false
  return resource.ownerId === undefined ? !isConcrete(resource) : resource.ownerId === actor.personId
}

/** Something without a village yet, such as a draft without a business, is only within reach of who began it. */
function isWithin(actor: Actor, held: HeldRole, resource: Resource): boolean {
  if (resource.villageCode !== undefined) return covers(held.area ?? 'none', resource.villageCode)
  return !isConcrete(resource) || resource.enteredBy === actor.accountId
}

function refusalOf(actor: Actor, held: HeldRole, rule: Rule, resource: Resource): string | undefined {
  if (resource.officeId !== undefined && resource.officeId !== actor.officeId) return 'outside-your-area'
  if (rule.scope === 'own' && !isOwn(actor, resource)) return 'not-yours'
  if ((rule.scope === 'area' || (rule.scope === 'office' && held.area !== undefined)) && !isWithin(actor, held, resource)) return 'outside-your-area'
  if (held.divisionId !== undefined && resource.divisionId !== undefined && held.divisionId !== resource.divisionId) return 'outside-your-division'
  if (rule.bars?.includes('its-desk') && isConcrete(resource) && !resource.desks?.has(held.role)) return 'not-your-task'
  if (rule.scope !== 'own' && resource.openTo && !resource.openTo.includes(held.role) && resource.heldBy !== actor.accountId) return 'not-your-task'
  if (rule.bars?.includes('not-own-entry') && resource.enteredBy === actor.accountId) return 'own-entry'
  if (rule.bars?.includes('not-own-verification') && resource.verifiedBy === actor.accountId) return 'own-verification'
  return undefined
}

/**
 * May this actor do this to that? The only place where rights are decided; it is asked before anything is read.
 * @param nowMs the present moment in epoch milliseconds, for the step-up
 */
export function may(actor: Actor | undefined, operation: Operation, resource: Resource, nowMs: number): Result<Actor> {
  if (!actor) return refuse('sign-in-needed')
  if (resource.about?.includes(actor.accountId)) return fail({ kind: 'not-found', code: 'not-found', message: REFUSED['not-there'] ?? '' })
  const rules: Rules = POLICY[operation]
  let refusal = 'not-your-task'
  for (const held of actor.roles) {
    const rule = rules[held.role]
    if (!rule) continue
    const found = refusalOf(actor, held, rule, resource)
    if (found === undefined) {
      return STEP_UP.has(operation) && (actor.secondFactorUntil ?? 0) <= nowMs ? refuse('step-up-needed') : ok(actor)
    }
    refusal = found
  }
  return refuse(refusal)
}

/** The areas within which this actor may do it: `all` for the whole office, else region codes; part of every list's query. */
export function areasFor(actor: Actor, operation: Operation): 'all' | 'own' | string[] {
  const rules: Rules = POLICY[operation]
  const held = actor.roles.filter((one) => rules[one.role])
  if (held.some((one) => rules[one.role]?.scope === 'office' && one.area === undefined)) return 'all'
  const areas = held.flatMap((one) => (rules[one.role]?.scope !== 'own' && one.area !== undefined ? [one.area] : []))
  return areas.length > 0 ? areas : 'own'
}
