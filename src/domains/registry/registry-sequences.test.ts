import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { fold } from '../../kernel/ledger.ts'
import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { valueOf } from '../../kernel/testing.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import { getOffice } from '../office/index.ts'
import { insertBusinesses } from './bulk-store.ts'
import { sayOfBusiness, writeFromActs } from './business-acts.ts'
import { findBusiness } from './business-store.ts'
import { listActs, undoActs } from './changes-store.ts'
import { recordOf } from './core/business-fields.ts'
import { trustOf } from './core/trust.ts'
import { mergeBusinesses, unmerge } from './merge-businesses.ts'
import { Registry, type Taken, assertWhole, lives } from './registry-sequences.testing.ts'
import { aPerson } from './testing.ts'

/** The night runs more: REGISTRY_DB_LIVES=2000. */
const LIVES = Number(process.env['REGISTRY_DB_LIVES'] ?? 25)

type Ground = { app: TestApp; steward: Actor; ownerId: string }

async function ground(app: TestApp): Promise<Ground> {
  const { id } = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'data').executeTakeFirstOrThrow()
  return { app, ownerId: await aPerson(app), steward: { accountId: id, officeId: 'demo', kind: 'officer', name: 'Fitri', roles: [{ role: 'data-steward' }] } }
}

const within = <T>({ app }: Ground, work: (unit: Unit) => Promise<Result<T>>): Promise<Result<T>> => transact(app.db, app.tools.clock, work)

/** Does to the database what the registry in memory has just done. */
async function likewise(on: Ground, taken: Taken, registry: Registry): Promise<void> {
  const { app: { tools }, steward, ownerId } = on
  const say = (id: string, saying: Omit<Parameters<typeof sayOfBusiness>[3], 'by'>) => within(on, async (unit) => {
    const kept = await findBusiness(unit.tx, tools.keys, id, true)
    assert.ok(kept)
    await sayOfBusiness(unit, tools.keys, kept, { ...saying, by: steward.accountId }, true)
    return ok(undefined)
  })
  switch (taken.did) {
    case 'nothing': return
    case 'enter': {
      const sets = registry.records.get(taken.id)?.[0]?.sets ?? {}
      const { record } = recordOf({ values: { capital: { unstated: 'refused' }, ...sets } })
      const business = { id: taken.id, ownerId, ownerName: 'Warga', at: on.app.clock.now, districtCode: '35.15.05', record }
      valueOf(await within(on, async (unit) => ok(await insertBusinesses(unit.tx, tools.keys, await getOffice(unit.tx, 'demo'), [business], unit.now, {
        source: 'self', by: steward.accountId, kind: 'enter' }))))
      return
    }
    case 'edit': valueOf(await say(taken.id, { kind: taken.kind, source: 'self', sets: taken.sets })); return
    case 'import': {
      const { batch, source, observedOn } = taken
      for (const { id, sets } of taken.offers) valueOf(await say(id, { kind: 'import', actId: batch, source, observedOn, validFrom: observedOn, sets }))
      return
    }
    case 'merge': {
      const done = await within(on, (unit) => mergeBusinesses(unit, tools, steward, taken))
      assert.equal(done.ok, taken.refused === undefined, `merge: ${taken.refused ?? 'taken'} in memory`)
      // The database gives the merge a number of its own.
      if (done.ok) merges.set(taken.mergeId, done.value.mergeId)
      return
    }
    case 'unmerge': {
      const done = await within(on, (unit) => unmerge(unit, tools, steward, merges.get(taken.mergeId) ?? ''))
      assert.equal(done.ok, taken.refused === undefined, `unmerge: ${taken.refused ?? 'taken'} in memory`)
      return
    }
    case 'undo': valueOf(await within(on, async (unit) => {
      for (const { id } of await undoActs(unit.tx, taken.batch, unit.now, steward.accountId)) {
        const kept = await findBusiness(unit.tx, tools.keys, id, true)
        assert.ok(kept)
        await writeFromActs(unit.tx, tools.keys, unit.now, kept, { stillVerified: true, confirmed: false })
      }
      return ok(undefined)
    }))
  }
}

const merges = new Map<string, string>()

async function assertSame({ app: { db, tools } }: Ground, registry: Registry): Promise<void> {
  for (const [id, acts] of registry.records) {
    const [kept, told] = [await findBusiness(db, tools.keys, id), await listActs(db, tools.keys, id)]
    const expected = fold(acts, trustOf).values
    const { ownerId: _owner, capital: _capital, ...values } = fold(told, trustOf).values
    const { ownerId: _made, ...modelled } = expected
    assert.deepEqual(values, modelled, 'the acts in the database say something else')
    assert.deepEqual(told.map(({ kind, undoneAt }) => [kind, undoneAt !== null]), acts.map(({ kind, undoneAt }) => [kind, undoneAt !== null]))
    const { record, mergedInto } = recordOf(fold(told, trustOf))
    assert.deepEqual([kept?.record, kept?.mergedInto], [record, mergedInto], 'the row is not what its acts say')
  }
}

test(`${LIVES} lives of a registry in the database: its rows are what the acts say, as in memory`, async (t) => {
  const app = await freshApp(t)
  const on = await ground(app)

  await fc.assert(fc.asyncProperty(lives(false, { least: 6, most: 6 }), async (steps) => {
    merges.clear()
    const registry = new Registry(app.clock.now, () => randomUUID())
    for (const step of steps) {
      const taken = registry.take(step)
      app.clock.now = registry.now
      await likewise(on, taken, registry)
    }
    assertWhole(registry)
    await assertSame(on, registry)
  }), { numRuns: LIVES, endOnFailure: true })
})
