import type { ComponentChildren } from 'preact'

export type ChartRow = {
  key: string
  label: ComponentChildren
  /** The numbers in words: the picture never stands alone. */
  text: string
  /** Absent where a number is not shown. */
  bar?: ComponentChildren
}

type RowChartProps = {
  /** What the chart shows, above it. */
  title: string
  /** What each look stands for. */
  legend: readonly { sample: ComponentChildren; text: string }[]
  rows: readonly ChartRow[]
}

const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`
const HEIGHT = 14
const HATCHED = 'url(#hatched)'

/** The stripes of all charts of a page, drawn once: they tell parts apart without colour. */
export function ChartPatterns() {
  return (
    <svg class="row-chart-patterns" width="0" height="0" aria-hidden="true">
      <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 3h6" /></pattern>
    </svg>
  )
}

/** A share of 0 to 1: the part is filled, the rest is striped. */
export function ShareBar({ part }: { part: number }) {
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true">
      <rect width="100%" height={HEIGHT} fill={HATCHED} />
      <rect width={percent(part)} height={HEIGHT} />
    </svg>
  )
}

/** How far values reach, as parts of 0 to 1: filled to the middle one, striped to nine of ten, a line with an end to the last. */
export function ReachBar({ middle, most, last }: { middle: number; most: number; last: number }) {
  const half = HEIGHT / 2
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true">
      <rect width={percent(most)} height={HEIGHT} fill={HATCHED} />
      <rect width={percent(middle)} height={HEIGHT} />
      <line x1={percent(most)} x2={percent(last)} y1={half} y2={half} />
      <line x1={percent(last)} x2={percent(last)} y1="1" y2={HEIGHT - 1} />
    </svg>
  )
}

/** Bars beside each other, drawn on the server; each says its numbers in words. The whole table stands beside it. */
export function RowChart({ title, legend, rows }: RowChartProps) {
  return (
    <figure class="row-chart">
      <figcaption>{title}</figcaption>
      <ul>
        {rows.map(({ key, label, text, bar }) => <li key={key}><span>{label}</span> <b>{text}</b>{bar}</li>)}
      </ul>
      <ul class="row-chart-legend">{legend.map((one) => <li key={one.text}>{one.sample}{one.text}</li>)}</ul>
    </figure>
  )
}
