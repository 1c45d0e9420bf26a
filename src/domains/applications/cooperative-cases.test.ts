import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { findLetterOf } from '../letters/index.ts'
import { findServiceOn } from '../services/index.ts'
import { insertAttachment } from './attachment-store.ts'
import { coSignerOf } from './co-sign.ts'
import { createDraft } from './commands/draft.ts'
import { readRenewal } from './commands/renew.ts'
import { signApplication } from './commands/sign.ts'
import { takeStep } from './commands/steps.ts'
import { factsFor } from './facts.ts'
import { findApplication } from './store.ts'
import { actorFor, aService, must } from './testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'
const COOPERATIVE = '5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b'

/** Siti joins the board as its treasurer. */
async function onTheBoard(app: TestApp): Promise<void> {
  const { personId = '' } = await actorFor(app, SITI)
  await app.db.updateTable('cooperatives.positions').set({ person_id: personId }).where('cooperative_id', '=', COOPERATIVE).where('role', '=', 'treasurer').execute()
}

async function aPaper(app: TestApp, login: string): Promise<string> {
  const { officeId, accountId: uploadedBy, personId = '' } = await actorFor(app, login)
  const kept = { officeId, uploadedBy, ownerId: personId, storageKey: randomBytes(16).toString('hex'), sha256: '0'.repeat(64), mediaType: 'image/jpeg', size: 1_000 }
  return must(app, async (unit) => ok((await insertAttachment(unit.tx, kept, unit.now)).id))
}

/** KOP-04 of Wahyu's cooperative, issued, in the desks of UM-02. */
async function anIssuedCase(app: TestApp): Promise<string> {
  const kept = await findServiceOn(app.db, 'KOP-04', '2026-11-11')
  if (!kept) throw new Error('the demo office has no KOP-04')
  const wahyu = await actorFor(app, WAHYU)
  const papers = Object.fromEntries(await Promise.all(['deed', 'boardCards', 'lastReport'].map(async (key) => [key, await aPaper(app, WAHYU)])))
  const id = await must(app, async (unit) => {
    const draft = await createDraft(unit, wahyu, {
      serviceCode: 'KOP-04', ownerId: wahyu.personId ?? '', cooperativeId: COOPERATIVE, channel: 'self', answers: { purpose: 'bank', statement: true }, attachments: papers,
    })
    return draft.ok ? ok(draft.value.id) : draft
  })
  await must(app, (unit) => takeStep(app.tools, unit, wahyu, id, { step: 'submit' }))
  await app.db.updateTable('applications.applications').set({ division_id: 'usaha-mikro' }).where('id', '=', id).execute()
  for (const [login, step] of [['loket', 'accept'], ['verifikator', 'verify'], ['kabid', 'initial'], ['sekretaris', 'initial']] as const) {
    const actor = await actorFor(app, login)
    await must(app, (unit) => takeStep(app.tools, unit, actor, id, { step }))
  }
  const signed = await signApplication(app.tools, await actorFor(app, 'kadis'), id)
  assert.ok(signed.ok)
  return id
}

test('a letter of a cooperative is its own: another of its board sees it live and renews it with the old papers, a stranger does not', async (t) => {
  const app = await freshApp(t)
  const stranger = await actorFor(app, SITI)
  const caseId = await anIssuedCase(app)
  const letter = await findLetterOf(app.db, caseId, app.clock.now)
  const path = `/permohonan/perpanjang/${letter?.id}`
  const refused = await (await app.as(SITI)).get(path)
  await onTheBoard(app)
  const needed = new Set(['letter.liveUntil', 'service.completedBefore'] as const)
  const asked = { ownerId: stranger.personId ?? '', businessId: null, serviceCode: 'KOP-04' }
  const told = (cooperativeId: string | null) =>
    must(app, async ({ tx, now }) => ok((await factsFor({ tx, now, keys: app.tools.keys }, { ...asked, cooperativeId }, needed)).facts))
  const [ofIt, ofHer] = [await told(COOPERATIVE), await told(null)]
  app.clock.set('2027-04-01T09:00:00+07:00')
  const board = await app.as(SITI)

  const page = await board.get(path)
  const renewed = await board.post(path, { how: 'changed', formKey: randomUUID() })
  const id = (renewed.headers.get('location') ?? '').split('/')[2] ?? ''
  const draft = await findApplication(app.db, id)

  assert.equal(refused.status, 403)
  assert.deepEqual(ofIt, { today: '2026-11-11', 'letter.liveUntil': letter?.validUntil, 'service.completedBefore': 1 })
  assert.deepEqual(ofHer, { today: '2026-11-11', 'service.completedBefore': 0 })
  assert.equal(page.status, 200)
  assert.deepEqual([draft?.cooperativeId, draft?.ownerId, draft?.businessId], [COOPERATIVE, stranger.personId, null])
  const given = await app.db.selectFrom('applications.application_attachments').select('requirement').where('application_id', '=', id).orderBy('requirement').execute()
  assert.deepEqual(given.map((one) => one.requirement), ['boardCards', 'deed', 'lastReport'])
  const counter = await actorFor(app, 'loket')
  const helped = await must(app, async ({ tx, now }) => ok((await readRenewal({ tx, now, keys: app.tools.keys }, counter, letter?.id ?? ''))?.ownerId))
  assert.equal(helped, (await actorFor(app, WAHYU)).personId)
})

test('where two of a board must sign, the first is shown the way to the second signature, and sends after it', async (t) => {
  const app = await freshApp(t)
  await onTheBoard(app)
  const { definition } = await findServiceOn(app.db, 'KOP-04', '2026-11-11') ?? {}
  const statement = definition?.questions.filter((one) => one.mustBeTrue) ?? []
  await aService(app, { code: 'KOP-90', kind: 'letter', subject: 'cooperative', coSigned: true, questions: statement, eligibility: [] })
  const [wahyu, siti] = [await app.as(WAHYU), await app.as(SITI)]
  const begun = await wahyu.post('/permohonan/baru?layanan=KOP-90', { koperasi: COOPERATIVE, formKey: randomUUID() })
  const id = (begun.headers.get('location') ?? '').split('/')[2] ?? ''
  const path = `/permohonan/${id}/periksa`

  const before = await (await wahyu.get(path)).text()
  const tooSoon = await wahyu.post(path, { statement: 'yes' })
  const signed = await siti.post(`/permohonan/${id}/tanda-tangan-kedua`, {})
  const after = await (await wahyu.get(path)).text()
  const sent = await wahyu.post(path, { statement: 'yes' })

  assert.match(before, new RegExp(`href="/permohonan/${id}/tanda-tangan-kedua"`))
  assert.doesNotMatch(before, /Kirim permohonan/)
  assert.equal(tooSoon.status, 422)
  assert.match(await tooSoon.text(), /href="#coSign"[\s\S]*id="coSign"/)
  assert.equal(signed.status, 303)
  assert.match(after, /Kirim permohonan/)
  assert.match(sent.headers.get('location') ?? '', /tanda-terima$/)
  const application = await findApplication(app.db, id)
  assert.ok(application)
  assert.equal(await coSignerOf(app.db, application), (await actorFor(app, SITI)).personId)
})
