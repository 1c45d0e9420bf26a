import { Temporal } from 'temporal-polyfill'
import { longDate, shortDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { type FlagMark, type LookFlag, countOpenFlags, listFlags } from '../flag-store.ts'
import { lookRules } from '../look-rules.ts'
import { privacyId } from '../messages.id.ts'
import { ROOT, privacyScreen } from './frame.tsx'

const t = privacyId.flags
const PATH = `${ROOT}/lihat`
const SHOWN = 50

const dayOf = (flag: LookFlag) => Temporal.PlainDate.from(flag.day)

const COLUMNS: Column<LookFlag>[] = [
  { key: 'day', header: t.day, names: true, cell: (flag) => <a href={`${PATH}/${flag.id}`}>{shortDate(dayOf(flag))}</a> },
  { key: 'officer', header: t.officer, cell: (flag) => flag.officer },
  { key: 'why', header: t.why, cell: (flag) => t.words(flag.rule, flag.facts) },
  {
    key: 'state', header: t.state,
    cell: ({ verdict }) => (verdict === undefined ? <StatusTag tone="warning" text={t.open} /> : <StatusTag tone={verdict === 'explained' ? 'success' : 'info'} text={t.verdicts[verdict]} />),
  },
]

function markOf(text: string | undefined): FlagMark | undefined {
  const [, day = '', id = ''] = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return id === '' ? undefined : { day, id }
}

/** Unusual look-ups, for whoever must ask about them. */
export const flagsPage = page({
  path: PATH,
  right: 'look.review',
  async read({ unit, actor, query }) {
    const open = query['saring'] !== 'dijawab'
    const after = markOf(query['sesudah'])
    return { open, isLater: after !== undefined, waiting: await countOpenFlags(unit.tx, actor.officeId), rules: await lookRules(),
      ...await listFlags(unit.tx, actor.officeId, { open, after, limit: SHOWN }) }
  },
  view({ flags, next, open, isLater, waiting, rules }) {
    const here = open ? PATH : `${PATH}?saring=dijawab`
    return privacyScreen({
      tab: 'flags', title: t.title, lead: t.lead,
      children: (
        <>
          <Tabs label={t.state} items={[{ href: PATH, text: t.open, current: open, count: waiting }, { href: `${PATH}?saring=dijawab`, text: t.done, current: !open }]} />
          <DataTable caption={t.title} quietCaption columns={COLUMNS} rows={flags} rowKey={(flag) => flag.id}
            empty={open ? <EmptyState icon="check-circle" title={t.none}><p>{t.noneLead}</p></EmptyState> : <EmptyState title={t.noneDone} />} />
          {flags.length > 0 && (
            <Pagination position={t.count(flags.length)} previous={isLater ? here : undefined}
              next={next && `${here}${open ? '?' : '&'}sesudah=${next.day}_${next.id}`} />
          )}
          <p class="soft">{t.rules}: {t.rulesLead(rules.version, longDate(Temporal.PlainDate.from(rules.validFrom)))}</p>
        </>
      ),
    })
  },
})
