import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { TestApp } from '../../apps/testing.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Result, ok } from '../../kernel/result.ts'
import { type Unit, toDb, transact } from '../../platform/db/unit.ts'
import { findActor } from '../accounts/index.ts'
import { findLetterOf, findPrint } from '../letters/index.ts'
import { createBusiness } from '../registry/index.ts'
import { type ServiceDefinition, findServiceOn, serviceDefinition } from '../services/index.ts'
import { insertAttachment } from './attachment-store.ts'
import { createDraft } from './commands/draft.ts'
import { signApplication } from './commands/sign.ts'
import { takeStep } from './commands/steps.ts'
import type { Status, Step } from './core/life.ts'
import { LIVES } from './core/lives.testing.ts'

/** The papers UM-02 asks of everyone. */
export const PAPERS = ['idCard', 'familyCard', 'villageLetter', 'placePhotoFront', 'placePhotoInside', 'productPhoto']
export const ANSWERS = { purpose: 'bank-loan', statement: true }
export const BUSINESS = {
  name: 'Kerupuk Udang Barokah', villageCode: '35.15.05.2003', address: 'Dusun Pelataran RT 03 RW 02', kbli: '10794', startedOn: '2019-04-01',
  capital: 25_000_000, annualSales: 180_000_000, salesYear: 2025,
}

/** Who takes the steps of a whole walk, in order, and where each leads. */
export const WALK = [
  ['081200000001', 'submit', 'submitted'], ['loket', 'accept', 'accepted'], ['verifikator', 'verify', 'verified'],
  ['kabid', 'initial', 'verified'], ['sekretaris', 'initial', 'initialed'], ['kadis', 'sign', 'issued'],
] as const satisfies [string, Step, Status][]

/** The person behind a login, with the second factor given. */
export async function actorFor(app: TestApp, login: string): Promise<Actor> {
  const actor = await findActor(app.db, app.tools.keys, app.clock.now, await app.tokenFor(login, 'api'))
  if (!actor) throw new Error(`nobody signs in as ${login}`)
  return actor
}

/** Does one act and insists that it is possible. */
export async function must<T>(app: TestApp, work: (unit: Unit) => Promise<Result<T>>): Promise<T> {
  return accepted(await transact(app.db, app.tools.clock, work))
}

function accepted<T>(done: Result<T>): T {
  if (!done.ok) throw new Error(`a maker was refused: ${JSON.stringify(done.error)}`)
  return done.value
}

export const aBusiness = async (app: TestApp, owner: Actor): Promise<string> =>
  must(app, async (unit) => {
    const entered = await createBusiness(unit, app.tools, owner, BUSINESS)
    return entered.ok ? ok(entered.value.business.id) : entered
  })

/** A complete draft of Siti's, ready to be submitted; the papers are rows whose files need not be looked into. */
export async function aDraft(app: TestApp, over: { owner?: Actor; businessId?: string } = {}): Promise<{ id: string; businessId: string; ownerId: string }> {
  const owner = over.owner ?? await actorFor(app, '081200000001')
  const businessId = over.businessId ?? await aBusiness(app, owner)
  const ownerId = owner.personId ?? ''
  return must(app, async (unit) => {
    const attachments: Record<string, string> = {}
    for (const paper of PAPERS) {
      const file = await insertAttachment(unit.tx, {
        officeId: owner.officeId, uploadedBy: owner.accountId, ownerId, storageKey: randomBytes(16).toString('hex'), sha256: '0'.repeat(64), mediaType: 'image/jpeg', size: 1_000,
      }, unit.now)
      attachments[paper] = file.id
    }
    const draft = await createDraft(unit, owner, { serviceCode: 'UM-02', ownerId, businessId, answers: ANSWERS, attachments, channel: 'self' })
    return draft.ok ? ok({ id: draft.value.id, businessId, ownerId }) : draft
  })
}

/** A case walked up to a status, each step by the one whose turn it is. */
export async function aCaseIn(app: TestApp, status: Exclude<Status, 'draft'>, over: { owner?: Actor; businessId?: string } = {}): Promise<string> {
  const { id } = await aDraft(app, over)
  for (const [login, step, to] of WALK) {
    const actor = await actorFor(app, login)
    if (step === 'sign') accepted(await signApplication(app.tools, actor, id))
    else await must(app, (unit) => takeStep(app.tools, unit, actor, id, { step }))
    if (to === status && !(step === 'initial' && status === 'verified')) return id
  }
  throw new Error(`no walk leads to ${status}`)
}

/** A case that the counter gave back now. */
export async function aReturnedCase(app: TestApp): Promise<string> {
  const id = await aCaseIn(app, 'submitted')
  const counter = await actorFor(app, 'loket')
  await must(app, (unit) => takeStep(app.tools, unit, counter, id, { step: 'return', items: [{ requirement: 'idCard', reasonCode: 'unreadable' }] }))
  return id
}

export type IssuedLetter = { id: string; applicationId: string; number: string; code: string; pdf: Buffer }

