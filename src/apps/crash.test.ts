import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crashRounds } from '../../scripts/faults/crash-rounds.ts'

const isLinux = process.platform === 'linux'

test('killed five times under load, alone, without its database and with it, the program keeps every promise', { skip: !isLinux, timeout: 240_000 }, async (t) => {
  const report = await crashRounds({ rounds: 5, seed: 20_261_124, clients: 3 })

  for (const round of report.rounds) {
    t.diagnostic(`${round.round}. ${round.victim} after ${round.afterMs} ms, back in ${round.backMs} ms, ${round.acknowledged} acts acknowledged`)
    assert.deepEqual(round.problems, [])
  }
  assert.deepEqual(report.problems, [])
  assert.deepEqual(report.refusals, [])
  assert.equal(report.finished, report.begun)
  assert.ok(report.finished >= 3)
})
