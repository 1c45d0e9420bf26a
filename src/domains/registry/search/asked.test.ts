import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { codeLines, codesOf, filterAsked, filterCodesSchema, loggedCodes } from './asked.ts'
import type { BusinessFilter } from './filter.ts'

const now = Temporal.Instant.from('2026-11-11T09:00:00+07:00')
const OWNER = '00000000-0000-4000-a000-000000000001'

const filters: [what: string, filter: BusinessFilter, codes: Record<string, string>][] = [
  ['nothing', { sort: 'name' }, {}], ['blank words', { q: '  ' }, {}],
  ['words and a place', { q: ' bu siti ', district: '35.15.05', village: '35.15.05.2006' }, { q: 'bu siti', district: '35.15.05', village: '35.15.05.2006' }],
  ['two permits', { permits: ['nib', 'halal'] }, { legality: 'nib,halal' }], ['what is due', { freshness: { is: 'due', now } }, { freshness: 'due' }],
  ['one owner', { ownerId: OWNER, scale: 'none', status: 'closed', kbli: 'C' }, { owner: OWNER, scale: 'none', status: 'closed', kbli: 'C' }],
]
for (const [what, filter, codes] of filters) {
  test(`a filter by ${what} goes into a file's address and comes back the same`, () => {
    const written = codesOf(filter)

    const back = filterAsked(filterCodesSchema.parse(JSON.parse(JSON.stringify(written))), now)

    assert.deepEqual(written, codes)
    assert.deepEqual(codesOf(back), codes)
    assert.deepEqual(back.freshness, filter.freshness)
  })
}

test('the log of an export does not keep the words, which may be a name; the sheet in the file tells them', () => {
  const filter: BusinessFilter = { q: 'bu siti', district: '35.15.05' }

  assert.deepEqual(loggedCodes(filter), ['district=35.15.05', 'q'])
  assert.deepEqual(codeLines(filter), ['district=35.15.05', 'q=bu siti'])
})

for (const [key, value] of [['district', 'Jabon'], ['village', '35.15.05'], ['kbli', '1'], ['kbli', 'x'], ['legality', 'nib,x'], ['legality', ''],
  ['freshness', 'old'], ['scale', 'huge'], ['owner', 'siti']] as const) {
  test(`a filter of ${key} ${value || 'nothing'} is refused with a sentence, not passed over`, () => {
    const asked = filterCodesSchema.safeParse({ [key]: value })

    assert.equal(asked.success, false)
    assert.match(asked.error?.issues[0]?.message ?? '', / .*\.$/)
  })
}
