import type { ComponentChildren } from 'preact'

type HeroProps = {
  title: string
  lead: string
  /** Beside the title on wide screens; only decoration. */
  picture?: ComponentChildren
  children?: ComponentChildren
}

/** The first thing on the public front page: what can be done here, and what is promised. */
export function Hero({ title, lead, picture, children }: HeroProps) {
  return (
    <section class="hero">
      <div class="wrap">
        {picture && <div class="hero-picture">{picture}</div>}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
    </section>
  )
}
