import type { ComponentChildren } from 'preact'
import { Bar } from './bar.tsx'
import { LOOK_OF_URGENCY, type Urgency } from './due-tag.tsx'
import { Icon } from './icon.tsx'

type ClockProps = {
  urgency: Urgency
  /** "Selambatnya Selasa 17 November 2026, 16.00" */
  due: string
  /** What that means, or why the clock stands still. */
  explanation?: ComponentChildren
  /** Used part of the promised time, 0 to 1; more is shown as full. */
  used?: number | undefined
  /** "Waktu dinas: 5 jam 30 menit", "Waktu pemohon: …" */
  spent?: { label: string; text: string }[]
}

/** The service clock of one case, for those who wait and those who work. */
export function Clock({ urgency, due, explanation, used, spent = [] }: ClockProps) {
  const { tone, icon } = LOOK_OF_URGENCY[urgency]
  return (
    <div class={`card clock tone-${tone}`}>
      <div class="clock-main">
        <Icon name={icon} />
        <div>
          <b>{due}</b>
          {explanation && <p class="soft">{explanation}</p>}
        </div>
      </div>
      {used !== undefined && <Bar part={used} />}
      {spent.length > 0 && <dl>{spent.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>}
    </div>
  )
}
