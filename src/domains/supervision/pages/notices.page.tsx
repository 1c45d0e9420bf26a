import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import { formatInstant, shortMoment, wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { listDivisions } from '../../office/index.ts'
import { formatPhone } from '../../registry/index.ts'
import { acknowledgeNotices, setContact } from '../acknowledge.ts'
import { supervisionId } from '../messages.id.ts'
import { type WaitingNotice, listWaiting, phonesOf } from '../notice-store.ts'
import { BOARD_PATH, NOTICES_PATH, isUuid } from './address.ts'

const t = supervisionId.notices
const SHOWN = 50

type Model = { notices: WaitingNotice[]; phone: string | undefined; divisions: ReadonlyMap<string, string> }

function addressOf({ kind, subject, applicationId }: WaitingNotice): string {
  if (kind === 'objection') return `/petugas/keberatan/${subject}`
  return kind === 'complaint' ? `/petugas/pengaduan/${subject}` : `/petugas/permohonan/${applicationId ?? ''}`
}

/** Where the warned officer goes on: the case, the objection, or the board for an empty desk. */
function About({ notice, divisions }: { notice: WaitingNotice; divisions: Model['divisions'] }) {
  const what = [`${t.kinds[notice.kind]} ${notice.kind === 'empty-post' ? '' : t.rungs[notice.rung] ?? ''}`.trim(), ...(notice.climb > 0 ? [t.climbed] : [])].join(', ')
  const [role = '', division = ''] = notice.subject.split('@')
  const word = Object.entries(supervisionId.roles).find(([key]) => key === role)?.[1] ?? role
  return (
    <>
      {notice.kind === 'empty-post' ? <a href={BOARD_PATH}>{t.desk(word, divisions.get(division) ?? division)}</a>
        : <a href={addressOf(notice)}><span class="mono">{notice.reference}</span></a>}
      <br />{what}
    </>
  )
}

function List({ notices, divisions }: Model) {
  const moment = (date: Date) => <time datetime={formatInstant(fromDb(date))}>{shortMoment(fromDb(date))}</time>
  return (
    <form method="post" class="stack" action={NOTICES_PATH}>
      <DataTable caption={t.caption} quietCaption rows={notices} rowKey={(one) => one.id} columns={[
        { key: 'about', header: t.columns.about, names: true, cell: (one) => <About notice={one} divisions={divisions} /> },
        { key: 'due', header: t.columns.due, cell: (one) => moment(one.dueAt) },
        { key: 'told', header: t.columns.told, cell: (one) => moment(one.toldAt) },
        { key: 'todo', header: t.columns.todo, quiet: true, cell: (one) => <Button look="secondary" small name="one" value={one.id}>{t.one}</Button> },
      ]} />
      {notices.map((one) => <input type="hidden" key={one.id} name="shown" value={one.id} />)}
      {notices.length > 1 && <div><Button name="act" value="all" icon="check">{t.all}</Button></div>}
    </form>
  )
}

function PhoneForm({ phone, form }: { phone: string | undefined; form: Form }) {
  const typed = form.values['phone']
  return (
    <Card title={t.phoneTitle}>
      <form method="post" class="stack" action={NOTICES_PATH} noValidate>
        <PhoneField name="phone" label={t.phone} hint={t.phoneHint} optional value={typeof typed === 'string' ? typed : phone && formatPhone(phone)}
          error={problemOf(form.problems, 'phone')} />
        <div><Button look="secondary" name="act" value="phone">{t.phoneSave}</Button></div>
      </form>
    </Card>
  )
}

async function read({ unit, actor }: Allowed): Promise<Model> {
  return {
    notices: await listWaiting(unit.tx, actor.accountId, SHOWN), phone: (await phonesOf(unit.tx, [actor.accountId])).get(actor.accountId),
    divisions: new Map((await listDivisions(unit.tx, actor.officeId, wibDate(unit.now))).map((one) => [one.id, one.name])),
  }
}

/** Warnings for whoever signed in, and where else he wants them. */
export const noticesPage = page({
  path: NOTICES_PATH,
  right: 'supervision.read',
  read,
  view(model, { query }, form) {
    const done = Number(query['ditandai'])
    const notice = done > 0 ? t.done(done) : query['nomor'] === undefined ? undefined : t.phoneDone
    return {
      title: t.title, variant: 'officer', wrong: form.problems.length > 0, ...(notice === undefined ? {} : { notice }),
      body: (
        <>
          <BackLink href={BOARD_PATH} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} lead={t.lead} />
          {model.notices.length === 0 ? <EmptyState icon="check-circle" title={t.empty}><p>{t.emptyTodo}</p></EmptyState> : <List {...model} />}
          <PhoneForm phone={model.phone} form={form} />
        </>
      ),
    }
  },
  // Only what the page showed is marked: a warning that came meanwhile was not seen.
  fields: z.object({ act: z.string().optional(), one: z.string().optional(), phone: z.string().max(40).default(''), shown: z.union([z.string(), z.array(z.string())]).default([]) }),
  async send({ unit, actor }, { act, one, phone, shown }): Promise<Result<Sent>> {
    if (act === 'phone') {
      const set = await setContact(unit, actor, phone)
      return set.ok ? ok({ goTo: `${NOTICES_PATH}?nomor` }) : set
    }
    const ids = one === undefined ? [shown].flat() : [one]
    const done = await acknowledgeNotices(unit, actor, ids.filter(isUuid).slice(0, SHOWN))
    return done.ok ? ok({ goTo: `${NOTICES_PATH}?ditandai=${done.value.acknowledged}` }) : done
  },
})
