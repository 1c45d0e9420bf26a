import type { Problem } from '../kernel/result.ts'
import { Say } from './language.ts'

/**
 * What to mend, at the top of the page; each line leads to its field. It takes the focus when the page opens,
 * so that it is read out first, also without script. Shows nothing when there is nothing to mend.
 */
export function ErrorSummary({ problems, title }: { problems: readonly Problem[]; title?: string }) {
  if (problems.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus>
      <h2>{title ?? <Say>{(w) => w.errorTitle}</Say>}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/** The first thing to say about one field, if any: `error={problemOf(problems, 'phone')}`. */
export const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.message
