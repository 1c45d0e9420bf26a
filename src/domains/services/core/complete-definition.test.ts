import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { completeDefinition, officeWide } from './complete-definition.ts'
import { serviceDefinition } from './definition.ts'
import { LIFE_PATTERNS } from './life-patterns.ts'

const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${import.meta.dirname}/../../../../reference/services/${name}.json`, 'utf8'))
const office = officeWide.parse(read('office'))
const um02 = read('um-02')

test('a file that says everything itself is stored as it stands', () => {
  const { definition, flaws } = completeDefinition(office, um02)

  assert.deepEqual(flaws, [])
  assert.deepEqual(serviceDefinition.parse(definition), serviceDefinition.parse(um02))
})

test('what the office says once is put in, and what the file says itself stays', () => {
  const { standard, limits, ...rest } = serviceDefinition.parse(um02)
  const short = {
    ...rest, standard: { ...standard, complaints: undefined, staffing: 'Dua orang' }, limits: { days: limits.days },
    requirements: ['idCard', { use: 'taxCard', required: true }, { use: 'productPhoto', key: 'machinePhoto' }],
    reasons: { return: 'usual-return', reject: ['not-micro', { code: 'odd', label: { id: 'Lain', en: 'Other' } }] }, life: 'survey-letter',
  }

  const { definition, flaws } = completeDefinition(office, JSON.parse(JSON.stringify(short)))

  const whole = serviceDefinition.parse(definition)
  assert.deepEqual(flaws, [])
  assert.equal(whole.standard.complaints, office.standard['complaints'])
  assert.equal(whole.standard.staffing, 'Dua orang')
  assert.deepEqual(whole.limits, limits)
  assert.deepEqual(whole.requirements.map(({ key, required }) => [key, required]), [['idCard', true], ['taxCard', true], ['machinePhoto', true]])
  assert.deepEqual(whole.reasons.return.map(({ code }) => code), office.reasonLists['usual-return'])
  assert.deepEqual(whole.reasons.reject.map(({ label }) => label.en), ['Above the limit of a micro enterprise', 'Other'])
  assert.deepEqual(whole.life.map(({ state }) => state), ['draft', 'returned', 'submitted', 'accepted', 'surveying', 'surveyed', 'verified', 'initialed', 'signing'])
})

test('a pattern takes the days and the owners of the service', () => {
  const life = { pattern: 'survey-letter', days: { surveying: 5 }, owners: { surveying: ['inspector'] } }

  const whole = serviceDefinition.parse(completeDefinition(office, { ...um02, life }).definition)

  const surveying = whole.life.find(({ state }) => state === 'surveying')
  assert.deepEqual([surveying?.limit, surveying?.owners], [{ days: 5 }, ['inspector']])
})

test('the letter pattern is the life that UM-02 has had from the beginning', () => {
  assert.deepEqual(serviceDefinition.parse(completeDefinition(office, { ...um02, life: 'letter' }).definition), serviceDefinition.parse(um02))
})

test('every pattern makes a life that can be read, with and without a letter and initials', () => {
  const { letter: _, ...without } = um02

  for (const life of Object.keys(LIFE_PATTERNS)) {
    for (const file of [{ ...um02, life }, { ...without, life }, { ...um02, initials: [], life }]) {
      const read = serviceDefinition.safeParse(completeDefinition(office, file).definition)
      assert.ok(read.success, `${life}: ${read.error?.message}`)
    }
  }
})

const WRONG: [string, Record<string, unknown>, string][] = [
  ['a pattern that does not exist', { life: 'constructor' }, 'life'],
  ['days of a stage the pattern has not', { life: { pattern: 'letter', days: { scoring: 2 } } }, 'life.days.scoring'],
  ['an owner that does not exist', { life: { pattern: 'letter', owners: { accepted: ['clerk'] } } }, 'life.owners.accepted[0]'],
  ['a list of reasons that does not exist', { reasons: { return: 'odd', reject: 'usual-reject' } }, 'reasons.return'],
  ['a reason that does not exist', { reasons: { return: ['unreadable', 'toString'], reject: 'usual-reject' } }, 'reasons.return[1]'],
  ['a requirement that does not exist', { requirements: ['idCard', { use: 'passport' }] }, 'requirements[1]'],
]
for (const [what, change, place] of WRONG) {
  test(`${what} is named with its place`, () => {
    assert.deepEqual(completeDefinition(office, { ...um02, ...change }).flaws.map((flaw) => flaw.place), [place])
  })
}
