import type { Tone } from '../../../ui/tone.ts'
import type { ObjectionState } from '../core/objection.ts'

export const TONE_OF_OBJECTION: Record<ObjectionState, Tone> = {
  open: 'info', granted: 'warning', denied: 'neutral', 'deemed-granted': 'danger', fulfilled: 'success',
}
