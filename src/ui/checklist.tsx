import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { Say } from './language.ts'
import type { Tone } from './tone.ts'

export type ChecklistItem = {
  state: 'met' | 'missing' | 'doubtful'
  label: string
  note?: ComponentChildren
  /** Instead of "Ada", "Belum ada": what the state is called here. */
  says?: string
}

const LOOK: Record<ChecklistItem['state'], { tone: Tone; icon: IconName }> = {
  met: { tone: 'success', icon: 'check-circle' },
  missing: { tone: 'danger', icon: 'cross' },
  doubtful: { tone: 'warning', icon: 'alert' },
}

/** What a standard asks for, and whether it is there. */
export function Checklist({ items }: { items: ChecklistItem[] }) {
  return (
    <Say>{(w) => (
      <ul class="checklist">
        {items.map(({ state, label, note, says }) => (
          <li key={label} class={`tone-${LOOK[state].tone}`}>
            <Icon name={LOOK[state].icon} />
            <div>
              <b>{label}</b>
              {note && <div class="soft">{note}</div>}
            </div>
            <span class="check-state">{says ?? w[state]}</span>
          </li>
        ))}
      </ul>
    )}</Say>
  )
}
