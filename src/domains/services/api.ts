import { z } from '@hono/zod-openapi'
import { notFound, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Language } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import type { Field } from './core/answers.ts'
import type { ServiceDefinition } from './core/definition.ts'
import { servicesEn } from './messages.en.ts'
import { servicesId } from './messages.id.ts'
import { findServiceOn, listServicesOn } from './store.ts'

const text = z.string()
const reasons = z.array(z.object({ code: text, label: text }))

const serviceAnswer = z.object({
  code: text, name: text, summary: text, version: z.number().int(), validFrom: z.iso.date(), decree: z.object({ number: text, date: z.iso.date() }),
  limits: z.object({ days: z.number().int(), intakeOfficeHours: z.number(), correctionDays: z.number().int(), draftDays: z.number().int() }),
  standard: z.object({
    requirements: z.array(text), procedure: z.array(text), duration: text, fee: text, product: text, complaints: text, legalBasis: z.array(text),
    facilities: text, competence: text, internalControl: text, staffing: text, serviceGuarantee: text, safetyGuarantee: text, evaluation: text,
  }),
  reasons: z.object({ return: reasons, reject: reasons }),
  questions: z.array(z.object({
    key: text, type: z.enum(['text', 'choice', 'choices', 'boolean', 'integer', 'money', 'date', 'village', 'kbli', 'group']), label: text, hint: text.optional(),
    required: z.boolean().openapi({
      description: 'Selalu wajib. Pertanyaan dengan showWhen wajib hanya bila ditanyakan, dan yang punya prefill diisi dari data dinas; keduanya di sini false.',
    }),
    example: z.union([text, z.boolean(), z.number(), z.array(text), z.array(z.record(text, z.unknown()))]),
    options: z.array(z.object({ value: text, label: text })).optional(), maxLength: z.number().int().optional(),
    min: z.number().int().optional(), max: z.number().int().optional(), unit: text.optional(),
    prefill: text.optional().openapi({ description: 'Fakta yang sudah diketahui. Jawaban lain dicatat sebagai sanggahan dan diusulkan ke data dinas.' }),
    of: z.array(z.record(text, z.unknown())).optional(), least: z.number().int().optional(), most: z.number().int().optional(),
    showWhen: z.record(text, z.unknown()).optional(),
  })),
  requirements: z.array(z.object({ key: text, label: text, hint: text.optional(), required: z.boolean(), oneOf: text.optional() })),
}).openapi('Service')

/** A question as the API gives it. What the office knows already need not be said, and an example must never be taken for a dispute. */
function questionOf({ key, type, label, hint, required, options, maxLength, min, max, unit, prefill, showWhen }: Field, lang: Language) {
  return {
    key, type, label: label[lang], hint: hint?.[lang], required: required && showWhen === undefined && prefill === undefined,
    options: options?.map((one) => ({ value: one.value, label: one.label[lang] })), maxLength, min, max, unit: unit?.[lang], prefill, showWhen,
  }
}

/**
 * A definition as the API gives it. A question that is asked only after some other answer is not required of everyone:
 * the examples of the required questions together are a valid set of answers.
 */
export function serviceOf(definition: ServiceDefinition, lang: Language): z.input<typeof serviceAnswer> {
  const { code, name, summary, version, validFrom, decree, limits, standard } = definition
  const labelled = (list: ServiceDefinition['reasons']['return']) => list.map((one) => ({ code: one.code, label: one.label[lang] }))
  return {
    code, name: name[lang], summary: summary[lang], version, validFrom, decree, limits, standard,
    reasons: { return: labelled(definition.reasons.return), reject: labelled(definition.reasons.reject) },
    questions: definition.questions.map(({ of, least, most, example, ...question }) => ({
      ...questionOf(question, lang), example, of: of?.map((one) => ({ ...questionOf(one, lang), example: one.example })), least, most,
    })),
    requirements: definition.requirements.map(({ key, label, hint, required, oneOf }) => ({ key, label: label[lang], hint: hint?.[lang], required, oneOf })),
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
