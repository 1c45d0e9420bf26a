import type { RowOf } from '../core/cases-behind.ts'
import type { Dimension } from '../core/figures.ts'

const isDimension = (text: string): text is Dimension => ['service', 'district', 'channel', 'stage', 'reason'].includes(text)

/** Which row of a figure an address names: by what and which; nothing for all. */
export const rowOf = (dimension: string | undefined, key: string | undefined): RowOf =>
  (dimension !== undefined && key !== undefined && isDimension(dimension) ? { dimension, key } : undefined)
