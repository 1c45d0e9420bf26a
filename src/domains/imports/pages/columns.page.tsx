import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type ColumnChoice, DATE_ORDERS, FACTORS, chooseColumns, readAnew } from '../choose-columns.ts'
import { importPages } from '../page-messages.id.ts'
import { beginPass, leaveToWorker } from '../steer-batch.ts'
import { batchAccess } from './batch-access.ts'
import { StateTag, dayOf, pathOf } from './batch-words.tsx'
import { type ColumnsModel, readColumns } from './columns-model.ts'
import { ColumnTables } from './columns-table.tsx'

const w = importPages.columns
const FORM = 'columns'
const KINDS = ['business', 'cooperative'] as const

const fields = z.looseObject({ act: z.enum(['save', 'check', 'import', 'anew']).catch('save') })
type Typed = z.output<typeof fields>

/** The columns as the form says them; what it does not say stays. */
function choicesOf(typed: Typed): { choices: ColumnChoice[]; problems: Problem[] } {
  const choices: ColumnChoice[] = []
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(typed)) {
    const at = /^column-(\d{1,3})$/.exec(name)?.[1]
    if (at === undefined) continue
    if (typeof value !== 'string') problems.push({ field: name, message: w.choiceWrong })
    else {
      choices.push({
        at: Number(at), field: value === '' ? null : value,
        factor: FACTORS.find((one) => String(one) === typed[`factor-${at}`]), dateOrder: DATE_ORDERS.find((one) => one === typed[`order-${at}`]),
      })
    }
  }
  return { choices, problems }
}

async function send({ unit, tools, actor }: Allowed, typed: Typed, { batch }: ColumnsModel): Promise<Result<Sent>> {
  const who = { officeId: actor.officeId, by: actor.accountId, id: batch.id }
  if (typed.act === 'anew') {
    const kind = KINDS.find((one) => one === typed['kind']) ?? batch.kind
    // A file with one sheet asks for none.
    const sheet = typed['sheet'] === undefined ? batch.sheet : typed['sheet']
    if (typeof sheet !== 'string' || sheet === '') return invalid([{ field: 'sheet', message: w.sheetNeeded }])
    const read = await readAnew(unit, tools, who, { sheet, kind })
    return read.ok ? ok({ goTo: pathOf(batch, '/kolom') }) : read
  }
  const { choices, problems } = choicesOf(typed)
  if (problems.length > 0) return invalid(problems)
  const chosen = await chooseColumns(unit, who, choices)
  if (!chosen.ok) return chosen
  if (typed.act === 'save') return ok({ goTo: pathOf(batch, '/kolom?simpan=ya') })
  const begun = await beginPass(unit, actor.officeId, actor.accountId, batch.id, typed.act)
  if (!begun.ok) return begun
  await leaveToWorker(unit, batch.id)
  return ok({ goTo: pathOf(batch) })
}

function Anew({ model: { batch, sheets }, form }: { model: ColumnsModel; form: Form }) {
  const typed = form.values['act'] === 'anew' ? form.values : {}
  const [sheet, kind] = [typed['sheet'] ?? batch.sheet, typed['kind'] ?? batch.kind]
  return (
    <Disclosure summary={w.anew} open={form.values['act'] === 'anew' || sheets.length > 1}>
      <form method="post" class="stack prose">
        {sheets.length > 1 && (
          <SelectField name="sheet" label={w.sheet} hint={w.several(sheets.length)} value={typeof sheet === 'string' ? sheet : undefined} error={problemOf(form.problems, 'sheet')}
            choices={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (${w.hidden})` : name }))} />
        )}
        <RadioGroup name="kind" label={w.kind} hint={w.kindHint} value={typeof kind === 'string' ? kind : undefined}
          choices={KINDS.map((value) => ({ value, label: importPages.batch.kinds[value] }))} />
        <Button look="secondary" name="act" value="anew">{w.anewButton}</Button>
      </form>
    </Disclosure>
  )
}

/** The columns of a list that is already being read are decided. */
const decided = ({ batch }: ColumnsModel): Screen => ({
  title: w.title, variant: 'officer', back: { href: '/petugas/impor', text: importPages.back },
  body: (
    <>
      <PageHeading title={w.title} over={batch.fileName} side={<StateTag state={batch.state} />} />
      <Notice title={w.decided}><p><a href={pathOf(batch)}>{importPages.backToBatch}</a></p></Notice>
    </>
  ),
})

function view(model: ColumnsModel, { query }: Allowed, form: Form): Screen {
  if (!model.isOpen) return decided(model)
  const { batch, reading: { layout, mapping }, columns, missing } = model
  return {
    title: `${w.title}: ${batch.fileName}`, variant: 'officer', wrong: form.problems.length > 0, back: { href: '/petugas/impor', text: importPages.back },
    ...(query['simpan'] === 'ya' && form.problems.length === 0 ? { notice: w.saved } : {}),
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={w.title} over={`${batch.fileName} · ${importPages.batch.over(batch.sender, dayOf(batch.observedOn))}`} lead={w.lead} />
        {missing.length > 0 && <Notice tone="warning" title={w.missing}><p>{w.missingTodo(missing)}</p></Notice>}
        <Anew model={model} form={form} />
        <p class="soft">{w.where(layout.headerRows, layout.firstDataRow)}</p>
        <form id={FORM} method="post" class="stack">
          <ColumnTables columns={columns} kind={mapping.kind} values={form.values} problems={form.problems} />
        </form>
        <ActionBar>
          <Button form={FORM} name="act" value="check">{w.check}</Button>
          <Button form={FORM} name="act" value="import" look="secondary">{w.importNow}</Button>
          <Button form={FORM} name="act" value="save" look="link">{w.save}</Button>
        </ActionBar>
      </>
    ),
  }
}

/** Which column of a list is which field, as guessed, and as a person says. */
export const columnsPage = page({
  path: '/petugas/impor/:id/kolom',
  right: 'registry.import',
  access: batchAccess,
  fields,
  read: readColumns,
  view,
  send,
})
