import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeDefinition } from './complete-definition.ts'
import { serviceDefinition } from './definition.ts'
import { differences } from './difference.ts'
import { editedDefinition } from './edited.ts'
import { everyPart, shippedFiles, shippedOffice } from '../definitions.testing.ts'

const definitions = [everyPart(), ...shippedFiles().map(({ file }) => file)].map((file) => serviceDefinition.parse(completeDefinition(shippedOffice, file).definition))
const [every] = definitions
const edited = (typed: Record<string, string>) => serviceDefinition.parse(editedDefinition(every ?? assert.fail(), (place) => typed[place]))
const changesOf = (typed: Record<string, string>) => differences(every ?? assert.fail(), edited(typed)).map(({ place, kind, after }) => [place, kind, after])

for (const definition of definitions) {
  test(`the form of ${definition.code} sent without a field changes nothing`, () => {
    assert.deepEqual(differences(definition, serviceDefinition.parse(editedDefinition(definition, () => undefined))), [])
  })
}

test('a limit is changed in the standard and in the state that has it too', () => {
  assert.deepEqual(changesOf({ 'limits.correctionDays': '10', 'limits.intakeOfficeHours': '6', 'life.surveying.limit': '4' }), [
    ['limits.intakeOfficeHours', 'changed', '6'], ['limits.correctionDays', 'changed', '10'],
    ['life.returned.limit.restDays', 'changed', '10'], ['life.submitted.limit.officeHours', 'changed', '6'], ['life.surveying.limit.days', 'changed', '4'],
  ])
})

test('questions are put in another order and worded anew', () => {
  const typed = { 'questions.use.order': '3', 'questions.machine.order': '4', 'questions.litres.order': '1', 'questions.litres.label.id': 'Butuh berapa liter?', 'questions.litres.label.en': 'How many litres?' }

  const changes = changesOf(typed)

  assert.deepEqual(changes.map(([place, kind]) => [place, kind]), [['questions.litres.label.id', 'changed'], ['questions.litres.label.en', 'changed'], ['questions', 'moved']])
})

test('a paper that is not ticked any more goes, also from the samples', () => {
  const words = { 'requirements.machinePhoto.label.id': 'Foto mesin', 'requirements.machinePhoto.label.en': 'Foto mesin' }

  assert.deepEqual(changesOf(words).map(([place]) => place), ['requirements.machinePhoto', 'samples.biasa.given'])
  assert.deepEqual(changesOf({ ...words, 'requirements.machinePhoto.use': 'ya' }), [['requirements.machinePhoto.required', 'changed', 'false']])
})

test('reasons, checklist, keywords, messages, owners and initials are taken from their lines', () => {
  const typed = {
    'reasons.reject': 'not-micro | Bukan usaha mikro | Not micro\nlate | Terlambat', checklist: 'Mesin ada | Machine there\n', keywords: 'solar\n\nbahan bakar ', 'life.surveying.owners': 'inspector',
    initials: 'secretary', 'messages.accepted.id': 'Lengkap.', 'messages.accepted.en': 'Complete.', 'messages.completed.id': '', 'messages.completed.en': '',
  }

  const { reasons, checklist, keywords, messages, life, initials } = edited(typed)

  assert.deepEqual(reasons.reject, [{ code: 'not-micro', label: { id: 'Bukan usaha mikro', en: 'Not micro' } }, { code: 'late', label: { id: 'Terlambat', en: 'Terlambat' } }])
  assert.deepEqual([checklist, keywords, initials], [[{ id: 'Mesin ada', en: 'Machine there' }], ['solar', 'bahan bakar'], ['secretary']])
  assert.deepEqual(messages, { accepted: { id: 'Lengkap.', en: 'Complete.' } })
  assert.deepEqual(['surveying', 'verified'].map((state) => life.find((one) => one.state === state)?.owners), [['inspector'], ['secretary']])
})
