import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { listOfficerAccounts } from '../../accounts/index.ts'
import { officeId } from '../messages.id.ts'
import { addOfficial, endOfficial, listOfficials } from '../official-store.ts'
import { listDivisions } from '../settings-store.ts'
import { type Reading, reading } from './form.ts'
import { adminScreen } from './frame.tsx'
import { OfficialsBody, type OfficialsModel, POSITIONS, STANDINGS } from './officials-view.tsx'

const t = officeId.officials
const PATH = '/admin/pejabat'

async function readModel({ unit, actor }: Allowed): Promise<OfficialsModel> {
  return {
    today: wibDate(unit.now), officials: await listOfficials(unit.tx, actor.officeId), accounts: await listOfficerAccounts(unit.tx, actor.officeId),
    divisions: (await listDivisions(unit.tx, actor.officeId)).filter((one) => one.validTo === null),
  }
}

function appointment(read: Reading, { accounts, divisions }: OfficialsModel) {
  const one = {
    position: read.choice('position', POSITIONS, t.positionNeeded), standing: read.choice('standing', STANDINGS, t.standingNeeded), accountId: read.choice('account', accounts.map(({ id }) => id), t.accountNeeded),
    divisionId: read.raw('division') === '' ? null : read.choice('division', divisions.map(({ id }) => id), t.divisionNeeded) ?? null,
    name: read.text('name', 120, officeId.fields.text(t.name, 120)), title: read.text('title', 120, officeId.fields.text(t.jobTitle, 120)),
    rank: read.optional('rank', 80, t.rank), employeeNumber: read.optional('number', 30, t.number)?.replaceAll(' ', '') ?? null,
    decree: read.text('decree', 120, t.decreeNeeded), validFrom: read.date('from', t.from), validTo: read.optionalDate('to', t.to),
  }
  if (one.employeeNumber !== null && !/^\d{18}$/.test(one.employeeNumber)) read.problem('number', t.numberWrong)
  // The letter prints both of whoever signs it.
  if (one.position === 'office-head' && one.rank === null) read.problem('rank', t.rankNeeded)
  if (one.position === 'office-head' && one.employeeNumber === null) read.problem('number', t.numberNeeded)
  if (one.standing === 'daily-acting' && one.validTo === null) read.problem('to', t.toNeeded)
  if (one.validTo !== null && one.validFrom !== '' && one.validTo < one.validFrom) read.problem('to', officeId.fields.past)
  if (one.position === 'division-head' && one.divisionId === null) read.problem('division', t.divisionNeeded)
  if (one.position !== undefined && one.position !== 'division-head' && one.divisionId !== null) read.problem('division', t.divisionNot)
  return one
}

async function appoint({ unit, actor }: Allowed, read: Reading, model: OfficialsModel): Promise<Result<Sent>> {
  const { position, standing, accountId, ...rest } = appointment(read, model)
  if (read.problems.length > 0 || !position || !standing || !accountId) return invalid(read.problems)
  const added = await addOfficial(unit, actor, { position, standing, accountId, ...rest })
  return added.ok ? ok({ goTo: `${PATH}?sudah=added` }) : added
}

async function end({ unit, actor }: Allowed, read: Reading): Promise<Result<Sent>> {
  const [id, last] = [read.text('official', 40, t.choose), read.date('last', t.endOn)]
  if (read.problems.length > 0) return invalid(read.problems)
  const ended = await endOfficial(unit, actor, id, last)
  return ended.ok ? ok({ goTo: `${PATH}?sudah=ended` }) : ended
}

/** Who initials and signs, from when to when, and who acts for them. */
export const officialsPage = page({
  path: PATH,
  right: 'official.manage',
  read: readModel,
  fields: z.looseObject({ act: z.enum(['add', 'end']) }),
  view: (model, { query }, form) => adminScreen({ title: t.title, lead: t.lead, form, notice: officeId.saved[query['sudah'] ?? ''], children: <OfficialsBody model={model} form={form} /> }),
  send: (ask, fields, model) => (fields.act === 'add' ? appoint(ask, reading(fields as Form['values']), model) : end(ask, reading(fields as Form['values']))),
})
