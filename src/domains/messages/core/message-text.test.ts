import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { MessageFacts, MessageTemplate } from './message-facts.ts'
import { messageText } from './message-text.ts'
import { gsmLength } from './phone-text.ts'

const reference = 'UM-02/2026/11-7K4P-QX9M'
const link = 'https://ditakopum.sidoarjokab.go.id/permohonan/7K4PQX9M'
const longestMoment = Temporal.Instant.from('2026-09-30T16:00:00+07:00')
const number = '500.5.7.10/12345/438.5.14.99.99.99/2026'

const LONGEST: { [T in MessageTemplate]: MessageFacts[T] } = {
  'one-time-code': { code: '12345678', minutes: 15 },
  submitted: { reference, intakeDueAt: longestMoment, link },
  accepted: { reference, dueAt: longestMoment, link },
  returned: { reference, items: 12, link },
  'return-reminder': { reference, until: Temporal.PlainDate.from('2026-09-30'), link },
  expired: { reference, link },
  rejected: { reference, reason: 'Usaha melebihi batas usaha mikro (PP 7/2021 Pasal 35)', link },
  issued: { reference, link },
  withdrawn: { reference, link },
  survey: { reference, link },
  'letter-revoked': { reference, number, link },
  'letter-replaced': { reference, number, newNumber: number, link },
  'change-accepted': { reference: '3515-2026-1000123', link },
  'change-declined': { reference: '3515-2026-1000123', link },
  escalation: { reference, count: 1234, link },
  'objection-filed': { reference, settleBy: longestMoment, link },
  'objection-granted': { reference, fulfilBy: longestMoment, link },
  'objection-denied': { reference, link },
  'objection-fulfilled': { reference, link },
  'privacy-received': { reference: 'PDP-2026-12345', dueAt: longestMoment, link },
  'privacy-decided': { reference: 'PDP-2026-12345', link },
  'breach-notice': { reference: 'INS-2026-12345', link },
  'phone-changed': { officePhone: '(031) 8921219' },
}
const TEMPLATES = Object.keys(LONGEST) as MessageTemplate[]

const textOf = <T extends MessageTemplate>(template: T, facts: { [K in MessageTemplate]: MessageFacts[K] }) => messageText(template, facts[template])

for (const template of TEMPLATES) {
  test(`the message "${template}" with the longest values fits one SMS and any old phone`, () => {
    const text = textOf(template, LONGEST)

    assert.ok(gsmLength(text) <= 160, `${gsmLength(text)}: ${text}`)
    assert.match(text, /^[\x20-\x7e]+$/)
    if (template !== 'one-time-code' && template !== 'phone-changed') assert.ok(text.includes('reference' in LONGEST[template] ? LONGEST[template].reference : reference), text)
    assert.doesNotMatch(text, /\d{16}/)
  })
}

test('whatever reason, address or number is put in, a message fits one SMS', () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 300 })
  const facts = fc.record({ reason: any, link: any, number: any, newNumber: any, reference: any, items: fc.nat(), officePhone: any })

  fc.assert(fc.property(fc.constantFrom(...TEMPLATES), facts, (template, given) => {
    const filled = { ...LONGEST[template], ...given }
    const text = textOf(template, { ...LONGEST, [template]: filled })
    return gsmLength(text) <= 160 && /^[\x20-\x7e]*$/.test(text)
  }))
})

test('a short link is kept, whole and last, so that it can be tapped', () => {
  const short = 'https://dku.example/p/7K4PQX9M'

  const texts = (['submitted', 'accepted', 'returned', 'return-reminder', 'expired', 'rejected', 'issued', 'withdrawn', 'letter-revoked', 'letter-replaced'] as const)
    .map((template) => textOf(template, { ...LONGEST, [template]: { ...LONGEST[template], link: short } }))

  for (const text of texts) assert.ok(text.endsWith(` ${short}`), text)
})

test('the receipt says by when the file will have been looked at', () => {
  const text = messageText('submitted', { reference: 'UM02-7K4P-QX9M', intakeDueAt: Temporal.Instant.from('2026-11-11T13:00:00+07:00'), link: 'https://dku.example/lacak' })

  assert.equal(text, 'Berkas UM02-7K4P-QX9M sudah masuk. Kelengkapannya kami periksa paling lambat Rabu 11 November 2026, 13.00. Lacak: https://dku.example/lacak')
})

test('letters of a foreign name and typographer’s signs are written so that no phone shows boxes', () => {
  const text = messageText('rejected', { reference: 'A1', reason: 'Usaha “José” – café… 🙂', link: 'https://dku.example' })

  assert.match(text, /Usaha "Jose" - cafe\.\.\. \?\./)
})
