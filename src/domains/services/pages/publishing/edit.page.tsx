import { z } from 'zod'
import { ok } from '../../../../kernel/result.ts'
import { typedIn } from '../../../../platform/http/form.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { typedDate } from '../../../office/index.ts'
import { type Typed, editedDefinition } from '../../core/edited.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { proposeDefinition } from '../../propose.ts'
import { type KeptVersion, listVersionsOf } from '../../store.ts'
import { EditForm, placesOf } from './edit-form.tsx'
import { FlawTable, ROOT, proposalPath, publishingScreen, servicePath } from './frame.tsx'

/** The fields by their place; the date of the decree is three of them. */
function typedOf(form: Form): Typed {
  const part = (name: string) => typedIn(form, `decree.date-${name}`)
  const text = ['day', 'month', 'year'].map((name) => part(name) ?? '').join('-')
  const date = part('year') === undefined ? undefined : typedDate({ day: part('day') ?? '', month: part('month') ?? '', year: part('year') ?? '' }) || text
  return (place) => (place === 'decree.date' ? date : typedIn(form, place)?.replaceAll('\r\n', '\n'))
}

const latestOf = async (tx: Parameters<typeof listVersionsOf>[0], officeId: string, code: string): Promise<KeptVersion | undefined> => (await listVersionsOf(tx, officeId, code))[0]

/** Changes what an office changes most; what comes of it is a proposal. */
export const editPage = page({
  path: `${ROOT}/:code/ubah`,
  right: 'service.propose',
  async access({ unit, actor, params }) {
    const latest = actor && await latestOf(unit.tx, actor.officeId, params['code'] ?? '')
    return latest && { officeId: actor.officeId, divisionId: latest.definition.division }
  },
  fields: z.looseObject({ note: z.string().max(500).default('') }),
  read: ({ unit, actor, params }) => latestOf(unit.tx, actor.officeId, params['code'] ?? ''),
  view({ definition }, _ask, form) {
    const places = new Set(placesOf(definition))
    return publishingScreen({
      title: definition.name.id, lead: t.editLead, form, back: { href: servicePath(definition.code), text: definition.name.id },
      children: <><FlawTable problems={form.problems.filter(({ field }) => !places.has(field))} /><EditForm definition={definition} form={form} /></>,
    })
  },
  async send({ unit, actor }, fields, { definition }) {
    const values = Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
    const done = await proposeDefinition(unit, actor, editedDefinition(definition, typedOf({ values, problems: [] })), fields.note)
    return done.ok ? ok({ goTo: `${proposalPath(done.value.id)}?sudah=usul` }) : done
  },
})
