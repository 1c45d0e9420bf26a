import type { ComponentChildren } from 'preact'

/**
 * The possible steps of a case, as one form. On wide screens it stays at the lower edge while one reads:
 * for that it must stand directly in `Layout`, as the last thing.
 */
export function ActionBar({ action, children }: { action?: string | undefined; children: ComponentChildren }) {
  return <form class="actions" method="post" action={action}>{children}</form>
}
