import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { longMoment, shortMoment } from '../../../kernel/wib.ts'
import type { Allowed, Ask } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findPersonByNationalId, readNationalId, readPhone } from '../../registry/index.ts'
import { findAccountByLogin } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { type WaitingChange, listWaitingChanges } from '../phone-change-store.ts'
import { commit } from '../sign-in.ts'
import { countTry } from '../throttle-store.ts'
import { typed } from './typed.ts'

const t = officersId.phone

const fields = z.object({ nationalId: z.string().optional(), phone: z.string().optional() })

/** A NIK or number never stands in an address: it is posted, and the answer leads on by an id. */
async function search(ask: Allowed<Ask>, { nationalId, phone }: z.output<typeof fields>): Promise<Result<Sent>> {
  const field = phone === undefined ? 'nationalId' : 'phone'
  const read = phone === undefined ? readNationalId(nationalId ?? '') : readPhone(phone)
  if (!read.ok) return invalid([{ field, message: read.error }])
  const limit = await countTry(ask.tools, 'search-of-officer', ask.actor.accountId)
  if (!limit.allowed) return invalid([{ field, message: t.tooManySearches(limit.retryAt) }])
  const { keys } = ask.tools
  const value = read.value
  const personId = await commit(ask, async ({ tx }) => (typeof value === 'string'
    ? (await findAccountByLogin(tx, ask.actor.officeId, value))?.personId
    : (await findPersonByNationalId(tx, keys, ask.actor.officeId, value.digits))?.id))
  if (!personId) return invalid([{ field, message: field === 'phone' ? t.phoneFree : t.notFound }])
  return ok({ goTo: `/petugas/ganti-nomor/orang/${personId}${field === 'phone' ? '?lepas=1' : ''}` })
}

function Waiting({ rows, accountId }: { rows: WaitingChange[]; accountId: string }) {
  return (
    <Card title={t.waiting}>
      <DataTable caption={t.waiting} quietCaption rows={rows} rowKey={(row) => row.id} empty={<EmptyState title={t.none} />}
        columns={[
          { key: 'at', header: t.asked, cell: (row) => <time datetime={row.requestedAt.toString()} title={longMoment(row.requestedAt)}>{shortMoment(row.requestedAt)}</time> },
          { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
          { key: 'by', header: t.by, cell: (row) => row.requester },
          {
            key: 'open', header: t.open, quiet: true,
            cell: (row) => (row.requestedBy === accountId ? <span class="soft">{t.own}</span> : <a href={`/petugas/ganti-nomor/permintaan/${row.id}`}>{t.open}</a>),
          },
        ]} />
    </Card>
  )
}

export const phoneChangePage = page({
  path: '/petugas/ganti-nomor',
  right: 'phone.change',
  fields,
  read: async ({ unit, actor }) => ({ waiting: await listWaitingChanges(unit.tx, actor.officeId) }),
  sendApart: search,
  view({ waiting }, { actor, query }, { values, problems }) {
    const notice = t.done[query['selesai'] ?? '']
    return {
      title: t.title, variant: 'officer', wrong: problems.length > 0, ...(notice ? { notice } : {}),
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <Waiting rows={waiting} accountId={actor.accountId} />
          <Card title={t.findTitle}>
            <form method="post" action="/petugas/ganti-nomor" noValidate class="stack">
              <TextField name="nationalId" label={t.nationalId} inputMode="numeric" autoComplete="off" width={16} maxLength={24}
                value={typed(values, 'nationalId')} error={problemOf(problems, 'nationalId')} />
              <Button>{t.find}</Button>
            </form>
          </Card>
          <Card title={t.byPhoneTitle}>
            <p class="soft">{t.byPhoneLead}</p>
            <form method="post" action="/petugas/ganti-nomor" noValidate class="stack">
              <PhoneField name="phone" label={t.oldPhone} value={typed(values, 'phone')} error={problemOf(problems, 'phone')} />
              <Button look="secondary">{t.byPhone}</Button>
            </form>
          </Card>
        </>
      ),
    }
  },
})
