import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { listDivisions } from '../../office/index.ts'
import { getAccount } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { giveRole, lockAccount, resetAccount, takeRole } from '../officer-accounts.ts'
import { type Grant, listGrants } from '../officer-store.ts'
import { RoleFields, roleFields, roleInputOf } from './role-fields.tsx'
import { showOnce } from './shown-once.page.tsx'

const t = officersId.admin

const fields = z.discriminatedUnion('do', [
  z.object({ do: z.literal('peran'), ...roleFields }),
  z.object({ do: z.literal('akhir'), id: z.uuid() }),
  z.object({ do: z.literal('kunci') }),
  z.object({ do: z.literal('buka') }),
  z.object({ do: z.literal('atur-ulang') }),
])

async function read({ unit, actor, params }: Allowed) {
  const id = z.uuid().safeParse(params['id'])
  const there = id.success ? await unit.tx.selectFrom('accounts.accounts').select('id').where('id', '=', id.data)
    .where('office_id', '=', actor.officeId).where('kind', '=', 'officer').executeTakeFirst() : undefined
  if (!there) return undefined
  const today = wibDate(unit.now)
  return {
    account: await getAccount(unit.tx, there.id), grants: await listGrants(unit.tx, there.id), today,
    divisions: await listDivisions(unit.tx, actor.officeId, today),
  }
}

async function act(ask: Allowed, id: string, one: z.output<typeof fields>): Promise<Result<Sent>> {
  const { unit, actor } = ask
  if (one.do === 'atur-ulang') {
    const reset = await resetAccount(unit, actor, id)
    return reset.ok ? ok(await showOnce(ask, id, reset.value)) : reset
  }
  if (one.do === 'peran') {
    const { do: _do, ...typed } = one
    const input = roleInputOf(typed, wibDate(unit.now))
    if (!input.ok) return input
    const given = await giveRole(unit, actor, id, input.value)
    return given.ok ? ok({ goTo: `/admin/akun/${id}?selesai=peran` }) : given
  }
  const done = one.do === 'akhir' ? await takeRole(unit, actor, id, one.id) : await lockAccount(unit, actor, id, one.do === 'kunci')
  return done.ok ? ok({ goTo: `/admin/akun/${id}?selesai=${one.do}` }) : done
}

function Roles({ grants, today }: { grants: Grant[]; today: string }) {
  const isOpen = (grant: Grant) => grant.to === null || grant.to >= today
  return (
    <Card title={t.roles}>
      <DataTable caption={t.roles} quietCaption rows={grants} rowKey={(grant) => grant.id}
        columns={[
          { key: 'role', header: t.role, cell: (grant) => officersId.roles[grant.role] ?? grant.role },
          { key: 'area', header: t.area, cell: (grant) => grant.area ?? officersId.self.wholeOffice },
          { key: 'division', header: t.division, cell: (grant) => grant.divisionId ?? '–' },
          { key: 'from', header: t.since, cell: (grant) => grant.from },
          { key: 'to', header: t.until, cell: (grant) => grant.to ?? t.open },
          {
            key: 'end', header: t.endRole, quiet: true,
            cell: (grant) => isOpen(grant) && <form method="post"><input type="hidden" name="do" value="akhir" /><Button look="link" small name="id" value={grant.id}>{t.endRole}</Button></form>,
          },
        ]} />
    </Card>
  )
}

export const adminAccountPage = page({
  path: '/admin/akun/:id',
  right: 'account.manage',
  fields,
  read,
  send: (ask, one, { account }) => act(ask, account.id, one),
  view({ account, grants, divisions, today }, { actor, query }, { values, problems }) {
    const notice = t.done[query['selesai'] ?? '']
    const own = account.id === actor.accountId
    const locked = account.status === 'locked'
    return {
      title: account.name, variant: 'officer', wrong: problems.length > 0, back: { href: '/admin/akun', text: t.title }, ...(notice ? { notice } : {}),
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={account.name} over={<span class="mono">{account.login}</span>}
            side={<StatusTag tone={locked ? 'warning' : 'success'} text={t.statuses[account.status] ?? account.status} />} />
          <Roles grants={grants} today={today.toString()} />
          {own ? <Notice><p>{t.ownAccount}</p></Notice> : (
            <>
              <Card title={t.give}>
                <form method="post" noValidate class="stack">
                  <input type="hidden" name="do" value="peran" />
                  <RoleFields values={values} problems={problems} divisions={divisions} today={today} />
                  <Button>{t.give}</Button>
                </form>
              </Card>
              <Card title={officersId.self.security}>
                <p class="soft">{t.resetWarning}</p>
                <form method="post" class="row">
                  <Button look="danger" name="do" value="atur-ulang">{t.reset}</Button>
                  <Button look="secondary" name="do" value={locked ? 'buka' : 'kunci'}>{locked ? t.unlock : t.lock}</Button>
                </form>
              </Card>
            </>
          )}
        </>
      ),
    }
  },
})
