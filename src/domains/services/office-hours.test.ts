import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualWeek } from '../../kernel/testing.ts'
import { servicesEn } from './messages.en.ts'
import { servicesId } from './messages.id.ts'
import { officeHoursText } from './office-hours.ts'

test('days with the same hours are told together', () => {
  const text = officeHoursText(usualWeek, servicesId.everyDay)

  assert.equal(text, 'Senin–Kamis 07.30–16.00, Jumat 07.30–14.30')
})

test('a closed day in between parts the days around it', () => {
  const open = { opens: 480, closes: 720 }

  const text = officeHoursText({ week: [open, null, open, open, null, open, null] }, servicesEn.everyDay)

  assert.equal(text, 'Monday 08.00–12.00, Wednesday–Thursday 08.00–12.00, Saturday 08.00–12.00')
})
