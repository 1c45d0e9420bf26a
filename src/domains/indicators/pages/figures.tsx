import { Bar } from '../../../ui/bar.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { INDICATORS, type Indicator, isComputedFor } from '../core/catalogue.ts'
import { dashboardId as w, indicatorsId as t } from '../messages.id.ts'
import { valueText } from '../number-text.ts'
import { type Board, basisOf } from './board.ts'

function One({ indicator, board }: { indicator: Indicator; board: Board }) {
  const { name, definition } = t.texts[indicator.code]
  const value = indicator.compute(basisOf(board, indicator.source, board.tree.place.code))
  return (
    <Figure label={name} value={valueText(value, indicator.unit, 'id')} isWord={value.kind !== 'number'} meaning={definition}
      foot={w.source(t.sources[indicator.source], board.asOf)}>
      {indicator.unit === 'percent' && value.kind === 'number' && value.value >= 0 && <Bar part={value.value / 100} />}
    </Figure>
  )
}

/** The indicators of one source that are computed for an area of this size, each with what it means and where it comes from. */
export function Figures({ board, source }: { board: Board; source: Indicator['source'] }) {
  const shown = INDICATORS.filter((one) => one.source === source && isComputedFor(one, board.tree.place.code))
  if (shown.length === 0) return null
  return <div class="grid">{shown.map((indicator) => <One key={indicator.code} indicator={indicator} board={board} />)}</div>
}
