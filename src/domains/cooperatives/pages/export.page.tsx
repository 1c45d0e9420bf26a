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
import { PageHeading } from '../../../ui/page-heading.tsx'
import { getOffice, listDistricts } from '../../office/index.ts'
import { ExportChoices, ExportTabs, chosen, exportFields, exportWords as shared, labelled, takenFor, takenSchema, typedCode } from '../../registry/index.ts'
import { COOPERATIVE_STATUSES, GROUPS, KINDS } from '../core/choices.ts'
import { cooperativeExport, filterCodes } from '../export-source.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { officerWords } from '../screen-messages.id.ts'

const PATH = '/petugas/koperasi/ekspor'

const ticketSchema = takenSchema.extend({
  set: z.literal('cooperatives'),
  filter: z.object({
    district: z.string().optional(), kind: z.enum(KINDS).optional(), group: z.enum(GROUPS).optional(), status: z.enum(COOPERATIVE_STATUSES).optional(),
  }),
})

const exportPage = page({
  path: PATH,
  right: 'registry.export',
  fields: z.object({
    kecamatan: typedCode(/^(\d\d\.\d\d\.\d\d)?$/, shared.districtWrong), jenis: chosen(KINDS), kelompok: chosen(GROUPS),
    status: chosen(COOPERATIVE_STATUSES), ...exportFields,
  }),
  read: async ({ unit, actor }) => ({ districts: await listDistricts(unit.tx, (await getOffice(unit.tx, actor.officeId)).regionCode) }),
  view({ districts }, { query }, form): Screen {
    const fill = (key: string) => {
      const typed = form.values[key]
      return Object.keys(form.values).length > 0 ? (typeof typed === 'string' ? typed : undefined) : query[key]
    }
    return {
      title: w.title, variant: 'officer', wrong: form.problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <ExportTabs current="cooperatives" />
          <form method="post" action={PATH} noValidate class="stack">
            <p>{shared.emptyIsAll}</p>
            <SelectField name="kecamatan" label={officerWords.district} value={fill('kecamatan')} error={problemOf(form.problems, 'kecamatan')}
              choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
            <SelectField name="jenis" label={officerWords.kind} value={fill('jenis')} choices={labelled(KINDS, choiceLabels.kind)} />
            <SelectField name="kelompok" label={officerWords.group} value={fill('kelompok')} choices={labelled(GROUPS, choiceLabels.group)} />
            <SelectField name="status" label={officerWords.status} value={fill('status')} choices={labelled(COOPERATIVE_STATUSES, choiceLabels.status)} />
            <ExportChoices form={form} query={query} numbersHint={w.numbersHint} />
            <Button>{shared.button}</Button>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { kecamatan, jenis, kelompok, status, ...typed }) {
    const taken = takenFor(typed)
    if (!taken.ok) return taken
    const ticket = sealTicket(tools.keys, unit.now.epochMilliseconds, {
      ...taken.value, set: 'cooperatives', account: actor.accountId, filter: { district: kecamatan, kind: jenis, group: kelompok, status },
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
  const bytes = tracedExport(tools, {
    what: 'cooperatives.export', officeId: actor.officeId, actor: actor.accountId, role: roleOf(actor), numbers: numbersFor !== undefined,
    purpose: numbersFor === undefined ? purpose : `${purpose} ${numbersFor}`, filter: filterCodes(filter),
  }, cooperativeExport(tools, actor.officeId, filter, numbersFor !== undefined), format)
  return streamed(bytes, { type: MEDIA_TYPES[format], name: `${w.file(wibDate(unit.now).toString(), filter.district)}.${format}` })
}

/** Chooses which cooperatives leave the registry, in which form and what for, and the file. */
export const exportPages: Route[] = [exportPage, packedRoute(download({ path: `${PATH}/:ticket`, right: 'registry.export', read: readExport }))]
