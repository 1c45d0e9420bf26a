import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { ICON_OF_TONE, type Tone } from './tone.ts'

/** The answer a page gives: "Permohonan terkirim", "Surat ini SAH", "Surat ini sudah dicabut". Its title is the page's heading. */
export function Panel({ tone, title, children }: { tone: Tone; title: string; children?: ComponentChildren }) {
  return (
    <div class={`panel tone-${tone}`}>
      <div class="panel-head"><Icon name={ICON_OF_TONE[tone]} /><h1>{title}</h1></div>
      {children}
    </div>
  )
}

/** Long numbers break after a stroke, not in the middle of a group. */
const breakable = (value: string) => value.split(/(?<=[/-])/).flatMap((group, at) => (at === 0 ? [group] : [<wbr />, group]))

/** The number given to a case or a letter, large enough to be copied by hand. */
export function Reference({ label, value }: { label: string; value: string }) {
  return <div><p class="soft">{label}</p><p class="reference">{breakable(value)}</p></div>
}
