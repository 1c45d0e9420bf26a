import { Temporal } from 'temporal-polyfill'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import type { Problem } from '../../../kernel/result.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { accessOf } from '../access.ts'
import { type KeptCooperative, findCooperative } from '../cooperative-store.ts'
import { type FieldHistory, historyOf, readPast } from '../history.ts'
import { traceLook } from '../looks.ts'
import { officerNames } from '../officer-names.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { fieldLabel } from '../timeline.ts'
import { toldText } from './answer-text.ts'
import { typedDate } from './typed-answers.ts'
import { cooperativePath, variantFor, wordsIn } from './wording.ts'

type Model = { kept: KeptCooperative; fields: FieldHistory[]; names: ReadonlyMap<string, string>; problems: Problem[] }

const lastPart = (field: string) => field.split('/').at(-1) ?? field
const columnsFor = (names: ReadonlyMap<string, string>, words: ScreenWords): Column<FieldHistory>[] => {
  const { history: w, dates, sources } = words
  const textOf = (field: string, value: FieldHistory['value']) => toldText(lastPart(field), value, words)
  const sourceText = (source: string) => sources[source] ?? source
  return [
    { key: 'field', header: w.field, cell: (row) => fieldLabel(row.field, words) },
    {
      key: 'value', header: w.value,
      cell: (row) => <>{textOf(row.field, row.value)}{row.rivals.map((rival) =>
        <small key={rival.source} class="soft"><br />{w.rival(sourceText(rival.source), textOf(row.field, rival.value))}</small>)}</>,
    },
    { key: 'source', header: w.source, cell: (row) => sourceText(row.source) },
    { key: 'since', header: w.since, cell: (row) => dates.shortDay(Temporal.PlainDate.from(row.validFrom)) },
    { key: 'recorded', header: w.recorded, cell: (row) => dates.moment(row.at) },
    { key: 'by', header: w.by, cell: (row) => names.get(row.by) ?? w.person },
  ]
}


const partsOf = (query: Record<string, string>, name: string) => ({
  day: query[`${name}-day`], month: query[`${name}-month`], year: query[`${name}-year`],
})

/** Where every value comes from, today or seen from a past day: what was true then, and what was known then. */
const historyPage = (path: string): Route => page({
  path,
  right: 'cooperative.read',
  access: accessOf,
  async read({ unit, tools, actor, params, query }): Promise<Model | undefined> {
    const kept = await findCooperative(unit.tx, params['id'] ?? '')
    if (!kept) return undefined
    traceLook(unit, actor, kept)
    const past = readPast({ trueOn: typedDate(query, 'trueOn'), knownOn: typedDate(query, 'knownOn') }, unit.now)
    const problems = past.ok || past.error.kind !== 'invalid' ? [] : past.error.problems
    const { fields: all } = await historyOf(unit.tx, tools.keys, kept.id, past.ok ? past.value : {})
    // That a year is told of goes without saying beside what is told.
    const fields = all.filter(({ field }) => field !== 'mergedInto' && !/^year\/\d+\/year$/.test(field))
    return { kept, fields, problems, names: await officerNames(unit.tx, fields.map(({ by }) => by)) }
  },
  view({ kept, fields, names, problems }, ask): Screen {
    const { query } = ask
    const words = wordsIn(ask.lang)
    const w = words.history
    const asked = ['trueOn', 'knownOn'].some((name) => query[`${name}-year`])
    return {
      title: w.title, variant: variantFor(ask), wrong: problems.length > 0,
      back: { href: cooperativePath(ask, kept.id), text: kept.record.name },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} over={<span class="mono">{kept.registryNumber}</span>} />
          <Disclosure summary={w.trueOn} open={asked}>
            <form class="stack">
              <DateField name="trueOn" label={w.trueOn} hint={w.trueOnHint} optional value={partsOf(query, 'trueOn')}
                error={problemOf(problems, 'trueOn')} />
              <DateField name="knownOn" label={w.knownOn} hint={w.knownOnHint} optional value={partsOf(query, 'knownOn')}
                error={problemOf(problems, 'knownOn')} />
              <Button look="secondary">{w.look}</Button>
            </form>
          </Disclosure>
          <DataTable caption={w.title} quietCaption columns={columnsFor(names, words)}
            rows={fields.toSorted((a, b) => (fieldLabel(a.field, words) < fieldLabel(b.field, words) ? -1 : 1))}
            rowKey={({ field }) => field} empty={<EmptyState icon="archive" title={w.nothing} />} />
        </>
      ),
    }
  },
})

export const historyPages: Route[] = [historyPage('/koperasi/:id/riwayat'), historyPage('/petugas/koperasi/:id/riwayat')]
