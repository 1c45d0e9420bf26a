import { z } from '@hono/zod-openapi'
import { notFound, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Language } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import type { EntryQuestion, ServiceDefinition } from './core/definition.ts'
import { servicesEn } from './messages.en.ts'
import { servicesId } from './messages.id.ts'
import { findServiceOn, listServicesOn } from './store.ts'

const text = z.string()
const reasons = z.array(z.object({ code: text, label: text }))

const condition = z.record(text, z.unknown()).openapi({ description: 'Syarat atas jawaban lain atau data yang sudah diketahui' })
const types = ['text', 'choice', 'choices', 'boolean', 'integer', 'money', 'date', 'village', 'kbli'] as const
const asking = {
  key: text, label: text, hint: text.optional(),
  required: z.boolean().openapi({ description: 'Selalu wajib. Pertanyaan dengan showWhen wajib hanya bila ditanyakan, jadi di sini false.' }),
  options: z.array(z.object({ value: text, label: text })).optional(), maxLength: z.number().int().optional(), min: z.number().int().optional(), max: z.number().int().optional(),
  unit: text.optional(), mustBeTrue: z.boolean().optional(), prefill: text.optional(), showWhen: condition.optional(),
}
const entry = z.object({ ...asking, type: z.enum(types), example: z.unknown() })

const serviceAnswer = z.object({
  code: text, name: text, summary: text, keywords: z.array(text), subject: z.enum(['business', 'cooperative', 'person']), coSigned: z.boolean(), inRounds: z.boolean(), fee: z.literal(0),
  version: z.number().int(), validFrom: z.iso.date(), decree: z.object({ number: text, date: z.iso.date() }),
  limits: z.object({ days: z.number().int(), intakeOfficeHours: z.number(), correctionDays: z.number().int(), draftDays: z.number().int() }),
  standard: z.object({
    requirements: z.array(text), procedure: z.array(text), duration: text, fee: text, product: text, complaints: text, legalBasis: z.array(text),
    facilities: text, competence: text, internalControl: text, staffing: text, serviceGuarantee: text, safetyGuarantee: text, evaluation: text,
  }),
  eligibility: z.array(z.object({ code: text, when: condition, words: text })), reasons: z.object({ return: reasons, reject: reasons }),
  questions: z.array(z.object({
    ...asking, type: z.enum([...types, 'group']), example: z.unknown(), of: z.array(entry).optional(), least: z.number().int().optional(), most: z.number().int().optional(),
  })),
  checks: z.array(z.object({ code: text, when: condition, level: z.enum(['stop', 'warn']), field: text, words: text })),
  requirements: z.array(z.object({ key: text, label: text, hint: text.optional(), required: z.boolean(), oneOf: text.optional(), metBy: text.optional(), showWhen: condition.optional() })),
  letter: z.object({ kind: text, validity: z.object({ kind: z.enum(['months', 'year-end', 'without-end']), months: z.number().int().optional() }), renewable: z.boolean() }).nullable()
    .openapi({ description: 'Null: layanan ini tidak berakhir dengan surat' }),
}).openapi('Service')

/** What the API says of a question, also of one inside a group. What the office knows already need not be said, and an example must never be taken for a dispute. */
function askingOf({ key, label, hint, required, options, maxLength, min, max, unit, mustBeTrue, prefill, showWhen }: Omit<EntryQuestion, 'type'>, lang: Language) {
  return {
    key, label: label[lang], hint: hint?.[lang], required: required && showWhen === undefined && prefill === undefined, options: options?.map((one) => ({ value: one.value, label: one.label[lang] })),
    maxLength, min, max, unit: unit?.[lang], mustBeTrue, prefill, showWhen,
  }
}

/**
 * A definition as the API gives it. A question or paper that is asked only after some other answer is not required of everyone:
 * the examples of the required questions together are a valid set of answers.
 */
function serviceOf(definition: ServiceDefinition, lang: Language): z.input<typeof serviceAnswer> {
  const { code, name, summary, keywords, subject, coSigned, inRounds, fee, version, validFrom, decree, limits, standard, letter } = definition
  const labelled = (list: ServiceDefinition['reasons']['return']) => list.map((one) => ({ code: one.code, label: one.label[lang] }))
  return {
    code, name: name[lang], summary: summary[lang], keywords, subject, coSigned, inRounds, fee, version, validFrom, decree, limits, standard,
    eligibility: definition.eligibility.map((one) => ({ code: one.code, when: one.when, words: one.words[lang] })),
    reasons: { return: labelled(definition.reasons.return), reject: labelled(definition.reasons.reject) },
    questions: definition.questions.map((one) => ({
      ...askingOf(one, lang), type: one.type, example: one.example, least: one.least, most: one.most,
      of: one.of?.map((inner) => ({ ...askingOf(inner, lang), type: inner.type, example: inner.example })),
    })),
    checks: definition.checks.map(({ words, ...one }) => ({ ...one, words: words[lang] })),
    requirements: definition.requirements.map(({ key, label, hint, required, oneOf, metBy, showWhen }) => ({
      key, label: label[lang], hint: hint?.[lang], required: required && showWhen === undefined, oneOf, metBy, showWhen,
    })),
    letter: letter ? { kind: letter.kind[lang], validity: letter.validity, renewable: letter.renewable } : null,
  }
}

const list = operation({
  method: 'get', path: '/services', right: 'public', summary: 'Layanan dengan standar yang berlaku hari ini',
  answer: z.object({ items: z.array(serviceAnswer), next: z.null() }),
  async handle({ unit, lang }) {
    const office = await findHomeOffice(unit.tx)
    const held = office ? await listServicesOn(unit.tx, office.id, wibDate(unit.now).toString()) : []
    return ok({ items: held.map((one) => serviceOf(one.definition, lang)), next: null })
  },
})

const read = operation({
  method: 'get', path: '/services/{code}', right: 'public', summary: 'Satu layanan: standar, pertanyaan, persyaratan, alasan', answer: serviceAnswer,
  async handle({ unit, params, lang }) {
    const held = await findServiceOn(unit.tx, params['code'] ?? '', wibDate(unit.now).toString())
    return held ? ok(serviceOf(held.definition, lang)) : notFound('not-found', (lang === 'en' ? servicesEn : servicesId).standard.missing)
  },
})

export const serviceOperations: ApiOperation[] = [list, read]
