import { randomUUID } from 'node:crypto'
import { forbidden, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { hasMandate } from '../consent.ts'
import { beginDraft, listDrafts } from '../draft-store.ts'
import { findPerson, isUuid } from '../person-store.ts'
import { commandWords } from '../screen-messages.id.ts'
import { nameStep } from './step-name.tsx'
import { STEP_KEYS, textFields } from './steps.ts'
import { ForWhom } from './wizard-parts.tsx'
import { fillFrom, pathInside, variantFor, wordsIn } from './wording.ts'

/** For whom the page is filled in: an officer names the citizen, a citizen is meant himself. */
const ownerIdOf = ({ actor, query }: UnitAsk): string | undefined => query['untuk'] ?? actor?.personId

async function accessOf(ask: UnitAsk) {
  const id = ownerIdOf(ask)
  if (id === undefined) return {}
  const person = await findPerson(ask.unit.tx, ask.tools.keys, id)
  return person && { officeId: person.officeId, ownerId: person.id }
}

/** An officer needs the citizen's consent, recorded and not ended. */
export async function mayFillInFor(ask: Allowed, ownerId: string): Promise<boolean> {
  return ask.actor.kind === 'citizen' || await hasMandate(ask.unit.tx, ask.unit.now, ownerId, ask.actor.accountId)
}

/** The first page of a new business. It is kept from here on: the next page has the address of the draft. */
export const beginPage = page({
  path: '/usaha/baru',
  right: 'business.create',
  access: accessOf,
  fields: textFields,
  async read(ask) {
    const id = ownerIdOf(ask)
    const owner = id === undefined ? undefined : await findPerson(ask.unit.tx, ask.tools.keys, id)
    if (!owner) return { owner: undefined, drafts: [], consented: false }
    return { owner, drafts: await listDrafts(ask.unit.tx, owner.id), consented: await mayFillInFor(ask, owner.id) }
  },
  view({ owner, drafts, consented }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const w = words.wizard
    const variant = variantFor(ask)
    if (!owner || !consented) {
      const officer = ask.actor.kind === 'officer'
      const todo = !officer ? commandWords.noPerson : owner ? w.noMandate : w.pickPersonTodo
      return {
        title: w.pickPerson, variant,
        body: (
          <EmptyState icon="people" title={w.pickPerson}>
            <p>{todo}</p>
            {officer && <p><ButtonLink href="/petugas/bantu">{w.helpLink}</ButtonLink></p>}
          </EmptyState>
        ),
      }
    }
    const own = drafts.filter((draft) => ask.actor.kind === 'citizen' || draft.accountId === ask.actor.accountId)
    return {
      title: nameStep.title(words), variant, wrong: form.problems.length > 0,
      body: (
        <>
          <Stepper at={1} of={STEP_KEYS.length + 1} part={w.steps.usaha} />
          <BackLink href={variant === 'officer' ? '/petugas/usaha' : '/usaha'} />
          <ErrorSummary problems={form.problems} />
          <ForWhom ask={ask} ownerName={owner.name} />
          {own.map(({ id, data }) => (
            <Notice key={id} tone="warning" title={`${words.mine.unfinished}: ${data.name ?? words.mine.unnamed}`}>
              <p><a href={`/usaha/isian/${id}/periksa`}>{words.mine.goOn}</a></p>
            </Notice>
          ))}
          <PageHeading title={nameStep.title(words)} />
          <form method="post" noValidate class="stack">
            {nameStep.fields({ data: {}, more: null, words, form, fill: fillFrom(form), today: wibDate(ask.unit.now), path: ask.path,
              query: ask.query })}
            <input type="hidden" name="formKey" value={fillFrom(form)('formKey', randomUUID())} />
            <p class="hint">{w.privacy} <a href="/privasi">{w.privacyLink}</a></p>
            <Button>{w.next}</Button>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, { owner, consented }) {
    if (!owner || !consented) return forbidden('no-mandate', wordsIn(ask.lang).wizard.noMandate)
    const told = nameStep.answers(values, { data: {}, more: null, today: wibDate(ask.unit.now), words: wordsIn(ask.lang) })
    if (!told.ok) return told
    const formKey = isUuid(values['formKey'] ?? '') ? values['formKey'] ?? '' : randomUUID()
    const id = await beginDraft(ask.unit.tx, ask.unit.now, {
      officeId: owner.officeId, ownerId: owner.id, accountId: ask.actor.accountId, formKey, data: told.value.set,
        goOn: pathInside(ask.query['lanjut']),
    })
    return ok({ goTo: `/usaha/isian/${id}/${STEP_KEYS[1]}` })
  },
})
