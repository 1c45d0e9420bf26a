import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A part of a page that belongs together. `side` stands beside the title: a tag, a link. */
export function Card({ title, side, children }: { title?: string; side?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="card">
      {title && <div class="card-head"><h2>{title}</h2>{side}</div>}
      {children}
    </section>
  )
}

type CardLinkProps = {
  href: string
  title: string
  icon?: IconName
  children?: ComponentChildren
  /** A last line in small type: "3 hari kerja · tidak dipungut biaya". */
  foot?: string
}

/** A card that leads somewhere; all of it can be tapped, only its title is the link. */
export function CardLink({ href, title, icon, children, foot }: CardLinkProps) {
  return (
    <div class="card card-link">
      {icon && <Icon name={icon} />}
      <h3><a href={href}>{title}</a><Icon name="next" /></h3>
      {children && <p>{children}</p>}
      {foot && <p class="card-foot">{foot}</p>}
    </div>
  )
}
