import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DueTag } from '../../../ui/due-tag.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { listStaff } from '../../applications/index.ts'
import type { Fallback } from '../fallback-store.ts'
import { readLegalLines } from '../legal-limit.ts'
import { supervisionId } from '../messages.id.ts'
import { BOARD_PATH, LEGAL_PATH } from './address.ts'
import { FIRST_COLUMNS } from './board-view.tsx'

const t = supervisionId.legal

function LegalTag({ fallback: { dueAt, passedAt } }: { fallback: Fallback }) {
  const moment = shortMoment(dueAt)
  return <DueTag urgency={passedAt ? 'late' : 'soon'} text={passedAt ? t.since(moment) : t.on(moment)} at={formatInstant(dueAt)} />
}

/** Cases for which silence counts as consent, before it does and after. */
export const legalPage = page({
  path: LEGAL_PATH,
  right: 'supervision.read',
  read: async ({ unit, actor }) => readLegalLines(unit.tx, actor, await listStaff(unit, actor.officeId), unit.now),
  view: (lines) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <BackLink href={BOARD_PATH} />
        <PageHeading title={t.title} lead={t.lead} />
        <DataTable caption={t.caption} rows={lines} rowKey={(line) => line.id}
          columns={[...FIRST_COLUMNS, { key: 'legal', header: t.column, cell: (line) => <LegalTag fallback={line.fallback} /> }]}
          empty={<EmptyState icon="check-circle" title={t.empty}><p>{t.emptyTodo}</p></EmptyState>} />
        <p class="soft">{t.unsure}</p>
      </>
    ),
  }),
})
