import type { NavItem } from './site.ts'

/** Filters of one list, as links, each with how many wait there. */
export function Tabs({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, text, current, count }) => (
          <li key={href}>
            <a class="tab" href={href} aria-current={current ? 'page' : undefined}>
              {text}{count !== undefined && <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
