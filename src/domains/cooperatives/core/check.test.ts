import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkCooperative } from './check.ts'
import type { CheckContext } from './finding.ts'
import type { BookYear, Cooperative, Position, Whole } from './record.ts'

const CONTEXT: CheckContext = { asOf: Temporal.PlainDate.from('2026-11-11'), village: 'active', kbliVersions: ['2020'] }

const whole = (record: Partial<Cooperative> = {}, positions: Position[] = [], bookYears: BookYear[] = []): Whole => ({
  record: {
    name: 'Koperasi Konsumen Mitra', kind: 'consumer', legalEntityNumber: '1/BH/2017', legalEntityDate: '2017-05-08', address: 'Jalan 1',
    villageCode: '35.15.05.2006', ...record,
  },
  positions, bookYears,
})

const holder = (position: Partial<Position> = {}): Position => ({
  id: `${position.name}`, organ: 'board', role: 'member', name: 'Ani', ...position
})

const found = (one: Whole, context = CONTEXT) => {
  const { problems, warnings } = checkCooperative(one, context)
  return [...problems.map(({ field }) => `! ${field}`), ...warnings.map(({ code }) => code)]
}

test('a plain record raises nothing', () => {
  assert.deepEqual(found(whole()), [])
})

test('what cannot be is a problem, what may be is a warning', () => {
  const cases: [Whole, string[]][] = [
    [whole({ legalEntityDate: '2026-11-12' }), ['! legalEntityDate']], [whole({ legalEntityDate: '2026-11-11' }), []],
    [whole({ amendmentDate: '2017-05-07' }), ['! amendmentDate']], [whole({ amendmentDate: '2017-05-08' }), []],
    [whole({ legalEntityDate: '1914-12-31' }), ['founded-long-ago']], [whole({ operatingSince: '2016-01-01' }), ['ran-before-founding']],
    [whole({ cooperativeNumber: '1234567890123' }), []], [whole({ cooperativeNumber: '12345' }), ['number-length']],
    [whole({ membershipArea: 'regency' }), []], [whole({ membershipArea: 'nation' }), ['supervised-elsewhere']],
    [whole({ kind: 'savings-and-loan' }), ['no-savings-licence']], [whole({ hasSavingsUnit: true, savingsLicenceNumber: '1/2020' }), []],
    [whole({ status: 'inactive' }), ['status-without-reason']], [whole({ latitude: -7.4 }), ['! latitude']],
    [whole({ membersFemale: 4, membersMale: 4 }), ['few-members']], [whole({ membersFemale: 5, membersMale: 4 }), []],
    [whole({ membersFemale: 0 }), []],
    [whole({ level: 'secondary', memberCooperatives: 2 }), ['few-member-cooperatives']],
    [whole({ level: 'secondary', memberCooperatives: 3 }), []],
    [whole({ nib: '1234567890123', unknown: { nib: 'refused' } }), ['! nib']], [whole({ kbli: '47111', kbliVersion: '2025' }), ['! kbli']],
  ]

  for (const [one, expected] of cases) assert.deepEqual(found(one), expected, JSON.stringify(one.record))
  assert.deepEqual(found(whole(), { ...CONTEXT, village: 'former' }), ['! villageCode'])
})

test('sums and meetings of a book year are held against each other', () => {
  const cases: [BookYear, string[]][] = [
    [{ year: 2025, ownCapital: 10, principalSaving: 1, mandatorySaving: 2, reserves: 3, grants: 4 }, []],
    [{ year: 2025, ownCapital: 11, principalSaving: 1, mandatorySaving: 2, reserves: 3, grants: 4 }, ['own-capital-differs']],
    [{ year: 2025, ownCapital: 11, principalSaving: 1 }, []], [{ year: 2025, income: 5, expenses: 8, netSurplus: -3 }, []],
    [{ year: 2025, income: 5, expenses: 8, netSurplus: 3 }, ['surplus-differs']],
    [{ year: 2025, loansGiven: 5, nonPerformingLoans: 6 }, ['more-bad-than-given']],
    [{ year: 2025, membersRegistered: 5, membersAttended: 6 }, ['! bookYears.2025.membersAttended']],
    [{ year: 2025, meetingOn: '2025-12-31' }, ['meeting-before-year-end']], [{ year: 2025, meetingOn: '2026-01-01' }, []],
    [{ year: 2025, meetingOn: '2026-03-02', meetingReportedOn: '2026-03-01' }, ['reported-before-meeting']],
    [{ year: 2026 }, ['year-not-over']], [{ year: 2027 }, ['! bookYears.2027.year']],
    [{ year: 2025, assets: 0, unknown: { assets: 'unknown' } }, ['! bookYears.2025.assets']],
  ]

  for (const [year, expected] of cases) assert.deepEqual(found(whole({}, [], [year])), expected, JSON.stringify(year))
})

test('people are looked at on the day: twice in the board, in both organs, over their term', () => {
  const cases: [Position[], string[]][] = [
    [[holder({ role: 'chair' }), holder({ role: 'treasurer', name: 'ANI' })], ['twice-on-board']],
    [[holder({ role: 'chair', personId: 'a' }), holder({ role: 'treasurer', personId: 'b' })], []],
    [[holder({ to: '2026-11-10' }), holder({ role: 'chair' })], []],
    [[holder(), holder({ organ: 'supervisory-board' })], ['board-and-watching']],
    [[holder({ from: '2021-11-11' })], ['term-over']], [[holder({ from: '2021-11-12' })], []],
    [[holder({ from: '2015-01-01', to: '2027-01-01' })], []],
    [[holder({ from: '2025-02-02', to: '2025-02-01' })], ['! positions']],
  ]

  for (const [positions, expected] of cases) assert.deepEqual(found(whole({}, positions)), expected, JSON.stringify(positions))
})

test('the board of a KDKMP is odd, at least three, three in ten women, and the head of the village leads the watching', () => {
  const board = (women: number, men: number) => [
    ...Array.from({ length: women }, (_, at) => holder({ name: `Wanita ${at}`, gender: 'female' })),
    ...Array.from({ length: men }, (_, at) => holder({ name: `Pria ${at}`, gender: 'male' })),
  ]
  const head = holder({ organ: 'supervisory-board', role: 'chair', name: 'Kepala Desa', villageHead: true })
  const cases: [Position[], string[]][] = [
    [[...board(1, 2), head], []], [[...board(1, 3), head], ['kdkmp-board-number', 'kdkmp-women']], [[...board(2, 3), head], []],
    [[...board(1, 4), head], ['kdkmp-women']],
    [[...board(0, 1), head], ['kdkmp-board-number', 'kdkmp-women']], [board(1, 2), ['kdkmp-village-head']],
    [[...board(1, 2), { ...head, villageHead: undefined }], ['kdkmp-village-head']], [[holder(), ...board(0, 2), head], []], [[], []],
  ]

  for (const [positions, expected] of cases) assert.deepEqual(
    found(whole({ group: 'kdkmp' }, positions)), expected, String(positions.length),
  )
  assert.deepEqual(found(whole({ group: 'women' }, board(0, 2))), [])
})
