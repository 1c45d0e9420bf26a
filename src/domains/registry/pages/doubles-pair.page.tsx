import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type ComparedSide, type Comparison, compareTwo } from '../compare.ts'
import { BUSINESS_FIELDS, kindOf } from '../core/business-blocks.ts'
import { groupFields, groupOf } from '../core/field-groups.ts'
import { groupLabels } from '../field-messages.id.ts'
import { fieldText, labelOf } from '../field-text.ts'
import { pairAccess } from '../merge-api.ts'
import { askAgain, keepApart, mergeBusinesses } from '../merge-businesses.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { traceReveal } from '../reveal.ts'
import { EvidenceList } from './evidence-list.tsx'
import { originText } from './origin-text.ts'
import { textFields } from './steps.ts'
import { fillFrom } from './wording.ts'

const w = mergeWords.compare

type Model = { compared: Comparison; showsMoney: boolean }

async function readModel({ unit, tools, actor, params, query }: Allowed): Promise<Model | undefined> {
  const compared = await compareTwo(unit.tx, tools.keys, [params['a'] ?? '', params['b'] ?? ''])
  if (!compared) return undefined
  const showsMoney = query['uang'] !== undefined
  for (const { business: { id, ownerId, officeId } } of [compared.a, compared.b]) {
    unit.looked(officeId, actor, 'business.read', { kind: 'business', id, personId: ownerId })
    if (showsMoney) traceReveal(unit, actor, { businessId: id, personId: ownerId, officeId }, ['money'], 'correction')
  }
  return { compared, showsMoney }
}

/** A group of answers in one text: `Jalan Tambak 3, RT 001, RW 002, Kupang, Jabon`. */
function groupText(group: string, { folded }: ComparedSide, { names }: Comparison, plain: boolean): string {
  const texts = groupFields(group).flatMap((field) => {
    const text = fieldText(field, folded.values[field], names, plain)
    if (text === '') return []
    return [field === group || field === 'villageCode' ? text : `${labelOf(field)} ${text}`]
  })
  return texts.join(', ') || w.empty
}

/** Where the group's answers came from: that of the first which was told. */
function groupOrigin(group: string, { folded }: ComparedSide, { names }: Comparison): string | undefined {
  const origin = groupFields(group).map((field) => folded.origins[field]).find((act) => act !== undefined)
  return origin && originText(origin, names.accounts)
}

const hasMoney = (group: string) => groupFields(group).some((field) => kindOf(field) === 'money')
const keyOf = (group: string) => `isian-${group}`

/** The order of the record, not of the alphabet. */
const inOrder = (groups: readonly string[]) => groups.toSorted((a, b) => BUSINESS_FIELDS.indexOf(a) - BUSINESS_FIELDS.indexOf(b))

function Differences({ model: { compared, showsMoney }, form }: { model: Model; form: Form }) {
  const fill = fillFrom(form)
  const preferred = new Map(compared.choices.map(({ group, prefer }) => [group, prefer === 'stay' ? 'a' : 'b']))
  return (
    <>
      {inOrder([...preferred.keys()]).map((group) => (
        <RadioGroup key={group} name={keyOf(group)} label={groupLabels[group] ?? labelOf(group)} beside value={fill(keyOf(group), preferred.get(group))}
          choices={(['a', 'b'] as const).map((side) => ({
            value: side, label: groupText(group, compared[side], compared, showsMoney), hint: groupOrigin(group, compared[side], compared),
          }))} />
      ))}
    </>
  )
}

function SameAnswers({ compared, showsMoney }: Model) {
  const differing = new Set(compared.choices.flatMap(({ group }) => groupFields(group)))
  const same = BUSINESS_FIELDS.filter((field) => field !== 'status' && !differing.has(field) && compared.a.folded.values[field] !== undefined)
  if (same.length === 0) return null
  return (
    <Disclosure summary={w.sameFields}>
      <Summary rows={same.map((field) => ({ label: labelOf(field), value: fieldText(field, compared.a.folded.values[field], compared.names, showsMoney) }))} />
    </Disclosure>
  )
}

const factsOf = ({ business, cases, letters }: ComparedSide): string => w.facts([
  business.ownerName, `${business.village}, ${business.district}`, choiceLabels.status[business.record.status], business.verifiedBy ? w.verified : w.unverified, w.cases(cases, letters),
])

