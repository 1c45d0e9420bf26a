import type { Answers } from '../../services/index.ts'
import type { Step } from '../core/life.ts'
import type { RemarkItem } from '../store.ts'

/** What another office says: yes, yes under conditions, or no. */
export const VERDICTS = ['yes', 'with-conditions', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One step with its own fields; those of other steps are left alone. */
export type StepInput = {
  step: Step
  reasonCode?: string | undefined
  note?: string | undefined
  items?: RemarkItem[] | undefined
  /** The version the officer saw; a newer one is a conflict, so that nobody decides on what he did not see. */
  version?: number | undefined
  /** `survey`: the account of who goes; left out, whoever of the desk goes. */
  surveyorId?: string | undefined
  /** `report`: answers to the questions of the survey. `complete`: answers to those of the outcome. */
  answers?: Answers | undefined
  /** `report`: the day of the visit, today when left out. */
  visitedOn?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
  /** `report`: ids of uploaded pictures. */
  photos?: string[] | undefined
  /** `advise`, as it came on paper: the answer, who gave it in which position, and its scan. */
  verdict?: Verdict | undefined
  advice?: string | undefined
  answeredBy?: string | undefined
  position?: string | undefined
  file?: string | undefined
  /** `follow`: to whom it was handed over, and the number under which it runs there. */
  place?: string | undefined
  reference?: string | undefined
}
