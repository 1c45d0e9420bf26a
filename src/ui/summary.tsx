import type { ComponentChildren } from 'preact'
import { Say } from './language.ts'

export type SummaryRow = {
  label: string
  /** Empty: "Belum diisi". */
  value?: ComponentChildren
  /** Address of the page where this answer is given. */
  change?: string | undefined
  /** What the link to it says, where "Ubah" is not the word. */
  changeText?: string | undefined
}

/** Answers to be checked before sending, or the facts of a case. */
export function Summary({ rows }: { rows: SummaryRow[] }) {
  return (
    <Say>{(w) => (
      <dl class="summary">
        {rows.map(({ label, value, change, changeText }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === undefined || value === '' ? <span class="soft">{w.notFilled}</span> : value}</dd>
            {change && <dd class="summary-change"><a href={change}>{changeText ?? w.change}<span class="visually-hidden"> {label}</span></a></dd>}
          </div>
        ))}
      </dl>
    )}</Say>
  )
}
