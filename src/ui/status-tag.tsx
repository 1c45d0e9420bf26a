import { Icon } from './icon.tsx'
import { ICON_OF_TONE, type Tone } from './tone.ts'

/** How a case or a letter stands, in a word. */
export function StatusTag({ tone, text }: { tone: Tone; text: string }) {
  return <span class={`tag tone-${tone}`}><Icon name={ICON_OF_TONE[tone]} />{text}</span>
}
