import type { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../../../kernel/wib.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DueTag } from '../../../../ui/due-tag.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { findCooperativeCard } from '../../../cooperatives/index.ts'
import { findBusinessCard, findPersonCard } from '../../../registry/index.ts'
import { type ServiceDefinition, getDefinition } from '../../../services/index.ts'
import { OPEN, turnOf } from '../../core/life.ts'
import { type OwnRow, listOwn } from '../../own-store.ts'
import { caseWordsOf, formWordsOf, wordsOf } from './case-file.ts'
import { TONE, urgencyOf } from './case-story.ts'
import { variantFor } from './frame.tsx'
import { momentText } from './moment-text.ts'

const SHOWN = 50

type Row = OwnRow & { definition: ServiceDefinition; subjectName: string | undefined; ownerName: string | undefined }

function dueOfRow(row: OwnRow): Temporal.Instant | undefined {
  if (row.status === 'submitted') return row.intakeDueAt ? fromDb(row.intakeDueAt) : undefined
  return OPEN.includes(row.status) && row.dueAt ? fromDb(row.dueAt) : undefined
}

function heldText(row: Row, lang: 'id' | 'en'): string | undefined {
  const words = wordsOf(lang)
  if (row.status === 'draft' || row.status === 'returned') return words.list.withYou
  const state = { status: row.status, accepted: row.acceptedAt !== null, initials: row.definition.initials, life: row.definition.life, initialsGiven: row.initialsGiven }
  const role = words.roles[turnOf(state)[0] ?? '']
  return role && words.list.heldBy(role)
}

function Line({ row, ask }: { row: Row; ask: Allowed }) {
  const words = wordsOf(ask.lang)
  const t = words.list
  const due = dueOfRow(row)
  const act = row.status === 'draft' ? t.resume : row.status === 'returned' ? t.mend : row.status === 'issued' ? t.letter : t.look
  const mine = row.status === 'draft' || row.status === 'returned' || row.status === 'issued'
  return (
    <Card title={row.subjectName ?? row.definition.name[ask.lang]}
      side={<StatusTag tone={TONE[row.status]} text={caseWordsOf(ask.lang).status[row.status]} />}>
      <p class="soft">{row.definition.name[ask.lang]} · <span class="mono">{row.reference}</span></p>
      {row.ownerName && <p>{t.forWhom(row.ownerName)}</p>}
      {heldText(row, ask.lang) && <p>{heldText(row, ask.lang)}</p>}
      {due && <p><DueTag urgency={urgencyOf(due, ask.unit.now)} text={words.case.due(momentText(due, ask.lang, ask.unit.now))} at={formatInstant(due)} /></p>}
      <div class="row">
        <ButtonLink href={`/permohonan/${row.id}`} look={mine ? 'primary' : 'secondary'} small>
          {act}<span class="visually-hidden"> {row.reference}</span>
        </ButtonLink>
      </div>
    </Card>
  )
}

/** The name of what it is asked for; a person asks for himself. */
async function subjectName(tx: Tx, { businessId, cooperativeId }: OwnRow): Promise<string | undefined> {
  if (businessId) return (await findBusinessCard(tx, businessId))?.name
  return cooperativeId ? (await findCooperativeCard(tx, cooperativeId))?.name : undefined
}

/** The applications of the one who is signed in; for an officer those he filled in for citizens. */
export const listPage = page({
  path: '/permohonan',
  right: 'application.list',
  async read({ unit, actor }): Promise<Row[]> {
    const rows: Row[] = []
    for (const row of await listOwn(unit.tx, actor, SHOWN)) {
      rows.push({
        ...row, definition: await getDefinition(unit.tx, row.definitionId),
        subjectName: await subjectName(unit.tx, row),
        ownerName: actor.kind === 'officer' ? (await findPersonCard(unit.tx, row.ownerId))?.name : undefined,
      })
    }
    return rows
  },
  view(rows, ask) {
    const t = wordsOf(ask.lang).list
    const helper = ask.actor.kind === 'officer'
    const title = helper ? t.titleHelper : t.title
    return {
      title, variant: variantFor(ask),
      body: (
        <>
          <PageHeading title={title} />
          <div class="row">
            <ButtonLink href={helper ? '/petugas/bantu' : '/layanan'} icon="pen" look={rows.length > 0 ? 'secondary' : 'primary'}>{t.begin}</ButtonLink>
            {helper && <ButtonLink href="/permohonan/lanjutkan" look="secondary">{formWordsOf(ask.lang).resume.link}</ButtonLink>}
          </div>
          {rows.length === 0 ? <EmptyState title={t.empty}><p>{t.emptyMore}</p></EmptyState> : rows.map((row) => <Line key={row.id} row={row} ask={ask} />)}
          {rows.length === SHOWN && <p class="soft">{t.limited(SHOWN)}</p>}
        </>
      ),
    }
  },
})
