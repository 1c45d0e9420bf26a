import type { ComponentChildren } from 'preact'

type PageHeadingProps = {
  title: string
  /** Small line above: a reference, a service. */
  over?: ComponentChildren
  lead?: ComponentChildren
  /** Tags or buttons beside the title. */
  side?: ComponentChildren
}

export function PageHeading({ title, over, lead, side }: PageHeadingProps) {
  return (
    <div class="head">
      <div>
        {over && <p class="head-over">{over}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {side && <div class="row">{side}</div>}
    </div>
  )
}
