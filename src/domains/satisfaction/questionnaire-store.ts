import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { REFERENCE } from '../../platform/db/reference.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { decimals } from './core/fraction.ts'
import { type Questionnaire, type SurveyElement, questionnaireOn, questionnaireSchema, weightsOf } from './core/questionnaire.ts'
import type { WeightedElement } from './core/satisfaction-index.ts'
import { officeId as t } from './office-words.id.ts'

/** A version with its weights, which are known to total 1. */
export type Held = Questionnaire & { weights: WeightedElement[] }

function heldOf(questionnaire: Questionnaire): Held {
  const weights = weightsOf(questionnaire.elements)
  if (!weights.ok) throw new Error(`questionnaire ${questionnaire.version}: ${weights.fault}`)
  return { ...questionnaire, weights: weights.weights }
}

let first: Promise<Held> | undefined

function firstVersion(): Promise<Held> {
  first ??= readFile(join(REFERENCE, 'satisfaction/questionnaire.json'), 'utf8').then((text) => heldOf(questionnaireSchema.parse(JSON.parse(text))))
  return first
}

/** All versions, the oldest first. */
export async function listQuestionnaires(tx: Db | Tx, officeId: string): Promise<Held[]> {
  const rows = await tx.selectFrom('satisfaction.questionnaires').select('body').where('office_id', '=', officeId).orderBy('version').limit(200).execute()
  return [await firstVersion(), ...rows.map(({ body }) => heldOf(questionnaireSchema.parse(body)))]
}

/** The version in force on a day. The first holds for all days before the others. */
export async function questionnaireFor(tx: Db | Tx, officeId: string, day: string): Promise<Held> {
  const versions = await listQuestionnaires(tx, officeId)
  const found = questionnaireOn(versions, day)
  return versions.find(({ version }) => version === found?.version) ?? firstVersion()
}

export type NewVersion = { validFrom: string; basis: string; elements: readonly SurveyElement[] }

/** Sets a new version, from tomorrow at the earliest: what is being filled in today is not changed under anybody's hands. */
export async function setQuestionnaire(unit: Unit, actor: Actor, { validFrom, basis, elements }: NewVersion): Promise<Result<Questionnaire>> {
  const weights = weightsOf(elements)
  if (!weights.ok) return invalid([{ field: 'elements', message: t.questionnaire.faults[weights.fault](weights.total ? decimals(weights.total, 4) : '') }])
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(validFrom), wibDate(unit.now)) <= 0) return invalid([{ field: 'validFrom', message: t.questionnaire.tomorrow }])
  const versions = await listQuestionnaires(unit.tx, actor.officeId)
  const read = questionnaireSchema.safeParse({ version: (versions.at(-1)?.version ?? 0) + 1, validFrom, basis, elements })
  if (!read.success) return invalid(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  await unit.tx.insertInto('satisfaction.questionnaires').values({
    office_id: actor.officeId, version: read.data.version, valid_from: validFrom, body: JSON.stringify(read.data), set_by: actor.accountId, set_at: toDb(unit.now),
  }).execute()
  unit.record(actor.officeId, {
    what: 'satisfaction.questionnaire', kind: 'questionnaire', subject: String(read.data.version), actor: actor.accountId, role: roleOf(actor),
    data: { validFrom, elements: elements.map(({ key }) => key) },
  })
  return ok(read.data)
}
