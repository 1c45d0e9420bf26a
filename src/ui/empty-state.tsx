import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A list without entries: says why, and what to do. */
export function EmptyState({ icon = 'inbox', title, children }: { icon?: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}
