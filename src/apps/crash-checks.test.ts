import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { brokenPromises } from '../../scripts/faults/checks.ts'
import { emptyLedger } from '../../scripts/faults/walkers.ts'
import { aCaseIn } from '../domains/applications/testing.ts'
import { freshApp } from './testing.ts'

/** One letter from start to end, and what the checks say of it after something was spoilt by the owner of the database. */
async function house(t: TestContext) {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'issued')
  const letter = await app.db.selectFrom('letters.letters').select(['id', 'number', 'storage_key']).executeTakeFirstOrThrow()
  // The makers' papers have no files; the checks of them are not the matter here.
  await app.db.deleteFrom('applications.application_attachments').execute()
  await app.db.deleteFrom('applications.attachments').execute()
  const ledger = emptyLedger()
  ledger.begun = 1
  ledger.acknowledged.applications.push(id)
  ledger.acknowledged.steps.push({ id, step: 'submit', status: 'submitted' }, { id, step: 'sign', status: 'issued' })
  ledger.acknowledged.letters.push({ id: letter.id, application: id, number: letter.number })
  return {
    ledger, letterFile: join(app.config.dataDir, 'files', (letter.storage_key ?? '').slice(0, 2), letter.storage_key ?? ''),
    check: () => brokenPromises(app.db, app.config.dataDir, ledger),
    async spoil(statement: string) {
      const owner = new pg.Client({ connectionString: app.databaseUrl })
      await owner.connect()
      await owner.query(statement)
      await owner.end()
    },
  }
}

test('nothing is wrong with a case that went its way', async (t) => {
  const { check } = await house(t)

  assert.deepEqual(await check(), [])
})

for (const [what, statement, told] of [
  ['a step whose event is gone', `delete from log.events where what = 'application.submit'`, /^lost: submit/],
  ['a case set back behind its log', `update applications.applications set status = 'submitted'`, /^no event: case/],
  ['a log that was altered', `update log.events set body = replace(body, 'loket', 'x') || ' ' where seq = 2`, /^chain of events/],
  ['a number that was left out', `update letters.number_heads set last = 2`, /^numbers of 2026/],
  ['a letter that is not issued any more', `update letters.letters set state = 'signing'`, /^lost: letter/],
  ['a case that was begun twice', `insert into applications.applications (office_id, reference, service_code, definition_id, division_id, owner_id, entered_by, channel, created_at, updated_at)
     select office_id, 'UM02-2611-TWICE2', service_code, definition_id, division_id, owner_id, entered_by, channel, created_at, updated_at from applications.applications`, /^twice: 2 cases of 1/],
] as const) {
  test(`the check after a crash finds ${what}`, async (t) => {
    const { check, spoil } = await house(t)

    await spoil(statement)

    assert.match((await check()).join('\n'), new RegExp(told.source, 'm'))
  })
}

test('the check after a crash finds a letter whose file is gone or altered', async (t) => {
  const { check, letterFile } = await house(t)

  await writeFile(letterFile, 'another letter')
  const altered = await check()
  await rm(letterFile)
  const missing = await check()

  assert.match(altered.join(), /^file altered: letter/)
  assert.match(missing.join(), /^file missing: letter/)
})

test('the check after a crash finds what was acknowledged and is not there', async (t) => {
  const { check, ledger } = await house(t)
  ledger.acknowledged.businesses.push('00000000-0000-4000-8000-000000000000')

  assert.match((await check()).join(), /^lost: business/)
})
