import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { messyList } from '../../../db/seeds/messy-list.ts'
import { drawRegency } from '../../../db/seeds/regency-drawing.ts'

const WANTED = { rows: 3_000, seed: 3, now: Temporal.Instant.from('2026-11-11T09:00:00+07:00'), existing: 2_000, regencySeed: 1 }

test('a made-up list is the same for the same seed, and the truth beside it names its rows', async () => {
  const [list, again] = [await messyList(WANTED), await messyList(WANTED)]

  const lines = [...list.lines()]
  const { rows, facts, lines: count } = list.truth()

  assert.deepEqual(lines, [...again.lines()])
  assert.deepEqual([rows, count, lines.filter(([number]) => typeof number === 'number').length], [3_000, lines.length, 3_000])
  const share = (is: string) => facts.filter((one) => one.is === is).length / rows
  assert.ok(Math.abs(share('refused') - 0.02) < 0.01 && Math.abs(share('changed') - 0.03) < 0.01,
    JSON.stringify([share('refused'), share('changed')]))
  for (const fact of facts) {
    const cells = lines[fact.row - 1]
    assert.equal(typeof cells?.[0], 'number', `row ${fact.row} is none of the list`)
    if (fact.is === 'refused' && fact.why === 'no-names') assert.deepEqual([cells?.[2], cells?.[5]], ['', ''])
  }
})

test('rows that tell of the registry tell of businesses that are in it, the others bring people of their own', async () => {
  const list = await messyList(WANTED)
  const known = new Map((await drawRegency({ seed: 1, now: WANTED.now }))(WANTED.existing).drawn.map(({ business, owner }) => [business.id,
    owner.nationalId]))

  const lines = [...list.lines()]

  const { facts } = list.truth()
  const ofRegistry = facts.flatMap((one) => (one.is === 'changed' || one.is === 'same' ? [one] : []))
  assert.ok(ofRegistry.length > 60 && ofRegistry.every((one) => String(lines[one.row - 1]?.[1]).replace("'", '') === known.get(one.of)))
  const named = new Set(facts.map(({ row }) => row))
  const numbers = new Set(known.values())
  const fresh = lines.flatMap((cells, at) => (typeof cells[0] === 'number' && !named.has(at + 1) ? [String(cells[1]).replace("'",
    '')] : []))
  assert.ok(fresh.every((number) => number === '' || (/^35\d{10}0000$/.test(number) && !numbers.has(number))))
})
