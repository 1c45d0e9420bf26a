import type { ComponentChildren } from 'preact'

type SplitViewProps = {
  first: ComponentChildren
  second: ComponentChildren
  /** Names the second part; it stays in sight and scrolls by itself on wide screens, also by keyboard. */
  secondLabel: string
  /** The second part is only a margin (a third of the width). */
  aside?: boolean
}

/** Two things to be compared, side by side on wide screens, one under the other on a phone. */
export function SplitView({ first, second, secondLabel, aside }: SplitViewProps) {
  return (
    <div class={aside ? 'split split-wide' : 'split'}>
      <div class="stack">{first}</div>
      <section class="split-stay stack" aria-label={secondLabel} tabindex={0}>{second}</section>
    </div>
  )
}
