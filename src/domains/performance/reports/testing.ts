import type { TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { seed } from '../../../../db/seeds/index.ts'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { findAccountByLogin } from '../../accounts/index.ts'
import { ok } from '../../../kernel/result.ts'
import type { Actor, Role } from '../../../kernel/rights.ts'
import { transact } from '../../../platform/db/unit.ts'
import { exportLog } from '../../../platform/log/export.ts'
import { publishRoots } from '../../../platform/log/roots.ts'
import { keepCalendarState } from '../../office/index.ts'
import { decideFigures, explainFigures } from './approve.ts'
import { draftDueReports } from './draft.ts'
import { findReport, listReports, listStands } from './store.ts'
import { tellWaiting } from './tell-waiting.ts'

/** An office with half a year behind it, on the morning of Monday 2 November 2026, when the report of October is due. */
export async function anOfficeWithReports(t: TestContext, options: Parameters<typeof freshApp>[1] = {}) {
  const app = await freshApp(t, options)
  await transact(app.db, app.tools.clock, async (unit) => ok(await keepCalendarState(unit, 'demo')))
  const seeded = await seed(app.tools, { businesses: 40, applications: 150, seed: 3 })
  assert.ok(seeded.ok)
  app.clock.set('2026-11-12T07:30:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  return app
}

const ROLE_OF: Record<string, Role> = { kabid: 'division-head', sekretaris: 'secretary', kadis: 'office-head', data: 'data-steward' }

export async function actorOf({ db, tools, clock }: TestApp, login: string): Promise<Actor> {
  const found = await transact(db, tools.clock, async ({ tx }) => ok(await findAccountByLogin(tx, 'demo', login)))
  const role = ROLE_OF[login]
  assert.ok(found.ok && found.value && role)
  return { accountId: found.value.id, officeId: 'demo', kind: 'officer', name: login, roles: [{ role }], secondFactorUntil: clock.now.add({ hours: 1 }).epochMilliseconds }
}

/** The draft of a period, made by the job. */
export async function draftedReport(app: TestApp, period: string) {
  await draftDueReports(app.tools, 'demo')
  const found = (await listReports(app.db, 'demo', {})).find((one) => one.period === period)
  assert.ok(found, `no report of ${period}`)
  return found
}

/** Accepts everything that waits, level by level, until the report is locked. */
export async function approveAll(app: TestApp, id: string, logins = ['kabid', 'sekretaris', 'kadis']): Promise<void> {
  for (const login of logins) {
    const actor = await actorOf(app, login)
    const waiting = (await listStands(app.db, id)).filter(({ awaits }) => awaits === ROLE_OF[login])
    const done = await transact(app.db, app.tools.clock, (unit) => decideFigures(unit, actor, id, waiting.map(({ code }) => ({ code }))))
    assert.ok(done.ok, JSON.stringify(done))
  }
}

/** An office whose report of October was drafted, and passed the heads of division and the secretary. */
export async function anOfficeWhoseMonthWaitsForItsHead(t: TestContext): Promise<TestApp> {
  const app = await anOfficeWithReports(t)
  const { id } = await draftedReport(app, '2026-10')
  await approveAll(app, id, ['kabid', 'sekretaris'])
  await tellWaiting(app.tools, 'demo')
  return app
}

/** Every remark on a report gets the same answer, which passes the chain up to the head. */
export async function answerRemarks(app: TestApp, period: string, words: string): Promise<void> {
  const { id } = await draftedReport(app, period)
  const steward = await actorOf(app, 'data')
  const remarked = (await listStands(app.db, id)).filter(({ awaits }) => awaits === 'answer')
  const done = await transact(app.db, app.tools.clock, (unit) => explainFigures(unit, steward, id, remarked.map(({ code }) => ({ code, words }))))
  assert.ok(done.ok && remarked.length > 0, JSON.stringify(done))
  await approveAll(app, id, ['kabid', 'sekretaris'])
  await tellWaiting(app.tools, 'demo')
}

export async function reportOf(app: TestApp, id: string) {
  const card = await findReport(app.db, id)
  assert.ok(card)
  return card
}

/** The log as an outsider has it. */
export async function* exportedLog({ db }: TestApp): AsyncGenerator<string> {
  const parts: string[] = []
  await exportLog(db, 'demo', {}, async (text) => { parts.push(text) })
  yield* parts.join('').split('\n')
}
