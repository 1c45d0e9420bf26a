import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ServiceDefinition } from '../../../services/index.ts'
import { type FormState, type Part, firstUnfinished, partAfter, partBefore, partsOf, pathOf, stepOf } from './form-parts.ts'

const definition: ServiceDefinition = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../reference/services/um-02.json'), 'utf8'))

type Over = { status?: 'draft' | 'returned'; openItems?: string[]; answers?: Record<string, string>; given?: string[]; facts?: FormState['facts']; known?: FormState['known'] }

const aForm = (over: Over = {}): FormState => ({
  definition, application: { status: over.status ?? 'draft', openItems: over.openItems ?? null, answers: over.answers ?? {} },
  given: new Set(over.given), facts: over.facts ?? {}, known: over.known ?? {}, answers: { ...over.known, ...over.answers },
})
const names = (parts: Part[]) => parts.map((part) => pathOf('x', part).slice('/permohonan/x/'.length))

test('a new draft asks its questions, then the papers, then shows it all; the statement has no page of its own', () => {
  const parts = partsOf(aForm())

  assert.deepEqual(names(parts), [
    'isi/purpose', 'isi/addressedTo', 'berkas', 'berkas/idCard', 'berkas/familyCard', 'berkas/businessNumberDocument', 'berkas/villageLetter',
    'berkas/placePhotoFront', 'berkas/placePhotoInside', 'berkas/productPhoto', 'berkas/taxCard', 'periksa',
  ])
})

test('a follow-up question is asked only after the answer that calls for it', () => {
  const parts = partsOf(aForm({ answers: { purpose: 'other' } }))

  assert.ok(names(parts).includes('isi/purposeOther'))
})

test('papers that the business record already holds are not asked for, nor those that would do in their place', () => {
  const parts = names(partsOf(aForm({ facts: { 'business.nib': '1234567890123' } })))

  assert.ok(!parts.includes('berkas/businessNumberDocument') && !parts.includes('berkas/villageLetter'))
})

test('of a returned case only what was asked to be mended is open, with what follows from it', () => {
  const parts = partsOf(aForm({ status: 'returned', openItems: ['purpose', 'businessNumberDocument'], answers: { purpose: 'other' }, given: ['villageLetter'] }))

  assert.deepEqual(names(parts), ['isi/purpose', 'isi/purposeOther', 'berkas/businessNumberDocument', 'berkas/villageLetter', 'periksa'])
})

test('two papers of which one is enough are one step, and the other is passed over once one is there', () => {
  const without = aForm()
  const withNib = aForm({ given: ['businessNumberDocument'] })

  assert.deepEqual(stepOf(without, { kind: 'file', key: 'businessNumberDocument' }), { at: 6, of: 11 })
  assert.deepEqual(stepOf(without, { kind: 'file', key: 'villageLetter' }), { at: 6, of: 11 })
  assert.deepEqual(partAfter(without, { kind: 'file', key: 'businessNumberDocument' }), { kind: 'file', key: 'villageLetter' })
  assert.deepEqual(partAfter(withNib, { kind: 'file', key: 'businessNumberDocument' }), { kind: 'file', key: 'placePhotoFront' })
  assert.deepEqual(partBefore(withNib, { kind: 'file', key: 'placePhotoFront' }), { kind: 'file', key: 'businessNumberDocument' })
})

test('who comes back goes on at the first thing that is still missing', () => {
  const papers = ['idCard', 'familyCard', 'villageLetter', 'placePhotoFront', 'placePhotoInside']

  assert.deepEqual(firstUnfinished(aForm()), { kind: 'question', key: 'purpose' })
  assert.deepEqual(firstUnfinished(aForm({ answers: { purpose: 'halal' } })), { kind: 'files' })
  assert.deepEqual(firstUnfinished(aForm({ answers: { purpose: 'other' } })), { kind: 'question', key: 'purposeOther' })
  assert.deepEqual(firstUnfinished(aForm({ answers: { purpose: 'halal' }, given: papers })), { kind: 'file', key: 'productPhoto' })
  assert.deepEqual(firstUnfinished(aForm({ answers: { purpose: 'halal' }, given: [...papers, 'productPhoto'] })), { kind: 'check' })
})
