import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import type { DoublesDesk, PairView } from './doubles-desk.ts'
import { textFields } from './steps.ts'
import { fillFrom } from './wording.ts'

type Parts = { desk: DoublesDesk; view: PairView; form: Form }
const SIDES = ['a', 'b'] as const
const keyOf = (group: string) => `isian-${group}`

function Differences({ view, form }: Parts) {
  const fill = fillFrom(form)
  return (
    <>
      {view.differing.map(({ group, label, prefer, ...answers }) => (
        <RadioGroup key={group} name={keyOf(group)} label={label} beside value={fill(keyOf(group), prefer)}
          choices={SIDES.map((side) => ({ value: side, label: answers[side].text, hint: answers[side].hint }))} />
      ))}
    </>
  )
}

function Decision({ here, ...parts }: Parts & { here: string }) {
  const { desk: { words: { compare: w }, path }, view, form } = parts
  const fill = fillFrom(form)
  return (
    <form method="post" noValidate class="stack">
      {SIDES.map((side) => <input key={side} type="hidden" name={`version-${side}`} value={view[side].version} />)}
      <input type="hidden" name="seen" value={view.state} />
      <RadioGroup name="survivor" label={w.which} hint={w.whichHint} beside value={fill('survivor', view.survivor)} error={problemOf(form.problems, 'survivorId')}
        choices={SIDES.map((side) => ({ value: side, label: w.side(view[side].name, view[side].number), hint: view[side].facts }))} />
      <div class="stack-s">
        <h2>{w.differs}</h2>
        <p class="soft">{view.differing.length === 0 ? w.noneDiffers : w.chooseHint}</p>
        {view.hidesMoney && <p>{w.money} <a href={`${here}?uang=1`}>{w.showMoney}</a></p>}
      </div>
      <Differences {...parts} />
      {view.same.length > 0 && <Disclosure summary={w.sameFields}><Summary rows={view.same} /></Disclosure>}
      <p class="soft">{w.hangingNote}</p>
      <div class="row">
        <Button name="do" value="merge">{w.merge}</Button>
        {view.state === 'distinct' ? <Button name="do" value="again" look="secondary">{w.askAgain}</Button>
          : <Button name="do" value="distinct" look="secondary">{w.distinct}</Button>}
        <ButtonLink href={path} look="link">{w.later}</ButtonLink>
      </div>
    </form>
  )
}

function Suspicion({ desk: { words: { compare: w }, recordPath }, view: { score, a, b, state } }: Pick<Parts, 'desk' | 'view'>) {
  return (
    <>
      {state === 'distinct' && <Notice>{w.decidedDistinct}</Notice>}
      <Card title={w.why} {...(score ? { side: <b>{w.score(score.points)}</b> } : {})}>
        {score?.isGone && <p>{w.scoreGone}</p>}
        {score?.evidence}
        <p class="row">{[a, b].map(({ id, name }) => <ButtonLink key={id} href={`${recordPath}/${id}`} look="link" small>{w.open(name)}</ButtonLink>)}</p>
      </Card>
    </>
  )
}

function Absorbed({ desk: { words, recordPath, path }, view: { a, b } }: Pick<Parts, 'desk' | 'view'>) {
  const standing = a.mergedInto ?? b.mergedInto
  return (
    <Notice tone="info" title={words.refusals['absorbed-already']}>
      {standing && <p><a href={`${recordPath}/${standing}`}>{words.compare.toSurvivor}</a></p>}
      <p><a href={path}>{words.list.title}</a></p>
    </Notice>
  )
}

async function send({ path, words, commands, groupOf }: DoublesDesk, { unit, tools, actor }: Allowed, values: Record<string, unknown>, { a, b }: PairView): Promise<Result<Sent>> {
  const ids: [string, string] = [a.id, b.id]
  const seen = z.enum(['open', 'distinct', 'merged']).catch('open').parse(values['seen'])
  if (values['do'] === 'distinct') {
    const kept = await commands.keepApart(unit, tools, actor, ids, seen)
    return kept.ok ? ok({ goTo: `${path}?beda=1` }) : kept
  }
  if (values['do'] === 'again') {
    const asked = await commands.askAgain(unit, tools, actor, ids)
    return asked.ok ? ok({ goTo: `${path}?lagi=1` }) : asked
  }
  const survivor = z.enum(SIDES).safeParse(values['survivor'])
  if (!survivor.success) return invalid([{ field: 'survivorId', message: words.survivorNeeded }])
  const goes = survivor.data === 'a' ? 'b' : 'a'
  const take = Object.entries(values).flatMap(([key, side]) => (key.startsWith('isian-') && side === goes ? [groupOf(key.slice('isian-'.length))] : []))
  const [survivorId, absorbedId] = survivor.data === 'a' ? ids : [ids[1], ids[0]]
  const versions = { [ids[0]]: Number(values['version-a']), [ids[1]]: Number(values['version-b']) }
  const merged = await commands.merge(unit, tools, actor, { survivorId, absorbedId, take, versions, seen })
  return merged.ok ? ok({ goTo: `${path}?digabung=${merged.value.mergeId}` }) : merged
}

/** Two records side by side: one or two, and if one, which answers stay. */
export const doublesPairPage = (desk: DoublesDesk): Route => page({
  path: `${desk.path}/:a/:b`,
  right: 'registry.merge',
  access: desk.access,
  fields: textFields,
  read: (ask) => desk.readPair(ask, [ask.params['a'] ?? '', ask.params['b'] ?? ''], ask.query['uang'] !== undefined),
  view(view, ask, form): Screen {
    const isGone = view.a.mergedInto !== null || view.b.mergedInto !== null
    const { compare: w, list } = desk.words
    return {
      title: w.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: desk.path, text: list.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.title} lead={isGone ? undefined : w.lead} />
          {isGone ? <Absorbed desk={desk} view={view} />
            : <><Suspicion desk={desk} view={view} /><Decision desk={desk} view={view} form={form} here={ask.path} /></>}
        </>
      ),
    }
  },
  send: (ask, values, view) => send(desk, ask, values, view),
})
