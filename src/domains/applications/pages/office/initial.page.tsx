import type { Context } from 'hono'
import { ok } from '../../../../kernel/result.ts'
import { may } from '../../../../kernel/rights.ts'
import type { Ask } from '../../../../platform/http/context.ts'
import { formValues } from '../../../../platform/http/form.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { htmlResponse } from '../../../../platform/http/response.ts'
import type { Route, Screen, Shell } from '../../../../platform/http/route.ts'
import { transact } from '../../../../platform/db/unit.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { takeStep } from '../../commands/steps.ts'
import { officeWords } from '../../office-messages.id.ts'
import type { QueuePart } from '../../queue-store.ts'
import { findApplication } from '../../store.ts'
import { type BatchResult, PickList, Results, idsOf, pickedOf, waitingFor } from './batch.tsx'
import { ticked } from './case-form.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Allowed } from '../../../../platform/http/context.ts'

const t = officeWords.initial
const PATH = '/petugas/paraf'

type Show = { part: QueuePart; now: Temporal.Instant; form: Form; query: string | undefined; results: readonly BatchResult[] }

const read = ({ unit, actor }: Allowed) => waitingFor(unit.tx, actor, { step: 'initial', roles: ['division-head', 'secretary'] }, unit.now)

function initialScreen({ part, now, form, query, results }: Show): Screen {
  const done = results.filter((one) => one.tone === 'success').length
  const sent = form.problems.length > 0 ? ticked(form.values, 'id') : undefined
  return {
    title: t.title, variant: 'officer', wrong: form.problems.length > 0,
    ...(results.length > 0 ? { notice: t.summary(done, results.length) } : {}),
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <ErrorSummary problems={form.problems} />
        {results.length > 0 && <Results caption={t.results} results={results} />}
        <form method="post" class="stack" action={PATH}>
          <PickList part={part} now={now} picked={pickedOf(part, sent, query)} caption={t.caption} empty={{ title: t.empty, todo: t.emptyTodo }} path={PATH} canPick />
          {part.rows.length > 0 && <div><Button icon="check">{t.button}</Button></div>}
        </form>
      </>
    ),
  }
}

const base = page({
  path: PATH,
  right: 'application.initial',
  read,
  view: (part, { unit, query }, form) => initialScreen({ part, now: unit.now, form, query: query['pilih'], results: [] }),
})

/** Each case in a transaction of its own: one that meanwhile moved on stops no other. */
async function initialAll(ask: Allowed<Ask>, ids: readonly string[]): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for (const id of ids) {
    const taken = await transact(ask.tools.db, ask.tools.clock, (unit) => takeStep(ask.tools, unit, ask.actor, id, { step: 'initial' }))
    const reference = taken.ok ? taken.value.reference : (await findApplication(ask.tools.db, id))?.reference ?? '–'
    const message = taken.ok ? undefined : taken.error.kind === 'invalid' ? taken.error.problems[0]?.message : taken.error.message
    results.push({ id, reference, tone: taken.ok ? 'success' : 'danger', text: taken.ok ? t.done : officeWords.batch.notDone, message })
  }
  return results
}

/** Several initials at once, with a result for each. */
export const initialPage: Route = {
  ...base,
  methods: ['GET', 'POST'],
  async handle(c: Context, ask: Ask, shell: Shell) {
    const values = c.req.method === 'POST' ? await formValues(c) : undefined
    const allowed = may(ask.actor, 'application.initial', {}, ask.tools.clock().epochMilliseconds)
    if (!values?.ok || !allowed.ok) return base.handle(c, ask, shell)
    const admitted = { ...ask, actor: allowed.value }
    const ids = idsOf(ticked(values.value, 'id'))
    const results = await initialAll(admitted, ids)
    const form: Form = { values: values.value, problems: ids.length === 0 ? [{ field: '', message: officeWords.batch.nothingPicked }] : [] }
    const shown = await transact(ask.tools.db, ask.tools.clock, async (unit) =>
      ok(initialScreen({ part: await read({ ...admitted, unit }), now: unit.now, form, query: undefined, results })))
    if (!shown.ok) throw new Error('a list was refused')
    return htmlResponse(ids.length === 0 ? 422 : 200, shell.frame(shown.value, ask))
  },
}
