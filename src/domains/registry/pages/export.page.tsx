import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { packedOnTheWay, streamed } from '../../../platform/export/respond.ts'
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from '../../../platform/export/source.ts'
import { tracedExport } from '../../../platform/export/traced.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, download, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chips } from '../../../ui/chips.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { listBusinesses } from '../business-list.ts'
import { businessExport } from '../export/business-source.ts'
import { NUMBER_PURPOSES, PURPOSES, openTicket, sealTicket } from '../export/ticket.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { listWords } from '../list-messages.id.ts'
import { codeLines, codesOf, filterAsked, loggedCodes } from '../search/asked.ts'
import { reachOf } from '../search/filter.ts'
import { placesFor } from './list-places.ts'
import { EXPORT, LIST, type Query, chipsOf, filterOf, hrefWith } from './list-query.ts'
import { fillFrom } from './wording.ts'

/** What people open themselves comes first. */
const FORMATS = ['xlsx', 'csv', 'jsonl'] as const satisfies readonly ExportFormat[]

/** An empty choice of a form is no choice. */
const chosen = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes).optional().catch(undefined)

const fields = z.object({
  format: z.enum(EXPORT_FORMATS).catch('xlsx'), keperluan: chosen(PURPOSES),
  nomor: z.literal('lengkap').optional(), keperluanNomor: chosen(NUMBER_PURPOSES),
})

const labelled = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>, hints?: Record<Code, string>) =>
  codes.map((value) => ({ value, label: labels[value], hint: hints?.[value] }))

/** What the filter in the address comes to; the same filter as the list has, so the same businesses. */
async function readPart({ unit: { tx, now }, actor, query }: Allowed) {
  const filter = filterOf(query, now)
  const isWhole = codeLines(filter).length === 0
  const list = isWhole ? undefined : await listBusinesses(tx, actor, { ...filter, sort: 'newest' }, { limit: 1, counted: true })
  const count = list?.count
  return { filter, isNothing: count?.n === 0 && !count.atLeast, list, chips: chipsOf(EXPORT, query, filter, (await placesFor(tx, actor, filter)).named) }
}

type Part = Awaited<ReturnType<typeof readPart>>

function Contents({ part: { list, isNothing, chips }, query }: { part: Part; query: Query }) {
  const { count, dropped } = list ?? {}
  return (
    <Card title={w.what}>
      {list ? <p>{isNothing ? w.nothing : w.part(count && count.n > 0 ? listWords.count(count.n, count.atLeast) : undefined)}</p> : <p>{w.whole}</p>}
      {dropped && dropped.length > 0 && <p>{listWords.dropped(dropped)}</p>}
      <Chips label={listWords.chips} remove={listWords.remove} items={chips} />
      <p><a href={hrefWith(LIST, query)}>{list ? w.narrow : w.wholeNarrow}</a></p>
    </Card>
  )
}

function ExportForm({ query, form }: { query: Query; form: Form }) {
  const { problems } = form
  const fill = fillFrom(form)
  return (
    <form method="post" action={hrefWith(EXPORT, query)} noValidate class="stack">
      <RadioGroup name="format" label={w.format} value={fill('format', 'xlsx')} choices={labelled(FORMATS, w.formats, w.formatHints)} />
      <RadioGroup name="keperluan" label={w.purpose} value={fill('keperluan')} error={problemOf(problems, 'keperluan')}
        choices={labelled(PURPOSES, w.purposes)} />
      <CheckboxGroup name="nomor" label={w.numbers} values={fill('nomor') ? ['lengkap'] : []}
        choices={[{ value: 'lengkap', label: w.numbersChoice, hint: w.numbersHint }]} />
      <RadioGroup name="keperluanNomor" label={w.numbersPurpose} hint={w.numbersPurposeHint} value={fill('keperluanNomor')}
        error={problemOf(problems, 'keperluanNomor')} choices={labelled(NUMBER_PURPOSES, w.numbersPurposes)} />
      <Notice tone="warning" title={w.duty}><p>{w.dutyText}</p></Notice>
      <Button>{w.button}</Button>
    </form>
  )
}

/** Chooses in which form a part of the registry leaves it and what for. Which part stands in the address, as on the list. */
const exportPage = page({
  path: EXPORT,
  right: 'registry.export',
  fields,
  read: readPart,
  view(part, { query }, form): Screen {
    const { problems } = form
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0, back: { href: hrefWith(LIST, query), text: listWords.title },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <Contents part={part} query={query} />
          {!part.isNothing && <ExportForm query={query} form={form} />}
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { format, keperluan, nomor, keperluanNomor }, { filter }) {
    const needed = nomor && !keperluanNomor ? [{ field: 'keperluanNomor', message: w.numbersPurposeNeeded }] : []
    if (!keperluan) return invalid([{ field: 'keperluan', message: w.purposeNeeded }, ...needed])
    if (needed.length > 0) return invalid(needed)
    const ticket = sealTicket(tools.keys, unit.now.epochMilliseconds, {
      account: actor.accountId, format, purpose: keperluan, filter: codesOf(filter), ...(nomor && keperluanNomor ? { numbersFor: keperluanNomor } : {}),
    })
    return ok({ goTo: `${EXPORT}/${ticket}` })
  },
})

async function readExport({ unit, tools, actor, params }: Allowed): Promise<Response | undefined> {
  const ticket = openTicket(tools.keys, unit.now.epochMilliseconds, actor.accountId, params['ticket'] ?? '')
  const reach = reachOf(actor, 'registry.export')
  if (!ticket || reach.areas === 'own') return undefined
  const { format, purpose, numbersFor } = ticket
  const filter = filterAsked(ticket.filter, unit.now)
  const source = businessExport(tools, reach, filter, numbersFor !== undefined)
  const bytes = tracedExport(tools, {
    what: 'registry.export', officeId: actor.officeId, actor: actor.accountId, role: roleOf(actor), numbers: numbersFor !== undefined,
    purpose: numbersFor === undefined ? purpose : `${purpose} ${numbersFor}`, filter: loggedCodes(filter),
  }, source, format)
  return streamed(bytes, { type: MEDIA_TYPES[format], name: `${w.file(wibDate(unit.now).toString(), filter.village ?? filter.district)}.${format}` })
}

const file = download({ path: `${EXPORT}/:ticket`, right: 'registry.export', read: readExport })

/** Rows are read, written and sent piece by piece; the snapshot ends with the last piece, or when the client hangs up. */
const exportFile: Route = {
  ...file,
  handle: async (c, ask, shell) => packedOnTheWay(await file.handle(c, ask, shell),
    c.req.method === 'GET' ? c.req.header('accept-encoding') : undefined),
}

export const exportPages: Route[] = [exportPage, exportFile]
