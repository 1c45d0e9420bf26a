import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Staff } from '../applications/index.ts'
import type { Official } from '../office/index.ts'
import { lineOf } from './line.ts'

const PLACE = { divisionId: 'usaha-mikro', villageCode: '35.15.05.2003' }

const staff = (id: string, role: Staff['role'], over: Partial<Staff> = {}): Staff => ({ id, name: id, role, divisionId: null, areaCode: null, ...over })
const official = (accountId: string, over: Partial<Official>): Official => ({
  id: accountId, accountId, position: 'office-head', divisionId: null, standing: 'definitive', name: accountId, title: 'Kepala', rank: null, employeeNumber: null, decree: 'x',
  validFrom: '2026-01-01', validTo: null, ...over,
})

test('the line over a case goes by division and by area', () => {
  const all = [
    staff('kabid-koperasi', 'division-head', { divisionId: 'koperasi' }), staff('kabid-um', 'division-head', { divisionId: 'usaha-mikro' }),
    staff('sekretaris-taman', 'secretary', { areaCode: '35.15.13' }), staff('sekretaris-jabon', 'secretary', { areaCode: '35.15.05' }), staff('kadis', 'office-head'),
  ]

  const line = lineOf({ staff: all, officials: [] }, PLACE)

  assert.deepEqual(line, { 'division-head': 'kabid-um', secretary: 'sekretaris-jabon', 'office-head': 'kadis' })
})

test('a case without a village is nobody’s whose role is bound to an area', () => {
  const line = lineOf({ staff: [staff('jabon', 'secretary', { areaCode: '35.15.05' })], officials: [] }, { ...PLACE, villageCode: null })

  assert.deepEqual(line, {})
})

test('what has no division yet is every division head’s, and nobody hears of what he must not', () => {
  const all = [staff('kabid-koperasi', 'division-head', { divisionId: 'koperasi' }), staff('sekretaris', 'secretary'), staff('kadis', 'office-head'), staff('plh', 'office-head')]

  const line = lineOf({ staff: all, officials: [] }, { divisionId: null, villageCode: null, without: ['sekretaris', 'kadis'] })

  assert.deepEqual(line, { 'division-head': 'kabid-koperasi', 'office-head': 'plh' })
})

test('who acts for the head today is told before him, if his account is open', () => {
  const officials = [official('kadis', {}), official('plh', { standing: 'daily-acting' })]
  const head = staff('kadis', 'office-head')

  const [both, locked] = [[head, staff('plh', 'office-head')], [head]].map((all) => lineOf({ staff: all, officials }, PLACE)['office-head'])

  assert.deepEqual([both, locked], ['plh', 'kadis'])
})
