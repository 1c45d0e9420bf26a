import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import { type CooperativeFinding, stateCooperativeByOffice } from '../../cooperatives/index.ts'
import { type BusinessFinding, findStandingBusinessCard, stateBusinessByOffice } from '../../registry/index.ts'
import type { Answers, FactName, ServiceDefinition } from '../../services/index.ts'
import type { Application } from '../store.ts'

const BUSINESS_FIELDS: Partial<Record<FactName, keyof BusinessFinding>> = {
  'business.nib': 'nib', 'business.nibDate': 'nibDate', 'business.npwp': 'npwp', 'business.pirt': 'pirt', 'business.halal': 'halalNumber',
  'business.halalUntil': 'halalUntil', 'business.trademark': 'trademarkNumber',
}
const COOPERATIVE_FIELDS: Partial<Record<FactName, keyof CooperativeFinding>> = {
  'cooperative.cooperativeNumber': 'cooperativeNumber', 'cooperative.legalEntityNumber': 'legalEntityNumber', 'cooperative.legalEntityDate': 'legalEntityDate',
}

type Written = { question: string; field: string; value: unknown }

/** The answers that a record takes, under its own names. */
function writtenIn(definition: ServiceDefinition, answers: Answers, fields: Partial<Record<FactName, string>>): Written[] {
  return definition.outcome.flatMap(({ key, writes }) => {
    const field = writes && fields[writes]
    return field !== undefined && answers[key] !== undefined ? [{ question: key, field, value: answers[key] }] : []
  })
}

const findingOf = (written: readonly Written[]): Record<string, unknown> => Object.fromEntries(written.map((one) => [one.field, one.value]))

/** A record's problem, at the question whose answer it is about. */
const atQuestion = (written: readonly Written[]) => ({ field, message }: Problem): Problem =>
  ({ field: `answers.${written.find((one) => one.field === field)?.question ?? field}`, message })

/**
 * Writes what a request ended with into the record of its business or cooperative, as stated by the office.
 * @returns what the registry refuses, at the question of the outcome
 */
export async function writeOutcome(tools: Tools, unit: Unit, actor: Actor, application: Application, definition: ServiceDefinition, answers: Answers): Promise<Result<undefined>> {
  const { businessId, cooperativeId } = application
  const written = businessId ? writtenIn(definition, answers, BUSINESS_FIELDS) : cooperativeId ? writtenIn(definition, answers, COOPERATIVE_FIELDS) : []
  if (written.length === 0) return ok(undefined)
  const stated = businessId
    ? await stateBusinessByOffice(unit, tools, actor, (await findStandingBusinessCard(unit.tx, businessId))?.id ?? businessId, findingOf(written))
    : await stateCooperativeByOffice(unit, tools, actor, cooperativeId ?? '', findingOf(written))
  return !stated.ok && stated.error.kind === 'invalid' ? invalid(stated.error.problems.map(atQuestion(written)), stated.error.code) : stated
}
