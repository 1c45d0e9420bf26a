import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LEVELS, type Stand, answer, decide, isApproved, levelsOf } from './approval.ts'

const waiting = (awaits: Stand['awaits']): Stand[] => [{ code: 'masuk', awaits }]

test('an accepted figure goes up the chain one level at a time, and ends after the head of office', () => {
  const steps = LEVELS.map((level) => decide(waiting(level), [level], { code: 'masuk' }))

  assert.deepEqual(steps.map((one) => one.ok && one.value.awaits), ['secretary', 'office-head', 'none'])
})

test('nobody speaks for a level at which he does not stand, and nobody twice', () => {
  const early = decide(waiting('division-head'), ['office-head'], { code: 'masuk' })
  const late = decide(waiting('none'), ['office-head'], { code: 'masuk' })
  const answering = decide(waiting('answer'), ['division-head'], { code: 'masuk', remark: 'lagi' })

  for (const refused of [early, late, answering]) assert.ok(!refused.ok && refused.error.kind === 'not-yours')
})

test('a remarked figure waits for an answer, whoever remarked, and then begins at the foot of the chain', () => {
  for (const level of LEVELS) {
    const remarked = decide(waiting(level), [level], { code: 'masuk', remark: 'Mengapa turun?' })
    assert.ok(remarked.ok && remarked.value.awaits === 'answer')

    const answered = answer([remarked.value], 'masuk')
    assert.ok(answered.ok && answered.value.awaits === 'division-head')
  }
})

test('a figure that is on its way up cannot be answered, and one that is not there cannot be decided', () => {
  const onItsWay = answer(waiting('secretary'), 'masuk')
  const absent = decide(waiting('secretary'), ['secretary'], { code: 'rekaan' })

  assert.ok(!onItsWay.ok && onItsWay.error.kind === 'answer-nothing')
  assert.ok(!absent.ok && absent.error.kind === 'no-such-figure')
})

test('a report is approved when every figure passed, and never an empty one', () => {
  assert.equal(isApproved([]), false)
  assert.equal(isApproved([...waiting('none'), { code: 'selesai', awaits: 'office-head' }]), false)
  assert.equal(isApproved(waiting('none')), true)
})

test('whatever is decided in whatever order, a figure is approved only after three different levels accepted it since its last remark', () => {
  const act = fc.record({ level: fc.constantFrom(...LEVELS), isRemark: fc.boolean(), isAnswer: fc.boolean() })
  fc.assert(fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
    let stand: Stand = { code: 'masuk', awaits: 'division-head' }
    let accepted: string[] = []
    for (const { level, isRemark, isAnswer } of acts) {
      const next = isAnswer ? answer([stand], 'masuk') : decide([stand], [level], { code: 'masuk', remark: isRemark ? 'catatan' : undefined })
      if (!next.ok) continue
      accepted = isAnswer || isRemark ? [] : [...accepted, level]
      stand = { code: 'masuk', awaits: next.value.awaits }
    }
    assert.equal(stand.awaits === 'none', accepted.join() === LEVELS.join())
  }))
})

test('who holds several posts speaks for each of them', () => {
  assert.deepEqual(levelsOf([{ role: 'office-head' }, { role: 'data-steward' }, { role: 'secretary' }]), ['secretary', 'office-head'])
})
