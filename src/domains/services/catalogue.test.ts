import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { REFERENCE } from '../../platform/db/reference.ts'
import { gsmLength, gsmText } from '../../kernel/phone-text.ts'
import { checkAnswers } from './core/answers.ts'
import { officeWide } from './core/complete-definition.ts'
import type { ServiceDefinition } from './core/definition.ts'
import { readDefinition } from './core/read-definition.ts'

const DIRECTORY = join(REFERENCE, 'services')
const json = (name: string): unknown => JSON.parse(readFileSync(join(DIRECTORY, name), 'utf8'))
const office = officeWide.parse(json('office.json'))

const codes = (group: string, count: number) => Array.from({ length: count }, (_, at) => `${group}-${String(at + 1).padStart(2, '0')}`)
/** Source: the catalogue of the domain notes, sections 5 to 7 */
const CATALOGUE = [...codes('UM', 16), ...codes('KOP', 12), ...codes('GEN', 5)]

const catalogue = new Map(CATALOGUE.map((code) => [code, readDefinition(office, json(`${code.toLowerCase()}.json`))]))

function service(code: string): ServiceDefinition {
  const read = catalogue.get(code)
  if (!read) throw new Error(`${code} is not in the catalogue`)
  if (!read.ok) throw new Error(`${code}: ${read.error.map(({ place, message }) => `${place}: ${message}`).join(' ')}`)
  return read.value
}

const SILENT = new Proxy<Parameters<typeof checkAnswers>[3]>(Object.create(null), { get: (_, fault) => () => String(fault) })
/** What a message of a service stands behind. */
const LEAD = 'Berkas XXXX-XXXX-XXXX: '

test('every file of a service is in the catalogue, and no other', () => {
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json') && name !== 'office.json')

  assert.deepEqual(files.toSorted(), CATALOGUE.map((code) => `${code.toLowerCase()}.json`).toSorted())
})

for (const code of CATALOGUE) {
  test(`${code} can be walked from draft to its end and says the same everywhere`, () => {
    const definition = service(code)

    assert.equal(definition.code, code)
    const examples = Object.fromEntries(definition.questions.filter((one) => one.required && !one.showWhen).map((one) => [one.key, one.example]))
    assert.deepEqual(checkAnswers(definition.questions, examples, true, SILENT), [])
    for (const said of Object.values(definition.messages)) assert.ok(gsmLength(gsmText(LEAD + said.id)) <= 160, said.id)
    for (const { picture } of definition.requirements) assert.ok(picture === undefined || existsSync(join(DIRECTORY, 'pictures', picture)), picture)
  })
}

test('each standard stands on a decree of its own', () => {
  const numbers = CATALOGUE.map((code) => service(code).decree.number)

  assert.equal(new Set(numbers).size, CATALOGUE.length)
})

test('people find a service by the word they use for it', () => {
  const found = (word: string) => CATALOGUE.filter((code) => service(code).keywords.some((one) => one.toLowerCase() === word))

  assert.deepEqual(
    ['pinjam modal', 'label halal', 'merek dagang', 'solar', 'bbm', 'elpiji', 'nib', 'rat'].map(found),
    [['UM-09'], ['UM-05'], ['UM-03'], ['UM-11'], ['UM-11'], ['UM-12'], ['UM-04'], ['KOP-08']],
  )
})

test('the trade mark letter is for one filing in the year it was signed', () => {
  const { letter } = service('UM-03')

  assert.deepEqual([letter?.uses, letter?.validity], [1, { kind: 'year-end' }])
})

test('what others decide is followed until its number is in the registry', () => {
  const written = (code: string) => service(code).outcome.flatMap(({ writes }) => writes ?? [])

  assert.deepEqual(['UM-04', 'UM-05', 'UM-06', 'UM-07', 'KOP-03'].map(written), [
    ['business.nib'], ['business.halal'], ['business.pirt'], ['business.trademark'], ['cooperative.cooperativeNumber'],
  ])
  for (const code of ['UM-04', 'UM-05', 'UM-06', 'UM-07', 'KOP-03']) assert.ok(service(code).life.some(({ state }) => state === 'following'), code)
})

test('places that are few are given by rounds, sheets and a rank', () => {
  const scored = CATALOGUE.filter((code) => service(code).scoring !== undefined)

  assert.deepEqual(scored, ['UM-07', 'UM-09', 'UM-10', 'UM-13', 'KOP-11'])
})

test('a cooperative is founded by nine, and a group of women has five', () => {
  const least = (code: string, key: string) => service(code).questions.find((one) => one.key === key)?.least

  assert.deepEqual([least('KOP-01', 'founders'), least('UM-10', 'members')], [9, 5])
})

test('the papers for a branch differ from those for a cash office and for a sharia cooperative', () => {
  const conditional = service('KOP-06').requirements.filter(({ showWhen }) => showWhen !== undefined).map(({ key }) => key)

  assert.deepEqual(conditional, ['auditReport', 'headCertificate', 'aml', 'headDecree', 'shariaSupervision', 'memberList'])
})
