import type { Temporal } from 'temporal-polyfill'
import type { Question, ServiceDefinition } from '../../../services/index.ts'
import type { Colleague } from '../../staff-store.ts'
import type { Application } from '../../store.ts'
import type { PagedStep } from './step-form.ts'

/** What the page of a step shows. */
export type StepModel = {
  step: PagedStep; application: Application; definition: ServiceDefinition; now: Temporal.Instant
  /** The questions of the step. Without script one that depends on another stands beside it; what is not asked is not read. */
  questions: readonly Question[]
  colleagues: Colleague[]
  photos: string[]
}
