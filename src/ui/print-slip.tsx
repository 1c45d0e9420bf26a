import type { ComponentChildren } from 'preact'
import { Emblem } from './emblem.tsx'
import { Reference } from './panel.tsx'
import type { Site } from './site.ts'

type PrintSlipProps = {
  site: Pick<Site, 'office' | 'region' | 'logo'>
  title: string
  reference: { label: string; value: string }
  rows: { label: string; value: ComponentChildren }[]
  /** SVG of a QR code. */
  qr?: ComponentChildren
  children?: ComponentChildren
  /** What to do with the slip, small. */
  foot?: string
}

/** A receipt (tanda terima) that also prints well: A4, or a roll of 80 mm. */
export function PrintSlip({ site, title, reference, rows, qr, children, foot }: PrintSlipProps) {
  return (
    <section class="slip">
      <div class="slip-head">
        {site.logo ? <img src={site.logo} alt="" width="44" height="44" /> : <Emblem />}
        <div><h2>{title}</h2><small>{site.office} {site.region}</small></div>
      </div>
      <Reference {...reference} />
      <dl>{rows.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {children}
      {qr && <div class="slip-qr">{qr}</div>}
      {foot && <p class="slip-foot">{foot}</p>}
    </section>
  )
}
