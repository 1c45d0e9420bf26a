import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FileItem } from '../../../ui/file-item.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary, type SummaryRow } from '../../../ui/summary.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { formatPhone } from '../../registry/index.ts'
import { citizenId } from '../citizen-words.id.ts'
import { complaintsId } from '../messages.id.ts'
import type { Ticket } from '../ticket.ts'
import { DESK } from './paths.ts'
import { fileDetail } from './public-ticket.tsx'
import type { TicketModel } from './ticket-model.ts'

const t = complaintsId.ticket

const row = (label: string, value: SummaryRow['value']): SummaryRow[] => (value === undefined || value === null || value === '' ? [] : [{ label, value }])
const moment = (date: Date | null) => date && <time datetime={formatInstant(fromDb(date))}>{shortMoment(fromDb(date))}</time>

function rowsOf({ ticket, reporter, staff, application, cooperative }: TicketModel): SummaryRow[] {
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? ''
  return [
    ...row(t.channel, complaintsId.channels[ticket.channel]), ...row(t.identity, complaintsId.identities[ticket.identity]), ...row(t.name, reporter?.name),
    ...row(t.phone, reporter?.phone ? formatPhone(reporter.phone) : undefined), ...row(t.received, moment(ticket.receivedAt)), ...row(t.due, moment(ticket.dueAt)),
    ...row(t.class, ticket.class && complaintsId.classes[ticket.class]), ...row(t.category, ticket.category && citizenId.categories[ticket.category]),
    ...row(t.holder, ticket.assignedTo === null ? '' : nameOf(ticket.assignedTo)), ...row(t.place, ticket.place), ...row(t.service, ticket.serviceCode),
    ...row(t.application, application && <a href={`/petugas/permohonan/${ticket.applicationId ?? ''}`}>{application}</a>),
    ...row(t.cooperative, cooperative ? <a href={`/petugas/koperasi/${ticket.cooperativeId ?? ''}`}>{cooperative}</a> : ticket.cooperativeName),
    ...row(t.inspection, ticket.forInspection ? (ticket.isMember ? t.member : t.cooperative) : ''), ...row(t.about, [ticket.aboutPost && citizenId.form.posts[ticket.aboutPost], ticket.aboutName].filter(Boolean).join(', ')),
    ...row(t.named, ticket.named.map(nameOf).join(', ')), ...row(t.lapor, ticket.laporNumber), ...row(t.outcome, ticket.outcome && complaintsId.outcomes[ticket.outcome]),
    ...row(t.score, ticket.score === null ? '' : `${ticket.score}/4`),
  ]
}

const Story = ({ text }: { text: string }) => <>{text.split(/\n+/).map((part, at) => <p key={`${at} ${part.slice(0, 20)}`}>{part}</p>)}</>

function itemsOf({ entries, staff }: TicketModel): TimelineItem[] {
  return entries.map((entry): TimelineItem => {
    const name = entry.byAccount === null ? undefined : staff.find((one) => one.id === entry.byAccount)?.name
    const role = citizenId.roles[entry.byRole] ?? entry.byRole
    return {
      state: 'done', title: citizenId.steps[entry.step] ?? complaintsId.steps[entry.step] ?? entry.step, when: shortMoment(fromDb(entry.at)), at: formatInstant(fromDb(entry.at)), by: name === undefined ? role : `${name}, ${role}`,
      ...(entry.words === '' ? {} : { note: <>{entry.words}{!entry.shown && <> <StatusTag tone="neutral" text={t.hidden} /></>}</> }),
    }
  })
}

/** Tickets that may say the same, and those answered together with this one. */
function Alike({ model: { ticket, alike, members, lead } }: { model: TicketModel }) {
  const to = (one: Ticket) => <a href={`${DESK}/${one.id}`}><span class="mono">{one.reference}</span></a>
  if (alike.length === 0 && members.length === 0 && !lead) return null
  return (
    <Card title={lead ? t.lead : t.duplicates}>
      {lead && <form method="post" action={`${DESK}/${ticket.id}`} class="row"><span>{to(lead)}</span><Button name="act" value="ungroup" look="secondary" small>{t.ungroup}</Button></form>}
      {members.length > 0 && <><p>{t.members(members.length)}</p><ul>{members.map((one) => <li key={one.id}>{to(one)}</li>)}</ul></>}
      {!lead && members.length === 0 && (
        <>
          <p class="soft">{t.duplicatesLead}</p>
          <form method="post" action={`${DESK}/${ticket.id}`}>
            <input type="hidden" name="act" value="group" />
            <DataTable caption={t.duplicates} quietCaption rows={alike} rowKey={(one) => one.ticket.id} columns={[
              { key: 'ticket', header: complaintsId.queue.reference, names: true, cell: (one) => to(one.ticket) },
              { key: 'why', header: t.why, cell: ({ likeness }) => t.because(likeness.because.map((reason) => complaintsId.likeness[reason]).join(', '), likeness.shared.slice(0, 6).join(', ')) },
              { key: 'act', header: t.acts, quiet: true, cell: (one) => <Button name="lead" value={one.ticket.id} look="secondary" small>{t.group}</Button> },
            ]} />
          </form>
        </>
      )}
    </Card>
  )
}

/** What is known of a ticket, as an officer reads it. */
export function TicketFacts({ model }: { model: TicketModel }) {
  const { ticket, files } = model
  return (
    <>
      {ticket.openTo !== null && <Notice tone="warning" title={t.confidential}><p>{t.confidentialMore}</p></Notice>}
      <Card title={t.words}><Story text={ticket.words} />{ticket.wanted !== '' && <><h3>{t.wanted}</h3><Story text={ticket.wanted} /></>}</Card>
      {files.length > 0 && (
        <Card title={t.files}>
          {files.map((one, at) => <FileItem key={one.id} fileName={t.file(at + 1)} detail={`${one.fromOffice ? t.ours : t.theirs}, ${fileDetail(one)}`} href={`${DESK}/${ticket.id}/berkas/${one.id}`} />)}
        </Card>
      )}
      <Alike model={model} />
      <Card title={t.facts}><Summary rows={rowsOf(model)} /></Card>
      <Card title={t.history}><Timeline items={itemsOf(model)} /></Card>
    </>
  )
}
