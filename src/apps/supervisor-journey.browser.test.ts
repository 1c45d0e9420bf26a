// The head of the office on a phone, without JavaScript: from the board to the late case, and its hand-over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { createAccount } from '../domains/accounts/index.ts'
import { actorFor, aCaseIn } from '../domains/applications/testing.ts'
import { deviceOf, noBrowser, serveApp, startBrowser } from './browser-testing.ts'
import { freshApp } from './testing.ts'

test('the head opens the board on a phone, finds the late case and hands it to somebody who is there', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  await app.db.updateTable('applications.applications').set({ assigned_to: (await actorFor(app, 'verifikator')).accountId }).where('id', '=', id).execute()
  await transact(app.db, app.tools.clock, async ({ tx, now }) => ok(await createAccount(tx, app.tools.keys, now, {
    officeId: 'demo', kind: 'officer', login: 'verifikator2', name: 'Yanuar Saputra', roles: [{ role: 'verifier', divisionId: 'usaha-mikro' }], from: '2026-01-01',
  })))
  app.clock.set('2026-11-18T09:00:00+07:00')
  const baseUrl = await serveApp(t, app)
  const page = await (await deviceOf(await startBrowser(t), app, 'kadis', { javaScriptEnabled: false })).newPage()
  const main = page.getByRole('main')

  await page.goto(`${baseUrl}/petugas`)
  await page.getByRole('link', { name: 'Pengawasan' }).first().click()
  await main.getByRole('link', { name: /^Lewat batas \d/ }).click()
  assert.match(await main.innerText(), /Kerupuk Udang Barokah[\s\S]*Rina Kusumawati \(Verifikator\)[\s\S]*lewat 41 jam/)
  await main.getByRole('link', { name: 'Serahkan', exact: true }).click()
  await page.getByLabel('Diserahkan kepada').selectOption({ label: 'Yanuar Saputra (Verifikator)' })
  await main.getByRole('button', { name: 'Lanjut' }).click()
  await main.getByRole('button', { name: 'Ya, serahkan' }).click()

  assert.match(await page.locator('body').innerText(), /1 berkas sudah diserahkan/)
  await main.getByRole('link', { name: 'Kerupuk Udang Barokah' }).click()
  assert.match(await main.innerText(), /Yanuar Saputra[\s\S]*Diserahkan/)
})
