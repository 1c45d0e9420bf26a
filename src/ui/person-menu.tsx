import { Icon } from './icon.tsx'
import { Say } from './language.ts'
import type { Person } from './site.ts'

/** Who is signed in, with their links and the way out. Opens without script (`details`). */
export function PersonMenu({ person }: { person: Person }) {
  return (
    <Say>{(w) => (
      <details class="menu">
        <summary>
          <Icon name="person" />
          <span class="visually-hidden">{w.signedInAs} </span>
          <span class="menu-name">{person.name}</span>
          <Icon name="down" />
        </summary>
        <div class="menu-list">
          {person.role && <p>{person.role}</p>}
          {person.links.map((link) => <a key={link.href} href={link.href}>{link.text}</a>)}
          <form method="post" action={person.signOut}>
            <button><Icon name="out" />{w.signOut}</button>
          </form>
        </div>
      </details>
    )}</Say>
  )
}
