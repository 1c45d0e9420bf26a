import assert from 'node:assert/strict'
import type { TestApp } from '../../apps/testing.ts'
import { valueOf } from '../../kernel/testing.ts'
import { transact } from '../../platform/db/unit.ts'
import { ok } from '../../kernel/result.ts'
import type { BusinessAnswer } from './answer.ts'
import type { BusinessRequest, Owner } from './core/business-record.ts'
import { type NewPerson, createPerson } from './person-store.ts'

/** A made-up owner: the NIK ends in 0000. */
export const anOwner = (overrides: Partial<Owner> = {}): Owner => ({
  nationalId: '3515051506750000', name: 'Marsudi', phone: '081200000077', gender: 'male', ...overrides,
})

/** A cracker maker in Kupang (Jabon): the village of the officer `desa`. */
export const aBusinessRequest = (overrides: Partial<BusinessRequest> = {}): BusinessRequest => ({
  name: 'Kerupuk Udang Bu Siti', villageCode: '35.15.05.2006', address: 'Jalan Tambak 3', kbli: '10794', startedOn: '2019-03-01',
  capital: 15_000_000, annualSales: 48_000_000, salesYear: 2025, mainProduct: 'kerupuk udang', ...overrides,
})

let made = 0

/** A person of the demo office with a NIK and a phone of his own. */
export async function aPerson({ tools }: Pick<TestApp, 'tools'>, overrides: Partial<NewPerson> = {}): Promise<string> {
  made += 1
  const two = String(made % 90 + 10)
  return valueOf(await transact(tools.db, tools.clock, async ({ tx, now }) => ok(await createPerson(tx, tools.keys, now, 'demo', {
    name: `Warga ${made}`, gender: 'male', nationalId: `35150701${String(made % 12 + 1).padStart(2, '0')}${two}0000`,
      phone: `+62812555${String(made).padStart(5, '0')}`,
    ...overrides,
  }))))
}

/** A business in the registry, entered through the API: by its owner Siti unless `by` names an officer and the request an owner. */
export async function aBusiness(app: Pick<TestApp, 'api'>, overrides: Partial<BusinessRequest> = {},
  by = '081200000001'): Promise<BusinessAnswer> {
  const reply = await (await app.api(by)).post('/businesses', aBusinessRequest(overrides))
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body
}

export { forgetSearches } from './trace-search.ts'
