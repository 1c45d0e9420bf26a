import type { ComponentChildren } from 'preact'

type FigureProps = {
  label: string
  /** The number as people read it. */
  value: string
  /** There is no number but a word: it stands smaller. */
  isWord?: boolean
  /** What exactly it counts: a number never stands without it. */
  meaning: ComponentChildren
  /** Where it comes from and of when it tells. */
  foot: ComponentChildren
  children?: ComponentChildren
}

/** One number of a board with what it means and where it comes from. */
export function Figure({ label, value, isWord, meaning, foot, children }: FigureProps) {
  return (
    <section class="card figure">
      <h2>{label}</h2>
      <p class={isWord ? 'lead' : 'figure-value'}>{value}</p>
      {children}
      <p>{meaning}</p>
      <p class="card-foot">{foot}</p>
    </section>
  )
}
