import { type Actor, type Operation, may } from '../../../../kernel/rights.ts'
import type { Unit } from '../../../../platform/db/unit.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { levelsOf } from '../../core/approval.ts'
import type { ReportContent } from '../../core/report-content.ts'
import { type ItemStand, type KeptFile, type Remark, type ReportCard, contentOf, findReport, listFiles, listRemarks, listStands, listVersions } from '../store.ts'

/** What this reader may do with the report now. */
export type Ways = { check: number; answer: number; explain: boolean; remark: boolean; sign: boolean; scan: boolean; revise: boolean; targets: boolean }

export type ReportModel = { card: ReportCard; content: ReportContent; stands: ItemStand[]; remarks: Remark[]; files: KeptFile[]; versions: ReportCard[]; ways: Ways }

/** A right is there also when only the second factor is still to be given. */
function has(actor: Actor, operation: Operation, { officeId }: ReportCard, unit: Unit): boolean {
  const allowed = may(actor, operation, { officeId }, unit.now.epochMilliseconds)
  return allowed.ok || (allowed.error.kind === 'forbidden' && allowed.error.code === 'step-up-needed')
}

function waysOf({ unit, actor }: Allowed, model: Omit<ReportModel, 'ways'>): Ways {
  const { card, stands, files, versions } = model
  const can = (operation: Operation) => has(actor, operation, card, unit)
  const isDraft = card.state === 'draft'
  const levels: readonly string[] = can('report.approve') ? levelsOf(actor.roles) : []
  const isPrinted = files.some(({ part }) => part === 'print')
  const prepares = isDraft && can('report.prepare')
  return {
    check: isDraft ? stands.filter(({ awaits }) => levels.includes(awaits)).length : 0, answer: prepares ? stands.filter(({ awaits }) => awaits === 'answer').length : 0,
    explain: prepares && stands.some(({ awaits }) => awaits === 'division-head'), remark: prepares, targets: prepares && card.kind === 'yearly',
    sign: (card.state === 'locked' || (card.state === 'signing' && !isPrinted)) && can('report.sign'), scan: card.state === 'signing' && isPrinted && can('report.keep-scan'),
    revise: card.state === 'signed' && versions[0]?.id === card.id && can('report.revise'),
  }
}

/** A report with all that its page shows. */
export async function readReport(ask: Allowed): Promise<ReportModel | undefined> {
  const { unit: { tx }, params } = ask
  const card = await findReport(tx, params['id'] ?? '')
  if (!card) return undefined
  const model = {
    card, content: await contentOf(tx, card), stands: await listStands(tx, card.id), remarks: await listRemarks(tx, card.id), files: await listFiles(tx, card.id),
    versions: await listVersions(tx, card),
  }
  return { ...model, ways: waysOf(ask, model) }
}
