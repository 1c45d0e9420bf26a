import assert from 'node:assert/strict'
import type { TestApp } from '../../apps/testing.ts'
import type { CooperativeAnswer } from './answer.ts'
import type { CooperativeRequest } from './core/record.ts'

let made = 0

/** A savings cooperative in Kupang (Jabon): the village of the officer `desa`. Each has a legal entity number of its own. */
export function aCooperativeRequest(overrides: Partial<CooperativeRequest> = {}): CooperativeRequest {
  made += 1
  return {
    name: 'Koperasi Simpan Pinjam "Sejahtera"', kind: 'savings-and-loan',
    legalEntityNumber: `${String(made).padStart(6, '0')}/BH/M.KUKM.2/V/2017`,
    legalEntityDate: '2017-05-08', address: 'Jalan Tambak 3', villageCode: '35.15.05.2006', ...overrides,
  }
}

/** A cooperative in the registry, entered through the API by the counter unless `by` names another. */
export async function aCooperative(
  app: Pick<TestApp, 'api'>, overrides: Partial<CooperativeRequest> = {}, by = 'loket',
): Promise<CooperativeAnswer> {
  const reply = await (await app.api(by)).post('/cooperatives', aCooperativeRequest(overrides))
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body
}
