import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { keysFrom, newKeyFile } from '../secrets/keys.ts'
import { openTicket, sealTicket } from './ticket.ts'

const keys = keysFrom(newKeyFile())
const schema = z.object({ account: z.string(), untilMs: z.number(), set: z.literal('businesses'), district: z.string() })

test('a download belongs to the account and the form that asked for it, for ten minutes', () => {
  const ticket = sealTicket(keys, 1_000, { account: 'a', set: 'businesses', district: '35.15.05' })
  const otherForm = sealTicket(keys, 1_000, { account: 'a', set: 'cooperatives', district: '35.15.05' })

  assert.equal(openTicket(keys, 2_000, 'a', ticket, schema)?.district, '35.15.05')
  const refused = [
    openTicket(keys, 2_000, 'b', ticket, schema), openTicket(keys, 1_000 + 600_000, 'a', ticket, schema), openTicket(keys, 2_000, 'a', `x${ticket}`, schema),
    openTicket(keysFrom(newKeyFile()), 2_000, 'a', ticket, schema), openTicket(keys, 2_000, 'a', '', schema), openTicket(keys, 2_000, 'a', otherForm, schema),
  ]
  assert.ok(refused.every((one) => one === undefined))
})
