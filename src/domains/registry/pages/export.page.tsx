import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { packedOnTheWay, streamed } from '../../../platform/export/respond.ts'
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from '../../../platform/export/source.ts'
import { tracedExport } from '../../../platform/export/traced.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { download, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { getOffice, listDistricts } from '../../office/index.ts'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { businessExport, filterCodes } from '../export/business-source.ts'
import { NUMBER_PURPOSES, PURPOSES, SCALE_CHOICES, openTicket, sealTicket } from '../export/ticket.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { fillFrom } from './wording.ts'

const PATH = '/petugas/ekspor'
/** What people open themselves comes first. */
const FORMATS = ['xlsx', 'csv', 'jsonl'] as const satisfies readonly ExportFormat[]

/** An empty choice of a form is no choice. */
const chosen = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes).optional().catch(undefined)
const typed = (pattern: RegExp, wrong: string) => z.string().trim().regex(pattern, wrong).transform((text) => text || undefined).optional()

const fields = z.object({
  kecamatan: typed(/^(\d\d\.\d\d\.\d\d)?$/, w.district), desa: typed(/^(\d\d\.\d\d\.\d\d\.\d{4})?$/, w.villageWrong),
  kbli: typed(/^(\d{2,5})?$/, w.kbliWrong),
  golongan: chosen(SCALE_CHOICES), status: chosen(BUSINESS_STATUSES),
  format: z.enum(EXPORT_FORMATS).catch('xlsx'), keperluan: chosen(PURPOSES),
  nomor: z.literal('lengkap').optional(), keperluanNomor: chosen(NUMBER_PURPOSES),
})

const labelled = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>, hints?: Record<Code, string>) =>
  codes.map((value) => ({ value, label: labels[value], hint: hints?.[value] }))

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
          <form method="post" action={PATH} noValidate class="stack">
            <p>{w.emptyIsAll}</p>
            <SelectField name="kecamatan" label={w.district} value={fill('kecamatan')} error={problemOf(problems, 'kecamatan')}
              choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
            <TextField name="desa" label={w.village} hint={w.villageHint} value={fill('desa')} width={16} maxLength={13} error={problemOf(problems, 'desa')} />
            <TextField name="kbli" label={w.kbli} hint={w.kbliHint} value={fill('kbli')} inputMode="numeric" width={8} maxLength={5} error={problemOf(problems, 'kbli')} />
            <SelectField name="golongan" label={w.scale} value={fill('golongan')} choices={labelled(SCALE_CHOICES, w.scales)} />
            <SelectField name="status" label={w.status} value={fill('status')} choices={labelled(BUSINESS_STATUSES, choiceLabels.status)} />
            <RadioGroup name="format" label={w.format} value={fill('format') ?? 'xlsx'} choices={labelled(FORMATS, w.formats,
              w.formatHints)} />
            <RadioGroup name="keperluan" label={w.purpose} value={fill('keperluan')} error={problemOf(problems,
              'keperluan')} choices={labelled(PURPOSES, w.purposes)} />
            <CheckboxGroup name="nomor" label={w.numbers} values={typedIn('nomor') ? ['lengkap'] : []}
              choices={[{ value: 'lengkap', label: w.numbersChoice, hint: w.numbersHint }]} />
            <RadioGroup name="keperluanNomor" label={w.numbersPurpose} hint={w.numbersPurposeHint} value={fill('keperluanNomor')}
              error={problemOf(problems, 'keperluanNomor')} choices={labelled(NUMBER_PURPOSES, w.numbersPurposes)} />
            <Notice tone="warning" title={w.duty}><p>{w.dutyText}</p></Notice>
            <Button>{w.button}</Button>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { kecamatan, desa, kbli, golongan, status, format, keperluan, nomor, keperluanNomor }) {
    const needed = nomor && !keperluanNomor ? [{ field: 'keperluanNomor', message: w.numbersPurposeNeeded }] : []
    if (!keperluan) return invalid([{ field: 'keperluan', message: w.purposeNeeded }, ...needed])
    if (needed.length > 0) return invalid(needed)
    const ticket = sealTicket(tools.keys, unit.now.epochMilliseconds, {
      account: actor.accountId, format, purpose: keperluan, filter: { district: kecamatan, village: desa, kbli, scale: golongan, status },
      ...(nomor && keperluanNomor ? { numbersFor: keperluanNomor } : {}),
    })
    return ok({ goTo: `${PATH}/${ticket}` })
  },
})

async function readExport({ unit, tools, actor, params }: Allowed): Promise<Response | undefined> {
  const ticket = openTicket(tools.keys, unit.now.epochMilliseconds, actor.accountId, params['ticket'] ?? '')
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

const file = download({ path: `${PATH}/:ticket`, right: 'registry.export', read: readExport })

/** Rows are read, written and sent piece by piece; the snapshot ends with the last piece, or when the client hangs up. */
const exportFile: Route = {
  ...file,
  handle: async (c, ask, shell) => packedOnTheWay(await file.handle(c, ask, shell),
    c.req.method === 'GET' ? c.req.header('accept-encoding') : undefined),
}

export const exportPages: Route[] = [exportPage, exportFile]
