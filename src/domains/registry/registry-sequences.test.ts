import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Temporal } from 'temporal-polyfill'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { fold } from '../../kernel/ledger.ts'
import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { valueOf } from '../../kernel/testing.ts'
import { type Unit, toDb, transact } from '../../platform/db/unit.ts'
import { getOffice } from '../office/index.ts'
import { type BulkTeller, insertBusinesses } from './bulk-store.ts'
import { sayOfBusiness } from './business-acts.ts'
import { findBusiness } from './business-store.ts'
import { listActs } from './changes-store.ts'
import { recordOf } from './core/business-fields.ts'
import { trustOf } from './core/trust.ts'
import { LISTED_BUSINESSES, undoListed } from './listed/undo.ts'
import { businessMerges } from './merge-businesses.ts'
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
  const { app: { tools }, steward } = on
  const say = (id: string, saying: Omit<Parameters<typeof sayOfBusiness>[3], 'by'>) => within(on, async (unit) => {
    const kept = await findBusiness(unit.tx, tools.keys, id, true)
    assert.ok(kept)
    await sayOfBusiness(unit, tools.keys, kept, { ...saying, by: steward.accountId }, true)
    return ok(undefined)
  })
  switch (taken.did) {
    case 'nothing': return
    case 'enter': return begin(on, registry, [taken.id], { source: 'self', kind: 'enter' })
    case 'edit': valueOf(await say(taken.id, { kind: taken.kind, source: 'self', sets: taken.sets })); return
    case 'import': {
      const { batch, source, observedOn } = taken
      for (const { id, sets } of taken.offers) valueOf(await say(id, { kind: 'import', actId: batch, source, observedOn, validFrom: observedOn, sets }))
      return begin(on, registry, taken.fresh, { source, kind: 'import', actId: batch, observedOn })
    }
    case 'merge': {
      const done = await within(on, (unit) => businessMerges.merge(unit, tools, steward, taken))
      assert.equal(done.ok, taken.refused === undefined, `merge: ${taken.refused ?? 'taken'} in memory`)
      // The database gives the merge a number of its own.
      if (done.ok) merges.set(taken.mergeId, done.value.mergeId)
      return
    }
    case 'unmerge': {
      const done = await within(on, (unit) => businessMerges.unmerge(unit, tools, steward, merges.get(taken.mergeId) ?? ''))
      assert.equal(done.ok, taken.refused === undefined, `unmerge: ${taken.refused ?? 'taken'} in memory`)
      return
    }
    case 'undo': valueOf(await within(on, async ({ tx, now }) => {
      for (let last: string | undefined, done = false; !done;) {
        const chunk = await undoListed({ tx, keys: tools.keys, now, actId: taken.batch, by: steward.accountId }, LISTED_BUSINESSES, last)
        last = chunk.last
        done = last === undefined
      }
      return ok(undefined)
    }))
  }
}

/** Enters what the registry in memory has just begun. */
async function begin(on: Ground, registry: Registry, ids: readonly string[], teller: Omit<BulkTeller, 'by'>): Promise<void> {
  const { app, steward, ownerId } = on
  const businesses = ids.map((id) => {
    const { record } = recordOf({ values: { capital: { unstated: 'refused' }, ...registry.records.get(id)?.[0]?.sets } })
    return { id, ownerId, ownerName: 'Warga', at: app.clock.now, districtCode: '35.15.05', record }
  })
  if (businesses.length === 0) return
  valueOf(await within(on, async (unit) =>
    ok(await insertBusinesses(unit.tx, app.tools.keys, await getOffice(unit.tx, 'demo'), businesses, unit.now, { ...teller, by: steward.accountId }))))
}

const merges = new Map<string, string>()

async function assertSame({ app: { db, tools } }: Ground, registry: Registry, begun: Temporal.Instant): Promise<void> {
  const { count } = await db.selectFrom('registry.businesses').select(({ fn }) => fn.countAll<number>().as('count')).where('created_at', '>=', toDb(begun)).executeTakeFirstOrThrow()
  assert.equal(Number(count), registry.records.size, 'the database holds other records')
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

  await fc.assert(fc.asyncProperty(lives({ least: 6, most: 8 }), async (steps) => {
    merges.clear()
    const begun = app.clock.now
    const registry = new Registry(begun, () => randomUUID())
    for (const step of steps) {
      const taken = registry.take(step)
      app.clock.now = registry.now
      await likewise(on, taken, registry)
    }
    assertWhole(registry)
    await assertSame(on, registry, begun)
    app.clock.pass({ hours: 1 })
  }), { numRuns: LIVES, endOnFailure: true })
})
