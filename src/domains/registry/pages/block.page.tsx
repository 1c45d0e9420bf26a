import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type Answers, readBlock, readOwnerBlock } from '../block-answers.ts'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { type Change, changeBusiness } from '../change-business.ts'
import { BLOCKS, BLOCK_KEYS, type BlockKey, type BusinessFieldName, OWNER_FIELDS, isForOfficers, kindOf, ownerKindOf } from '../core/business-blocks.ts'
import { UNSTATABLE_FIELDS } from '../core/business-choices.ts'
import { fieldsOf } from '../core/business-fields.ts'
import type { Labels } from '../labels.ts'
import { type Person, findPerson } from '../person-store.ts'
import { traceReveal } from '../reveal.ts'
import { BlockField, UnstatedField, takesReason } from './block-field.tsx'
import { answerMark, businessPath } from './step-pages.tsx'
import { labelsIn, variantFor } from './wording.ts'

type Block = Exclude<BlockKey, 'program'> | 'pemilik'
type Model = { business: KeptBusiness; owner: Person }

const access = ({ unit, params }: Pick<Allowed, 'unit' | 'params'>) => findBusinessAccess(unit.tx, params['id'] ?? '')

/** What one visit found is the office's to tell. */
const mayFill = (block: Block, { actor }: Allowed): boolean => block === 'pemilik' || !isForOfficers(block) || actor.kind === 'officer'

const fieldsIn = (block: Exclude<Block, 'pemilik'>): readonly BusinessFieldName[] => BLOCKS[block]

async function readModel(block: Block, ask: Allowed): Promise<Model | undefined> {
  const { unit, tools, actor, params } = ask
  const business = await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
  const owner = business && await findPerson(unit.tx, tools.keys, business.ownerId)
  if (!business || !owner || !mayFill(block, ask)) return undefined
  const subject = { businessId: business.id, personId: owner.id, officeId: business.officeId }
  if (block !== 'pemilik' && fieldsIn(block).some((field) => kindOf(field) === 'money')) traceReveal(unit, actor, subject, ['money'], 'correction')
  if (block === 'pemilik' && actor.personId !== owner.id) unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: owner.id })
  return { business, owner }
}

/** Fields of several ticks come as lists. */
const anyValues = z.record(z.string(), z.unknown())

const typedOf = (form: Form, name: string): string | string[] | undefined => {
  const value = form.values[name]
  if (Object.keys(form.values).length === 0) return undefined
  return typeof value === 'string' || Array.isArray(value) ? value : ''
}

const typedParts = (form: Form, name: string) => {
  const part = (which: string) => { const value = typedOf(form, `${name}-${which}`); return typeof value === 'string' ? value : undefined }
  return Object.keys(form.values).length === 0 ? undefined : { day: part('day'), month: part('month'), year: part('year') }
}

function RecordFields({ block, business, form, labels }: { block: Exclude<Block, 'pemilik'>; business: KeptBusiness; form: Form; labels: Labels }) {
  const told = fieldsOf(business)
  return (
    <>
      {fieldsIn(block).map((field) => {
        const unstatable = UNSTATABLE_FIELDS.find((one) => one === field)
        const reason = unstatable && (business.record.unknown?.[unstatable] ?? null)
        return (
          <div key={field} class="stack-s">
            <BlockField labels={labels} name={field} kind={kindOf(field)} label={labels.fields[field]} hint={labels.hints[field]} error={problemOf(form.problems, field)}
              kept={told[field]} typed={typedOf(form, field)} typedParts={typedParts(form, field)} reason={reason} />
            {unstatable && !takesReason(kindOf(field)) && (
              <UnstatedField labels={labels} name={field} label={labels.fields[field]} kept={reason ?? undefined} typed={typedOf(form, `${field}-unstated`)} />
            )}
          </div>
        )
      })}
    </>
  )
}

function OwnerFields({ owner, form, labels }: { owner: Person; form: Form; labels: Labels }) {
  return (
    <>
      {OWNER_FIELDS.map((field) => (
        <BlockField key={field} labels={labels} name={field} kind={ownerKindOf(field)} label={labels.owner[field]} error={problemOf(form.problems, field)}
          kept={owner[field]} typed={typedOf(form, field)} />
      ))}
    </>
  )
}

const changeOf = (block: Block, answers: Answers): Result<Change> => {
  if (block !== 'pemilik') return readBlock(fieldsIn(block), answers)
  const owner = readOwnerBlock(answers)
  return owner.ok ? ok({ owner: owner.value }) : owner
}

/** The lists of a form as they came, for those fields that take several. */
function answersIn(values: Record<string, unknown>): Answers {
  const answers: Record<string, string | string[]> = {}
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string') answers[key] = value
    else if (Array.isArray(value)) answers[key] = value.map(String)
  }
  return answers
}

/** One optional block of the record as a form: only its own fields, all of them optional. */
function blockPage(block: Block): Route {
  return page({
    path: `/usaha/:id/lengkapi/${block}`,
    right: 'business.update',
    access,
    fields: anyValues,
    read: (ask) => readModel(block, ask),
    view({ business, owner }, ask, form): Screen {
      const home = businessPath(ask, business.id)
      const labels = labelsIn(ask.lang)
      const w = labels.words.block
      return {
        title: labels.blocks[block], variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: home, text: business.record.name },
        body: (
          <>
            <ErrorSummary problems={form.problems} />
            <PageHeading title={labels.blocks[block]} lead={w.lead} />
            <form method="post" noValidate class="stack">
              <input type="hidden" name="version" value={business.version} />
              {block === 'pemilik' ? <OwnerFields owner={owner} form={form} labels={labels} /> : <RecordFields block={block} business={business} form={form} labels={labels} />}
              <div class="row"><Button>{w.save}</Button><ButtonLink href={home} look="link">{w.cancel}</ButtonLink></div>
            </form>
          </>
        ),
      }
    },
    async send(ask, values, { business }): Promise<Result<Sent>> {
      const change = changeOf(block, answersIn(values))
      if (!change.ok) return change
      const version = Number(values['version'])
      const changed = await changeBusiness(ask.unit, ask.tools, ask.actor, business.id, { ...change.value, ...(Number.isInteger(version) ? { version } : {}) })
      return changed.ok ? ok({ goTo: `${businessPath(ask, business.id)}?${answerMark(changed.value)}=1` }) : changed
    },
  })
}

/** A form for each optional block; programmes are a list and have a page of their own. */
export const blockPages: Route[] = (['pemilik', ...BLOCK_KEYS.filter((key) => key !== 'program')] as const).map(blockPage)
