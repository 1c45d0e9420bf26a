import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { packedRoute, streamed } from '../../../platform/export/respond.ts'
import { MEDIA_TYPES } from '../../../platform/export/source.ts'
import { openTicket, sealTicket } from '../../../platform/export/ticket.ts'
import { tracedExport } from '../../../platform/export/traced.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { download, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { getOffice, listDistricts } from '../../office/index.ts'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { businessExport, filterCodes } from '../export/business-source.ts'
import { SCALE_CHOICES, ticketSchema } from '../export/ticket.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { ExportChoices, chosen, exportFields, labelled, takenFor, typedCode } from './export-choices.tsx'
import { fillFrom } from './wording.ts'

const PATH = '/petugas/ekspor'

const fields = z.object({
  kecamatan: typedCode(/^(\d\d\.\d\d\.\d\d)?$/, w.districtWrong), desa: typedCode(/^(\d\d\.\d\d\.\d\d\.\d{4})?$/, w.villageWrong),
  kbli: typedCode(/^(\d{2,5})?$/, w.kbliWrong), golongan: chosen(SCALE_CHOICES), status: chosen(BUSINESS_STATUSES), ...exportFields,
})

/** Which register is taken from: each has a page of its own. */
export const ExportTabs = ({ current }: { current: keyof typeof w.sets }) => (
  <Tabs label={w.setsLabel} items={[
    { href: PATH, text: w.sets.businesses, current: current === 'businesses' },
    { href: '/petugas/koperasi/ekspor', text: w.sets.cooperatives, current: current === 'cooperatives' },
  ]} />
)

/** Chooses what leaves the registry, in which form and what for. The filters of the list come along in the address. */
const exportPage = page({
  path: PATH,
  right: 'registry.export',
  fields,
  read: async ({ unit, actor }) => ({ districts: await listDistricts(unit.tx, (await getOffice(unit.tx, actor.officeId)).regionCode) }),
  view({ districts }, { query }, form): Screen {
    const { problems } = form
    const typedIn = fillFrom(form)
    const fill = (key: string) => typedIn(key) ?? query[key]
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <ExportTabs current="businesses" />
          <form method="post" action={PATH} noValidate class="stack">
            <p>{w.emptyIsAll}</p>
            <SelectField name="kecamatan" label={w.district} value={fill('kecamatan')} error={problemOf(problems, 'kecamatan')}
              choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
            <TextField name="desa" label={w.village} hint={w.villageHint} value={fill('desa')} width={16} maxLength={13} error={problemOf(problems, 'desa')} />
            <TextField name="kbli" label={w.kbli} hint={w.kbliHint} value={fill('kbli')} inputMode="numeric" width={8} maxLength={5} error={problemOf(problems, 'kbli')} />
            <SelectField name="golongan" label={w.scale} value={fill('golongan')} choices={labelled(SCALE_CHOICES, w.scales)} />
            <SelectField name="status" label={w.status} value={fill('status')} choices={labelled(BUSINESS_STATUSES, choiceLabels.status)} />
            <ExportChoices form={form} query={query} numbersHint={w.numbersHint} />
            <Button>{w.button}</Button>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { kecamatan, desa, kbli, golongan, status, ...typed }) {
    const taken = takenFor(typed)
    if (!taken.ok) return taken
    const ticket = sealTicket(tools.keys, unit.now.epochMilliseconds, {
      ...taken.value, set: 'businesses', account: actor.accountId, filter: { district: kecamatan, village: desa, kbli, scale: golongan, status },
    })
    return ok({ goTo: `${PATH}/${ticket}` })
  },
})

async function readExport({ unit, tools, actor, params }: Allowed): Promise<Response | undefined> {
  const ticket = openTicket(tools.keys, unit.now.epochMilliseconds, actor.accountId, params['ticket'] ?? '', ticketSchema)
  const areas = areasFor(actor, 'registry.export')
  if (!ticket || areas === 'own') return undefined
  const { format, purpose, numbersFor } = ticket
  const filter = { ...ticket.filter, ...(areas === 'all' ? {} : { areas }) }
  const source = businessExport(tools, actor.officeId, filter, numbersFor !== undefined)
  const bytes = tracedExport(tools, {
    what: 'registry.export', officeId: actor.officeId, actor: actor.accountId, role: roleOf(actor), numbers: numbersFor !== undefined,
    purpose: numbersFor === undefined ? purpose : `${purpose} ${numbersFor}`, filter: filterCodes(filter),
  }, source, format)
  return streamed(bytes, { type: MEDIA_TYPES[format], name: `${w.file(wibDate(unit.now).toString(), filter.village ?? filter.district)}.${format}` })
}

export const exportPages: Route[] = [exportPage, packedRoute(download({ path: `${PATH}/:ticket`, right: 'registry.export', read: readExport }))]
