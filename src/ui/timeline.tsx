import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { Say } from './language.ts'

export type TimelineItem = {
  state: 'done' | 'now' | 'next'
  title: string
  /** In words, "Kamis 12 November, 15.00". */
  when?: string | undefined
  /** RFC 3339 */
  at?: string | undefined
  /** Role, or name and role, of who did it. */
  by?: string | undefined
  note?: ComponentChildren
}

/** What happened, what happens now, what comes next. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <Say>{(w) => (
      <ol class="timeline">
        {items.map(({ state, title, when, at, by, note }) => (
          <li key={`${at} ${title}`} class={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="timeline-dot">{state === 'done' && <Icon name="check" />}</span>
            <b><span class="visually-hidden">{state === 'done' ? w.done : state === 'now' ? w.now : w.upcoming}: </span>{title}</b>
            {(when || by) && <small class="soft">{when && <time datetime={at}>{when}</time>}{when && by && ' · '}{by}</small>}
            {note && <div class="timeline-note">{note}</div>}
          </li>
        ))}
      </ol>
    )}</Say>
  )
}
