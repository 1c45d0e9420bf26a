import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** More for who wants it, closed at first. */
export function Disclosure({ summary, open, children }: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="disclosure" open={open}>
      <summary><Icon name="next" />{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
