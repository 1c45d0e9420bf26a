import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { registerSchema } from './register.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../../../../reference', file), 'utf8'))

test('every processing activity names kinds of the retention schedule, and every kind of record belongs to an activity', () => {
  const register = registerSchema.parse(read('privacy/register.json'))
  const { kinds } = read('archive/jra.json') as { kinds: { kind: string }[] }

  const named = new Set(register.activities.flatMap(({ retention }) => retention))

  assert.deepEqual([...named].toSorted(), kinds.map(({ kind }) => kind).toSorted())
  assert.equal(new Set(register.activities.map(({ key }) => key)).size, register.activities.length)
})
