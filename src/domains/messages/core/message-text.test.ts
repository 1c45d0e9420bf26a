import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { MessageFacts, MessageTemplate } from './message-facts.ts'
import { LANGUAGES, messageText, messageTexts } from './message-text.ts'
import { messageNames } from '../message-names.ts'
import { gsmLength } from '../../../kernel/phone-text.ts'

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
  surveying: { reference, link },
  following: { reference, link },
  completed: { reference, link },
  'service-step': { reference, said: 'NIB Anda sudah terbit dan tercatat dalam data usaha Anda. Simpan nomornya, dan perbarui bila kegiatan usaha Anda berubah.', link },
  'follow-up': { reference, days: 120, link },
  survey: { reference, link },
  'letter-revoked': { reference, number, link },
  'letter-replaced': { reference, number, newNumber: number, link },
  'renewal-reminder': { reference, letter: 'Surat Rekomendasi Pembelian BBM Jenis Tertentu untuk Usaha Mikro', until: Temporal.PlainDate.from('2026-09-30'), link },
  'change-accepted': { reference: '3515-2026-1000123', link },
  'change-declined': { reference: '3515-2026-1000123', link },
  escalation: { reference, count: 1234, link },
  'report-waiting': { reference: 'LAP/2026-K4/12', desk: 'answer', link },
  'objection-filed': { reference, settleBy: longestMoment, link },
  'objection-granted': { reference, fulfilBy: longestMoment, link },
  'objection-denied': { reference, link },
  'objection-fulfilled': { reference, link },
  'privacy-received': { reference: 'PDP-2026-12345', dueAt: longestMoment, link },
  'privacy-decided': { reference: 'PDP-2026-12345', link },
  'breach-notice': { reference: 'INS-2026-12345', link },
  'ticket-received': { reference: 'PGD-2611-K7QM4X', dueAt: longestMoment, link },
  'ticket-question': { reference: 'PGD-2611-K7QM4X', until: longestMoment, link },
  'ticket-answered': { reference: 'PGD-2611-K7QM4X', until: longestMoment, link },
  'ticket-ended': { reference: 'PGD-2611-K7QM4X', link },
  'phone-changed': { officePhone: '(031) 8921219' },
}
const TEMPLATES = Object.keys(LONGEST) as MessageTemplate[]

const textOf = <T extends MessageTemplate>(template: T, facts: { [K in MessageTemplate]: MessageFacts[K] }, language: 'id' | 'en' = 'id') => messageText(template, facts[template], language)

for (const language of LANGUAGES) {
  for (const template of TEMPLATES) {
    test(`the message "${template}" in ${language} with the longest values fits one SMS, one WhatsApp parameter and any old phone`, () => {
      const text = textOf(template, LONGEST, language)

      assert.ok(gsmLength(text) <= 160, `${gsmLength(text)}: ${text}`)
      assert.match(text, /^[\x20-\x7e]+$/)
      // A parameter of a WhatsApp template may hold neither line breaks nor four spaces in a row.
      assert.doesNotMatch(text, /\n|\t| {4}/)
      if (template !== 'one-time-code' && template !== 'phone-changed') assert.ok(text.includes('reference' in LONGEST[template] ? LONGEST[template].reference : reference), text)
      assert.doesNotMatch(text, /\d{16}/)
    })

    test(`the message "${template}" in ${language} has a name for lists and for the subject of a mail`, () => {
      assert.notEqual(messageNames(template, language), messageNames('not-a-template', language))
      assert.ok(messageNames(template, language).length <= 60)
    })
  }
}

test('no message says the same in both languages, so that none was left in the other', () => {
  for (const template of TEMPLATES) assert.notEqual(textOf(template, LONGEST, 'id'), textOf(template, LONGEST, 'en'), template)
})

test('a text in English tells day and hour as the Indonesian one does', () => {
  const both = messageTexts('submitted', { reference: 'UM02-2611-K7QM4X', intakeDueAt: Temporal.Instant.from('2026-11-11T13:00:00+07:00'), link: 'https://dku.example/lacak' })

  assert.equal(both.en, 'We have your file UM02-2611-K7QM4X. We check that it is complete by Wednesday 11 November 2026, 13.00. Track it: https://dku.example/lacak')
})

test('whatever reason, address or number is put in, a message fits one SMS', () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 300 })
  const facts = fc.record({ reason: any, link: any, number: any, newNumber: any, reference: any, items: fc.nat(), officePhone: any })

  fc.assert(fc.property(fc.constantFrom(...TEMPLATES), fc.constantFrom(...LANGUAGES), facts, (template, language, given) => {
    const filled = { ...LONGEST[template], ...given }
    const text = textOf(template, { ...LONGEST, [template]: filled }, language)
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