/** A letter that was signed just now, with its file. */
export async function anIssuedLetter(app: TestApp, over: { owner?: Actor; businessId?: string } = {}): Promise<IssuedLetter> {
  const applicationId = await aCaseIn(app, 'issued', over)
  const letter = await findLetterOf(app.db, applicationId, app.clock.now)
  const print = letter && await findPrint(app.db, letter.id)
  const pdf = print && await app.tools.files.get(print.storageKey)
  if (!letter || !pdf) throw new Error('a maker made no letter')
  return { id: letter.id, applicationId, number: letter.number, code: letter.code, pdf }
}

const UM_02 = new URL('../../../reference/services/um-02.json', import.meta.url)
type Loose = Record<string, unknown>
const said = (text: string) => ({ id: text, en: text })

/** Puts a version of UM-02 into force that differs in what is given; `code` makes it a service of its own. */
export async function aVersionOfUm02(app: TestApp, over: Loose & { code?: string }): Promise<void> {
  const definition = serviceDefinition.parse({ ...JSON.parse(readFileSync(UM_02, 'utf8')), version: 90, validFrom: '2026-02-02', ...over })
  const { code, name, version, validFrom, division } = definition
  const office = await app.db.selectFrom('office.offices').select('id').executeTakeFirstOrThrow()
  await app.db.insertInto('services.services').values({ code, office_id: office.id, name: name.id, division_id: division })
    .onConflict((on) => on.column('code').doNothing()).execute()
  await app.db.insertInto('services.definitions').values({ service_code: code, version, valid_from: validFrom, definition: JSON.stringify(definition) }).execute()
}

/** UM-02 that also shows what the registry knows, to be confirmed. */
export async function aKnowingService(app: TestApp, over: Loose = {}): Promise<void> {
  const { questions } = JSON.parse(readFileSync(UM_02, 'utf8'))
  const known = (key: string, type: string, label: string, prefill: string, example: unknown) =>
    ({ key, type, label: said(label), prefill, example, required: true, ...(type === 'text' ? { maxLength: 150 } : {}) })
  await aVersionOfUm02(app, {
    questions: [
      known('businessName', 'text', 'Nama usaha', 'business.name', 'Kerupuk Udang Barokah'),
      known('startedOn', 'date', 'Mulai berusaha', 'business.startedOn', '2019-04-01'),
      known('capital', 'money', 'Modal usaha, tanpa tanah dan bangunan', 'business.capital', 25_000_000),
      known('sales', 'money', 'Omzet setahun', 'business.annualSales', 180_000_000),
      known('phone', 'text', 'Nomor telepon', 'owner.phone', '+6281200000001'),
      ...questions,
    ],
    ...over,
  })
}

/** UM-02 whose letter may be renewed. */
export async function aRenewableService(app: TestApp): Promise<void> {
  const { letter } = JSON.parse(readFileSync(UM_02, 'utf8'))
  await aVersionOfUm02(app, { letter: { ...letter, validity: { kind: 'months', months: 12 }, renewable: true } })
}

/** What a made-up service is like; everything else is as in UM-02, without its papers and questions. */
export type ServiceWish = Partial<ServiceDefinition> & { code: string; kind: keyof typeof LIVES }

/** Stores a service of one of the kinds of lives, in force at once. @returns the id of its definition */
export async function aService(app: TestApp, { kind, ...wish }: ServiceWish): Promise<string> {
  const base = await findServiceOn(app.db, 'UM-02', '2026-11-11')
  if (!base) throw new Error('the demo office has no UM-02')
  const definition = { ...base.definition, ...LIVES[kind], questions: [], requirements: [], checklist: [], ...wish }
  await app.db.insertInto('services.services').values({ code: wish.code, office_id: 'demo', name: definition.name.id, division_id: definition.division })
    .onConflict((on) => on.column('code').doNothing()).execute()
  const row = await app.db.insertInto('services.definitions')
    .values({ service_code: wish.code, version: definition.version, valid_from: definition.validFrom, definition: JSON.stringify(definition) }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** So many accepted cases of one business as bare rows with their log, filed under a definition: without the steps that would lead there. */
export async function manyAccepted(app: TestApp, businessId: string, definitionId: string, count: number): Promise<void> {
  const at = app.clock.now
  await sql`insert into applications.applications (id, office_id, reference, service_code, definition_id, division_id, status, owner_id, business_id, village_code, district_code, entered_by,
      channel, submitted_at, accepted_at, stage_since, created_at, updated_at)
    select gen_random_uuid(), 'demo', 'UM02-2611-' || lpad(n::text, 6, '0'), 'UM-02', ${definitionId}::uuid, 'usaha-mikro', 'accepted', b.owner_id, b.id, b.village_code, b.district_code,
           b.entered_by, 'self', ${toDb(at)}, ${toDb(at)}, ${toDb(at)}, ${toDb(at)}, ${toDb(at)}
      from generate_series(1, ${count}) n cross join registry.businesses b where b.id = ${businessId}::uuid`.execute(app.db)
  const ids = await app.db.selectFrom('applications.applications').select('id').where('definition_id', '=', definitionId).execute()
  await must(app, async (unit) => {
    for (const { id } of ids) {
      for (const [step, from, to] of [['submit', 'draft', 'submitted'], ['accept', 'submitted', 'accepted']] as const) {
        unit.record('demo', { what: `application.${step}`, kind: 'application', subject: id, role: 'counter', from, to })
      }
    }
    return ok(undefined)
  })
}
