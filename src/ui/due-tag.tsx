import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

/** How pressing a due moment is. Each has its own words, shape and weight; colour comes last. */
export type Urgency = 'calm' | 'soon' | 'late' | 'paused' | 'done'

export const LOOK_OF_URGENCY: Record<Urgency, { tone: Tone; icon: IconName }> = {
  calm: { tone: 'neutral', icon: 'clock' },
  soon: { tone: 'warning', icon: 'alert' },
  late: { tone: 'danger', icon: 'stop' },
  paused: { tone: 'info', icon: 'pause' },
  done: { tone: 'success', icon: 'check' },
}

/** A due moment in a list. `text` says it in words ("besok 16.00", "lewat 2 jam"), `at` is the moment (RFC 3339). */
export function DueTag({ urgency, text, at }: { urgency: Urgency; text: string; at?: string | undefined }) {
  const { tone, icon } = LOOK_OF_URGENCY[urgency]
  return (
    <span class={`due tone-${tone}${urgency === 'late' ? ' due-solid' : ''}`}>
      <Icon name={icon} />
      {at ? <time datetime={at}>{text}</time> : text}
    </span>
  )
}
