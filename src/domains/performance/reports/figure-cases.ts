import { type Actor, may } from '../../../kernel/rights.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import { caseCards } from '../../applications/index.ts'
import { storedFacts } from '../cases-store.ts'
import type { CaseFacts } from '../core/case-facts.ts'
import { type RowOf, casesBehind } from '../core/cases-behind.ts'
import type { Figure } from '../core/figures.ts'
import type { ReportBase } from '../core/report-content.ts'
import { endOfPeriod } from '../core/report.ts'

export type FigureCase = { id: string; reference: string; facts: CaseFacts }
/** A page of the cases behind a row; `hidden`: how many of this page the reader may not open. */
export type FigureCases = { items: FigureCase[]; hidden: number; offset: number; all: number }

export const CASES_A_PAGE = 50

/**
 * The cases behind a row of a figure, by the definition that counts it, as far as the reader may open them.
 * @returns undefined for a row that the figure does not have
 */
export async function figureCases(unit: Unit, actor: Actor, base: Pick<ReportBase, 'office' | 'period' | 'log'>, figure: Pick<Figure, 'code' | 'version'>, row: RowOf, offset: number): Promise<FigureCases | undefined> {
  const facts = await storedFacts(unit.tx, base.office, base.log, endOfPeriod(base.period), row)
  const behind = casesBehind(figure, facts, { after: base.log.firstSeq - 1, through: base.log.lastSeq }, row)
  if (!behind) return undefined
  const page = behind.slice(offset, offset + CASES_A_PAGE)
  const cards = new Map((await caseCards(unit.tx, page.map(({ id }) => id))).map((card) => [card.id, card]))
  const items = page.flatMap((one): FigureCase[] => {
    const card = cards.get(one.id)
    const isOpen = card && may(actor, 'application.read', card.resource, unit.now.epochMilliseconds).ok
    return isOpen ? [{ id: one.id, reference: card.reference, facts: one }] : []
  })
  return { items, hidden: page.length - items.length, offset, all: behind.length }
}
