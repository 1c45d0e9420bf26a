import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Language } from '../../platform/http/context.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { listServicesOn } from '../services/index.ts'
import { dayCode, typedCode } from './core/link-code.ts'
import { findInvitation, spendInvitation } from './invitation-store.ts'
import { type Held, questionnaireFor } from './questionnaire-store.ts'
import { type GivenSheet, countSheets, keepSheet, takeForm } from './sheet-store.ts'
import { citizenWords } from './words.ts'

/** More than this in a day at the counter is no longer believed. A choice of this product. */
export const MOST_AT_COUNTER = 200

/** What became of a sheet; both are thanked for alike. */
type Kept = 'kept' | 'kept-before'

/** Who asks, within what, and in which language a refusal is said. */
type Answering = { tools: Pick<Tools, 'keys'>; unit: Unit; officeId: string; lang: Language }

/** Only questions of the questionnaire count, and at least one must be answered. */
function checked(questionnaire: Held, given: GivenSheet, lang: Language): Result<GivenSheet> {
  const t = citizenWords(lang).form
  const known = new Set(questionnaire.elements.map(({ key }) => key))
  const unknown = Object.keys(given.answers).filter((key) => !known.has(key))
  if (unknown.length > 0) return invalid(unknown.map((field) => ({ field, message: t.unknownQuestion })))
  if (Object.keys(given.answers).length === 0) return invalid([{ field: questionnaire.elements[0]?.key ?? '', message: t.oneNeeded }])
  return ok(given)
}

/** Takes a sheet by the link of a case. A link that was used before is thanked for, and counts once. */
export async function answerByLink({ tools: { keys }, unit, officeId, lang }: Answering, token: string, given: GivenSheet): Promise<Result<Kept>> {
  const t = citizenWords(lang)
  const today = wibDate(unit.now)
  const found = await findInvitation(unit.tx, keys, typedCode(token), today)
  if (!found) return notFound('no-such-link', t.link.unknownLead)
  if (found.state === 'spent') return ok('kept-before')
  if (found.state === 'expired') return conflict('link-expired', t.link.expiredLead)
  const questionnaire = await questionnaireFor(unit.tx, officeId, today.toString())
  const sheet = checked(questionnaire, given, lang)
  if (!sheet.ok) return sheet
  if (!await spendInvitation(unit.tx, keys, typedCode(token), today)) return ok('kept-before')
  await keepSheet(unit, { officeId, day: today, serviceCode: found.serviceCode, channel: 'link', questionnaire: questionnaire.version }, sheet.value)
  return ok('kept')
}

/** The code that is shown at the counter on a day, and only on that day. */
export const counterCode = (keys: Keys, officeId: string, day: Temporal.PlainDate): string => dayCode(keys.hash('survey-day', `${officeId}\n${day.toString()}`))

export const isCounterCode = (keys: Keys, officeId: string, now: Temporal.Instant, typed: string): boolean =>
  typedCode(typed) === counterCode(keys, officeId, wibDate(now))

export type CounterSheet = GivenSheet & { code: string; serviceCode: string; formKey: string }

/** Takes a sheet of a visitor at the counter. The same form sent twice counts once. */
export async function answerAtCounter({ tools: { keys }, unit, officeId, lang }: Answering, given: CounterSheet): Promise<Result<Kept>> {
  const t = citizenWords(lang)
  const today = wibDate(unit.now)
  if (!isCounterCode(keys, officeId, unit.now, given.code)) return invalid([{ field: 'code', message: t.counter.wrongCode }], 'wrong-code')
  const services = await listServicesOn(unit.tx, officeId, today.toString())
  if (!services.some(({ definition }) => definition.code === given.serviceCode)) return invalid([{ field: 'serviceCode', message: t.counter.serviceNeeded }])
  const questionnaire = await questionnaireFor(unit.tx, officeId, today.toString())
  const sheet = checked(questionnaire, given, lang)
  if (!sheet.ok) return sheet
  if (await countSheets(unit.tx, officeId, 'counter', today) >= MOST_AT_COUNTER) return conflict('enough-today', t.counter.enough)
  if (!await takeForm(unit, officeId, given.formKey, today)) return ok('kept-before')
  await keepSheet(unit, { officeId, day: today, serviceCode: given.serviceCode, channel: 'counter', questionnaire: questionnaire.version }, {
    answers: given.answers, respondent: given.respondent, suggestion: given.suggestion,
  })
  return ok('kept')
}

/** The questions of today's form. */
export async function formToday(unit: Pick<Unit, 'tx' | 'now'>): Promise<{ officeId: string; officeName: string; questionnaire: Held } | undefined> {
  const office = await findHomeOffice(unit.tx)
  return office && { officeId: office.id, officeName: office.name, questionnaire: await questionnaireFor(unit.tx, office.id, wibDate(unit.now).toString()) }
}