function Decision({ model, form, here }: { model: Model; form: Form; here: string }) {
  const { compared, showsMoney } = model
  const fill = fillFrom(form)
  const moneyDiffers = compared.choices.some(({ group }) => hasMoney(group))
  return (
    <form method="post" noValidate class="stack">
      {(['a', 'b'] as const).map((side) => <input key={side} type="hidden" name={`version-${side}`} value={compared[side].business.version} />)}
      <input type="hidden" name="seen" value={compared.state} />
      <RadioGroup name="survivor" label={w.which} hint={w.whichHint} beside value={fill('survivor', compared.survivor)} error={problemOf(form.problems, 'survivorId')}
        choices={(['a', 'b'] as const).map((side) => ({
          value: side, label: w.side(compared[side].business.record.name, compared[side].business.registryNumber), hint: factsOf(compared[side]),
        }))} />
      <div class="stack-s">
        <h2>{w.differs}</h2>
        <p class="soft">{compared.choices.length === 0 ? w.noneDiffers : w.chooseHint}</p>
        {moneyDiffers && !showsMoney && <p>{w.money} <a href={`${here}?uang=1`}>{w.showMoney}</a></p>}
      </div>
      <Differences model={model} form={form} />
      <SameAnswers {...model} />
      <p class="soft">{w.letterNote}</p>
      <div class="row">
        <Button name="do" value="merge">{w.merge}</Button>
        {compared.state === 'distinct' ? <Button name="do" value="again" look="secondary">{w.askAgain}</Button>
          : <Button name="do" value="distinct" look="secondary">{w.distinct}</Button>}
        <ButtonLink href="/petugas/ganda" look="link">{w.later}</ButtonLink>
      </div>
    </form>
  )
}

function Suspicion({ compared: { score, a, b, state } }: { compared: Comparison }) {
  return (
    <>
      {state === 'distinct' && <Notice>{w.decidedDistinct}</Notice>}
      <Card title={w.why} {...(score ? { side: <b>{w.score(Math.round(score.score * 100))}</b> } : {})}>
        {score?.verdict === 'none' && <p>{w.scoreGone}</p>}
        {score && <EvidenceList parts={score.parts} />}
        <p class="row">
          {[a, b].map(({ business: { id, record } }) => <ButtonLink key={id} href={`/petugas/usaha/${id}`} look="link" small>{w.open(record.name)}</ButtonLink>)}
        </p>
      </Card>
    </>
  )
}

function Absorbed({ compared: { a, b } }: { compared: Comparison }) {
  const gone = [a, b].find(({ business }) => business.mergedInto !== null)
  return (
    <Notice tone="info" title={mergeWords.refusals['absorbed-already']}>
      {gone?.business.mergedInto && <p><a href={`/petugas/usaha/${gone.business.mergedInto}`}>{w.toSurvivor}</a></p>}
      <p><a href="/petugas/ganda">{mergeWords.list.title}</a></p>
    </Notice>
  )
}

const sides = z.enum(['a', 'b'])

/** Two records side by side: one business or two, and if one, which answers stay. */
export const doublesPairPage = page({
  path: '/petugas/ganda/:a/:b',
  right: 'registry.merge',
  access: pairAccess,
  fields: textFields,
  read: readModel,
  view(model, ask, form): Screen {
    const { compared } = model
    const isGone = compared.a.business.mergedInto !== null || compared.b.business.mergedInto !== null
    return {
      title: w.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: '/petugas/ganda', text: mergeWords.list.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.title} lead={isGone ? undefined : w.lead} />
          {isGone ? <Absorbed compared={compared} /> : <><Suspicion compared={compared} /><Decision model={model} form={form} here={ask.path} /></>}
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, values, { compared: { a, b } }) {
    const ids: [string, string] = [a.business.id, b.business.id]
    const seen = z.enum(['open', 'distinct', 'merged']).catch('open').parse(values['seen'])
    if (values['do'] === 'distinct') {
      const kept = await keepApart(unit, tools, actor, ids, seen)
      return kept.ok ? ok({ goTo: '/petugas/ganda?beda=1' }) : kept
    }
    if (values['do'] === 'again') {
      const asked = await askAgain(unit, tools, actor, ids)
      return asked.ok ? ok({ goTo: '/petugas/ganda?lagi=1' }) : asked
    }
    const survivor = sides.safeParse(values['survivor'])
    if (!survivor.success) return invalid([{ field: 'survivorId', message: mergeWords.survivorNeeded }])
    const goes = survivor.data === 'a' ? 'b' : 'a'
    const take = Object.entries(values).flatMap(([key, side]) => (key.startsWith('isian-') && side === goes ? [groupOf(key.slice('isian-'.length))] : []))
    const [survivorId, absorbedId] = survivor.data === 'a' ? ids : [ids[1], ids[0]]
    const versions = { [ids[0]]: Number(values['version-a']), [ids[1]]: Number(values['version-b']) }
    const merged = await mergeBusinesses(unit, tools, actor, { survivorId, absorbedId, take, versions, seen })
    return merged.ok ? ok({ goTo: `/petugas/ganda?digabung=${merged.value.mergeId}` }) : merged
  },
})
