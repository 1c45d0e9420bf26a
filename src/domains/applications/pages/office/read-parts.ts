import type { Allowed } from '../../../../platform/http/context.ts'
import { type CooperativeCard, findCooperativeCard } from '../../../cooperatives/index.ts'
import { adviceLink } from '../../advice-link.ts'
import { listBeside } from '../../attachment-store.ts'
import type { Step } from '../../core/life.ts'
import { type OutsideHandOver, findOutsideHandOver } from '../../outside-store.ts'
import { type TimedAdvice, timedAdvices } from '../../parts-view.ts'
import { officerNames } from '../../staff-store.ts'
import type { Application } from '../../store.ts'
import { type Survey, listSurveys } from '../../survey-store.ts'

/** What a case has beside its answers and papers. */
export type CaseParts = {
  cooperative: CooperativeCard | undefined
  surveys: Survey[]
  advices: (TimedAdvice & { link: string | undefined })[]
  outside: OutsideHandOver | undefined
  /** Files beside the requirements: of a survey, of an advice. */
  beside: { id: string; beside: string; mediaType: string }[]
  /** Names of officers by their account. */
  names: ReadonlyMap<string, string>
}

/** Reads what a case has beside its answers and papers. The link to another office is for those alone who may type in its answer. */
export async function readParts({ unit, tools }: Allowed, application: Application, steps: readonly Step[]): Promise<CaseParts> {
  const surveys = await listSurveys(unit.tx, application.id)
  const advices = await timedAdvices(unit, application)
  return {
    surveys, cooperative: application.cooperativeId === null ? undefined : await findCooperativeCard(unit.tx, application.cooperativeId),
    advices: advices.map((one) => ({ ...one, link: one.isOpen && steps.includes('advise') ? adviceLink(tools, one) : undefined })),
    outside: await findOutsideHandOver(unit.tx, application.id), beside: await listBeside(unit.tx, application.id),
    names: await officerNames(unit.tx, surveys.flatMap((one) => [one.surveyorId ?? [], one.reportedBy ?? []].flat())),
  }
}
