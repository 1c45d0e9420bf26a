import type { Temporal } from 'temporal-polyfill'
import type { Outlines } from '../../office/index.ts'
import type { KbliDivision } from '../../registry/index.ts'
import type { Basis, Indicator } from '../core/catalogue.ts'
import type { Counts } from '../core/figures.ts'
import type { Place, PlaceTree, YearBefore } from '../store.ts'

/** Everything the board shows. `before` is undefined when nobody kept the numbers of a year ago; `first`: since when they are kept. */
export type Board = {
  tree: PlaceTree; districts: Place[]; countsOf: (code: string) => Counts; cooperatives: ReadonlyMap<string, Counts>; isPending: boolean
  today: Temporal.PlainDate; asOf: string
  before: YearBefore | undefined; first: Temporal.PlainDate | undefined; divisions: KbliDivision[]
  outlines: Outlines | undefined
}

/** What the indicators of one area of the board are computed from. */
export const basisOf = ({ countsOf, cooperatives, before, today }: Board, source: Indicator['source'], code: string): Basis => ({
  counts: source === 'registry' ? countsOf(code) : cooperatives.get(code) ?? new Map(), today,
  before: before && (before.byArea.get(code) ?? new Map()),
})
