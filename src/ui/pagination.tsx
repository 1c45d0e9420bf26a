import { ButtonLink } from './button.tsx'
import { Say } from './language.ts'

/** Ways to the neighbours of a part of a list. `position` says where one is: "1–50 dari 230". */
export function Pagination({ previous, next, position }: { previous?: string | undefined; next?: string | undefined; position?: string }) {
  if (!previous && !next && !position) return null
  return (
    <Say>{(w) => (
      <nav class="pages" aria-label={w.pages}>
        <span>{position}</span>
        <span class="row">
          {previous && <ButtonLink href={previous} look="secondary" small icon="back">{w.previous}</ButtonLink>}
          {next && <ButtonLink href={next} look="secondary" small>{w.next}</ButtonLink>}
        </span>
      </nav>
    )}</Say>
  )
}
