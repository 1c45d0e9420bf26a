import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { officeId } from '../messages.id.ts'
import { type Alias, type KeptRegion, addAlias, endRegion, findRegion, listAliases, renameRegion } from '../region-store.ts'
import { getOffice } from '../store.ts'
import { type Reading, again, dateAgain, dayText, reading } from './form.ts'
import { ActForm, adminScreen, problemsFor } from './frame.tsx'

const t = officeId.regions
const ACTS = ['rename', 'end'] as const

type Model = { region: KeptRegion; aliases: Alias[]; today: string }

async function readModel({ unit, actor, params }: Allowed): Promise<Model | undefined> {
  const { regionCode } = await getOffice(unit.tx, actor.officeId)
  const region = await findRegion(unit.tx, regionCode, params['code'] ?? '')
  return region && { region, aliases: await listAliases(unit.tx, region.code), today: wibDate(unit.now).toString() }
}

function ChangeForm({ form }: { form: Form }) {
  return (
    <ActForm act="change" title={t.change} button={t.button} form={form}>
      <RadioGroup name="kind" label={t.act} choices={ACTS.map((value) => ({ value, label: t.acts[value] }))} value={again(form, 'kind')} error={problemOf(form.problems, 'kind')} />
      <TextField name="name" label={t.rename} hint={t.renameHint} value={again(form, 'name')} maxLength={100} error={problemOf(form.problems, 'name')} optional />
      <DateField name="on" label={t.on} value={dateAgain(form, 'on')} error={problemOf(form.problems, 'on')} />
      <TextField name="basis" label={t.basis} hint={officeId.fields.basisHint} value={again(form, 'basis')} maxLength={200} error={problemOf(form.problems, 'basis')} />
    </ActForm>
  )
}

function AliasForm({ form }: { form: Form }) {
  return (
    <ActForm act="alias" title={t.addAlias} button={t.aliasButton} form={form}>
      <TextField name="alias" label={t.alias} hint={t.aliasHint} value={again(form, 'alias')} maxLength={100} error={problemOf(form.problems, 'alias')} />
    </ActForm>
  )
}

function Body({ model: { region, aliases }, form }: { model: Model; form: Form }) {
  return (
    <>
      <Summary rows={[
        { label: t.code, value: <span class="mono">{region.code}</span> }, { label: t.kind, value: t.kinds[region.kind] ?? region.kind }, { label: t.from, value: dayText(region.validFrom) },
        { label: t.state, value: region.validTo === null ? t.active : t.until(dayText(region.validTo)) }, { label: t.basis, value: region.basis },
      ]} />
      <Card title={t.aliases}>
        {aliases.length > 0 && <Summary rows={aliases.map((one) => ({ label: one.alias, value: one.source }))} />}
        <AliasForm form={problemsFor(form, 'alias')} />
      </Card>
      {region.validTo === null && region.kind !== 'district' && <ChangeForm form={problemsFor(form, 'change')} />}
    </>
  )
}

async function change({ unit, actor }: Allowed, read: Reading, { region, today }: Model): Promise<Result<undefined>> {
  const [kind, on, basis] = [read.choice('kind', ACTS, t.actNeeded), read.date('on', t.on), read.text('basis', 200, officeId.fields.basisNeeded)]
  const name = kind === 'rename' ? read.text('name', 100, officeId.fields.text(t.rename, 100)) : ''
  if (on > today) read.problem('on', t.notFuture)
  if (read.problems.length > 0) return invalid(read.problems)
  return kind === 'rename' ? renameRegion(unit, actor, region, { name, on, basis, oldSource: t.oldName(dayText(on), basis) }) : endRegion(unit, actor, region, { last: on, basis })
}

/** One village: its names and their history, and what may be changed about it. */
export const regionPage = page({
  path: '/admin/wilayah/:code',
  right: 'reference.manage',
  fields: z.looseObject({ act: z.enum(['alias', 'change']) }),
  read: readModel,
  view: (model, { query }, form) => ({
    ...adminScreen({ title: model.region.name, form, notice: officeId.saved[query['sudah'] ?? ''], children: <Body model={model} form={form} /> }),
    back: { href: `/admin/wilayah?kecamatan=${model.region.parentCode ?? ''}`, text: t.title },
  }),
  async send(ask, fields, model): Promise<Result<Sent>> {
    const read = reading(fields as Form['values'])
    const alias = fields.act === 'alias' ? read.text('alias', 100, officeId.fields.text(t.alias, 100)) : ''
    const done = fields.act === 'change' ? await change(ask, read, model)
      : read.problems.length > 0 ? invalid(read.problems) : await addAlias(ask.unit, ask.actor, model.region, { alias, source: t.office })
    return done.ok ? ok({ goTo: `/admin/wilayah/${model.region.code}?sudah=${fields.act === 'alias' ? 'added' : 'changed'}` }) : done
  },
})
