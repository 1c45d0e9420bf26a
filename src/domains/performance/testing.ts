import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { seed } from '../../../db/seeds/index.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { publishRoots } from '../../platform/log/roots.ts'
import { keepCalendarState } from '../office/index.ts'

/** An office with a year of cases behind it, on the night after 11 November 2026 when the roots are published. */
export async function anOfficeWithAYear(t: TestContext, applications = 150): Promise<TestApp> {
  const app = await freshApp(t)
  await transact(app.db, app.tools.clock, async (unit) => ok(await keepCalendarState(unit, 'demo')))
  const seeded = await seed(app.tools, { businesses: 40, applications, seed: 3 })
  assert.ok(seeded.ok)
  app.clock.set('2026-11-12T00:10:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  return app
}
