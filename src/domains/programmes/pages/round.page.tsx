import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Desk } from '../../../ui/desk.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup } from '../../../ui/fields/choices.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type RoundCase, listRoundCases, statusText } from '../../applications/index.ts'
import { type HeldRound, type ServiceDefinition, cancelRound, findRound, findServiceOn, roundState } from '../../services/index.ts'
import { scoreText } from '../core/ranking.ts'
import { programmesId } from '../messages.id.ts'
import { rankRound } from '../rank.ts'
import { countSheets, namePanel } from '../score.ts'
import { type KeptPlacement, type PanelMember, listOfficers, listPanel, listPlacements } from '../store.ts'
import { dayText } from './dates.ts'
import { PATH, TONE } from './rounds.page.tsx'

const t = programmesId.office

type Row = RoundCase & { sheets: number; mayScore: boolean }
type Model = {
  round: HeldRound; service: ServiceDefinition; today: string; panel: PanelMember[]; officers: PanelMember[]; cases: Row[]; placements: KeptPlacement[]; mayManage: boolean
}

const caseColumns = (panel: number): Column<Row>[] => [
  { key: 'reference', header: t.caseColumns.reference, names: true, cell: (row) => <a class="mono" href={`/petugas/permohonan/${row.id}`}>{row.reference}</a> },
  { key: 'status', header: t.caseColumns.status, cell: (row) => statusText(row.status) },
  { key: 'sheets', header: t.caseColumns.sheets, end: true, cell: (row) => t.sheetsOf(row.sheets, panel) },
  { key: 'act', header: t.caseColumns.act, quiet: true, cell: (row) => row.mayScore && <a href={`${PATH}/nilai/${row.id}`}>{t.score}</a> },
]

const PLACES: Column<KeptPlacement>[] = [
  { key: 'rank', header: t.place, end: true, cell: (row) => row.rank },
  { key: 'reference', header: t.caseColumns.reference, names: true, cell: (row) => <a class="mono" href={`/petugas/permohonan/${row.applicationId}`}>{row.reference}</a> },
  { key: 'score', header: t.given, end: true, cell: (row) => scoreText(row) },
  { key: 'why', header: t.why, cell: (row) => programmesId.outcome[row.outcome] },
]

function Panel({ model, form }: { model: Model; form: Form }) {
  const { panel, officers, service, placements, cases } = model
  const isFixed = placements.length > 0 || cases.some((one) => one.sheets > 0)
  if (isFixed || !model.mayManage) return <Card title={t.panel}><ul>{panel.map((one) => <li key={one.accountId}>{one.name}</li>)}</ul></Card>
  return (
    <Disclosure summary={`${t.panel} (${panel.length})`} open={panel.length === 0 || form.problems.length > 0}>
      <form method="post" class="stack">
        <p>{t.panelLead(service.scoring?.panel ?? 1)}</p>
        <CheckboxGroup name="panel" label={t.panelMembers} values={panel.map((one) => one.accountId)} error={problemOf(form.problems, 'panel')}
          choices={officers.map((one) => ({ value: one.accountId, label: one.name }))} />
        <div><Button name="do" value="panel">{t.panelButton}</Button></div>
      </form>
    </Disclosure>
  )
}

function Acts({ model, form }: { model: Model; form: Form }) {
  const { round, today, placements } = model
  const state = roundState(round, today)
  if (!model.mayManage || placements.length > 0) return null
  return (
    <>
      {state === 'closed' && <Card title={t.rank}><p>{t.rankLead}</p><form method="post"><Button name="do" value="rank" icon="check">{t.rank}</Button></form></Card>}
      {(state === 'planned' || state === 'open') && (
        <Disclosure summary={t.cancel} open={problemOf(form.problems, 'reason') !== undefined}>
          <form method="post" class="stack prose" noValidate>
            <TextField name="reason" label={t.cancelReason} maxLength={300} value={typedIn(form, 'reason')} error={problemOf(form.problems, 'reason')} />
            <div><Button look="danger" name="do" value="cancel">{t.cancelButton}</Button></div>
          </form>
        </Disclosure>
      )}
    </>
  )
}

/** One round: who scores, what was scored, and the ranking. */
export const roundPage = page({
  path: `${PATH}/:id`,
  right: 'round.read',
  async read({ unit, actor, params }): Promise<Model | undefined> {
    const round = await findRound(unit.tx, params['id'] ?? '')
    const service = round?.officeId === actor.officeId ? await findServiceOn(unit.tx, round.serviceCode, round.opensOn) : undefined
    if (!round || !service) return undefined
    const [panel, cases] = [await listPanel(unit.tx, round.id), await listRoundCases(unit.tx, round.id)]
    const sheets = await countSheets(unit, cases, round.id)
    const isMember = panel.some((one) => one.accountId === actor.accountId)
    return {
      round, service: service.definition, panel, today: wibDate(unit.now).toString(), officers: await listOfficers(unit.tx, actor.officeId),
      cases: cases.map((one) => ({ ...one, sheets: sheets.get(one.id) ?? 0, mayScore: isMember && one.status === 'scoring' && one.enteredBy !== actor.accountId })),
      placements: await listPlacements(unit.tx, round.id), mayManage: areasFor(actor, 'round.manage') === 'all',
    }
  },
  view(model, { query }, form) {
    const { round, service, today, panel, cases, placements } = model
    const state = roundState(round, today)
    const said: Record<string, string> = { rank: t.ranked, cancel: t.cancelled, panel: t.saved }
    return {
      title: round.name, variant: 'officer', wrong: form.problems.length > 0, back: { href: PATH, text: t.back }, ...(said[query['sudah'] ?? ''] ? { notice: said[query['sudah'] ?? ''] } : {}),
      body: (
        <Desk problems={form.problems} title={round.name} lead={service.name.id} side={<StatusTag tone={TONE[state]} text={programmesId.state[state]} />}>
          <Card title={t.facts}>
            <Summary rows={[
              { label: t.opensOn, value: dayText(round.opensOn) }, { label: t.closesOn, value: dayText(round.closesOn) },
              { label: t.quota, value: String(round.quota) }, { label: t.basis, value: round.basis },
            ]} />
          </Card>
          <Panel model={model} form={form} />
          <Acts model={model} form={form} />
          {placements.length > 0 && <DataTable caption={t.result} columns={PLACES} rows={placements} rowKey={(row) => row.applicationId} />}
          <DataTable caption={t.cases} columns={caseColumns(panel.length)} rows={cases} rowKey={(row) => row.id} empty={<p>{t.noCases}</p>} />
        </Desk>
      ),
    }
  },
  fields: z.object({ do: z.enum(['panel', 'rank', 'cancel']), panel: z.union([z.string(), z.array(z.string())]).default([]), reason: z.string().trim().max(300).default('') }),
  async send({ unit, actor }, fields, { round, service, mayManage }) {
    if (!mayManage) return { ok: false, error: { kind: 'forbidden', code: 'not-your-task', message: '' } }
    if (fields.do === 'cancel' && fields.reason.length < 3) return invalid([{ field: 'reason', message: t.cancelNeeded }])
    const done = fields.do === 'rank' ? await rankRound(unit, actor, round)
      : fields.do === 'cancel' ? await cancelRound(unit, actor, round.id, fields.reason)
        : await namePanel(unit, actor, round, service.scoring?.panel ?? 1, [fields.panel].flat())
    return done.ok ? ok({ goTo: `${PATH}/${round.id}?sudah=${fields.do}` }) : done
  },
})
