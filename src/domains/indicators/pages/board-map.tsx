import { shadeBands, shadeOf } from '../../../kernel/shades.ts'
import { AreaMap } from '../../../ui/area-map.tsx'
import { dashboardId as w } from '../messages.id.ts'
import { numberText } from '../number-text.ts'
import type { Board } from './board.ts'

const microOf = (board: Board, code: string) => board.countsOf(code).get('scale.micro') ?? 0

/** The areas within the present one, shaded by their active micro businesses; a tap goes one step down. */
export function BoardMap({ board }: { board: Board }) {
  const { outlines, tree } = board
  if (!outlines) return null
  const nameOf = new Map(tree.inside.map(({ code, name }) => [code, name]))
  const bands = shadeBands(outlines.areas.map(({ code }) => microOf(board, code)))
  const legend = bands.map(({ shade, above, upTo }) => ({ shade, text: `${numberText(above + 1, 'id')}–${numberText(upTo, 'id')}` }))
  return (
    <AreaMap
      label={w.map(tree.place.name)} width={outlines.width} height={outlines.height} note={w.mapNote}
      legend={[{ shade: 0, text: '0' }, ...legend]}
      areas={outlines.areas.map(({ code, path }) => ({
        key: code, path, shade: shadeOf(microOf(board, code), bands), href: `/petugas/dasbor?wilayah=${code}`,
        text: w.mapArea(nameOf.get(code) ?? code, numberText(microOf(board, code), 'id')),
      }))}
    />
  )
}
