import { Icon } from './icon.tsx'
import { Say } from './language.ts'
import type { Link } from './site.ts'

/** To the page before, in a row of pages. */
export function BackLink({ href, text }: { href: string; text?: string }) {
  return <a class="back" href={href}><Icon name="back" />{text ?? <Say>{(w) => w.back}</Say>}</a>
}

/** The pages above this one, from the top. */
export function Breadcrumbs({ links }: { links: Link[] }) {
  return (
    <Say>{(w) => (
      <nav class="crumbs" aria-label={w.breadcrumbs}>
        <ol>{links.map(({ href, text }, at) => <li key={href}>{at > 0 && <Icon name="next" />}<a href={href}>{text}</a></li>)}</ol>
      </nav>
    )}</Say>
  )
}
