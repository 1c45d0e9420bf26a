import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { ICON_OF_TONE, type Tone } from './tone.ts'

type NoticeProps = {
  tone?: Tone
  title?: string
  /** For what just happened ("Draf disimpan"): it is read out. */
  live?: boolean
  children?: ComponentChildren
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  return (
    <div class={`notice tone-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={ICON_OF_TONE[tone]} />
      <div>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  )
}
