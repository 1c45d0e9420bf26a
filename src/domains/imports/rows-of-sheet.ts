import type { Sheet, SheetRow } from '../../platform/sheets/sheet.ts'
import { type RowKind, classifyRow } from './core/row-class.ts'
import { type SectionContext, carry } from './core/section.ts'
import type { Layout } from './core/layout.ts'

/** A row of data with what holds for it, or one that is no data and why. */
export type SheetLine = { row: SheetRow } & ({ kind: 'data'; section: SectionContext } | { kind: Exclude<RowKind, 'data'>; reason: string })

/** The rows of a sheet from the header on, in their order, each said to be data or not; blank rows are left out. */
export async function* linesOf(sheet: Sheet, layout: Layout): AsyncGenerator<SheetLine> {
  let section: SectionContext = layout.context
  for await (const row of sheet.rows()) {
    const found = classifyRow(row, layout)
    if (found.kind === 'data') yield { row, kind: 'data', section }
    else {
      if (found.context) section = carry(section, found.context)
      if (found.kind !== 'blank') yield { row, kind: found.kind, reason: found.reason }
    }
  }
}

/** Gathers what comes one by one into groups of a size. */
export async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
