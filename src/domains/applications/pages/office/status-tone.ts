import type { Tone } from '../../../../ui/tone.ts'
import type { Status } from '../../core/life.ts'

/** How a status looks; the word beside it says it. */
export const TONE_OF_STATUS: Record<Status, Tone> = {
  draft: 'neutral', submitted: 'neutral', accepted: 'info', verified: 'info', initialed: 'info', signing: 'info', returned: 'warning', issued: 'success',
  rejected: 'danger', withdrawn: 'neutral', expired: 'neutral',
  surveying: 'info', surveyed: 'info', advising: 'info', advised: 'info', scoring: 'info', scored: 'info', following: 'neutral', completed: 'success',
}
