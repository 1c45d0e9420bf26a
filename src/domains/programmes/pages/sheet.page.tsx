import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Desk } from '../../../ui/desk.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { answersOfCase, findCaseAccess, findCaseCard } from '../../applications/index.ts'
import { answerText } from '../../services/index.ts'
import { programmesId } from '../messages.id.ts'
import { giveSheet, readScoring } from '../score.ts'
import { dayText } from './dates.ts'
import { PATH } from './rounds.page.tsx'

const t = programmesId.sheet

/** Where a member of the panel scores one request, criterion by criterion. */
export const sheetPage = page({
  path: `${PATH}/nilai/:id`,
  right: 'round.score',
  access: ({ unit, params }) => findCaseAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, actor, params }) {
    const found = await readScoring(unit, actor, params['id'] ?? '')
    const card = await findCaseCard(unit.tx, params['id'] ?? '')
    if (!found.ok || !card) return undefined
    const answers = await answersOfCase(unit.tx, card.id)
    const said = found.value.definition.questions.flatMap((one): [string, string][] => {
      const text = answerText(one, answers[one.key], { day: dayText })
      return text === undefined ? [] : [[one.label.id, text]]
    })
    unit.looked(card.officeId, actor, 'application.read', { kind: 'application', id: card.id, personId: card.ownerId })
    return { ...found.value, card, said }
  },
  view({ scoring, own, note, round, card, said }, _ask, form) {
    return {
      title: t.title(card.reference), variant: 'officer', wrong: form.problems.length > 0, back: { href: `${PATH}/${round.id}`, text: round.name },
      body: (
        <Desk problems={form.problems} title={t.title(card.reference)} lead={t.lead}>
          <Card title={t.answers}><Summary rows={said.map(([label, value]) => ({ label, value }))} /></Card>
          <p><a href={`/petugas/permohonan/${card.id}`}>{t.open}</a></p>
          <form method="post" class="stack prose" noValidate>
            {scoring.criteria.map((one) => (
              <RadioGroup key={one.key} name={`points.${one.key}`} label={t.weight(one.label.id, one.weight)} error={problemOf(form.problems, `points.${one.key}`)}
                value={typedIn(form, `points.${one.key}`) ?? own?.[one.key]?.toString()}
                choices={one.levels.map((level) => ({ value: String(level.points), label: t.level(level.points, level.label.id) }))} />
            ))}
            <TextArea name="note" label={t.note} hint={t.noteHint} rows={2} maxLength={1000} optional value={typedIn(form, 'note') ?? note} />
            <div><Button icon="check">{t.button}</Button></div>
          </form>
        </Desk>
      ),
    }
  },
  fields: z.record(z.string(), z.string()),
  async send({ tools, unit, actor, params }, fields, { round, scoring }) {
    const points = Object.fromEntries(scoring.criteria.flatMap(({ key }) => {
      const typed = fields[`points.${key}`]
      return typed !== undefined && /^\d{1,3}$/.test(typed) ? [[key, Number(typed)]] : []
    }))
    const given = await giveSheet(tools, unit, actor, params['id'] ?? '', { points, note: fields['note'] })
    return given.ok ? ok({ goTo: `${PATH}/${round.id}` }) : given
  },
})
