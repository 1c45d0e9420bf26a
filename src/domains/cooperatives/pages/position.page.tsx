import { wibDate } from '../../../kernel/wib.ts'
import { invalid } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { maskPhone } from '../../registry/index.ts'
import { accessOf } from '../access.ts'
import { maskedIds } from '../answer.ts'
import { type KeptCooperative, findCooperative } from '../cooperative-store.ts'
import { GENDERS, ORGANS, POSITION_ROLES } from '../core/choices.ts'
import { type Position, positionSchema } from '../core/record.ts'
import { sendChange } from './edit.page.tsx'
import { typed, typedDate } from './typed-answers.ts'
import { anyFields, cooperativePath, variantFor, wordsIn } from './wording.ts'

type Model = { kept: KeptCooperative; position: Position | undefined; nationalId: string | undefined }

const NEW = 'baru'
const KEYS = ['organ', 'role', 'name', 'gender', 'phone', 'from', 'to', 'villageHead'] as const

type FieldsProps = { model: Model; ask: Allowed; form: Form }

function datePartsOf(form: Form, name: 'from' | 'to', kept: string | undefined) {
  if (Object.keys(form.values).length > 0) return {
    day: typed(form.values, `${name}-day`), month: typed(form.values, `${name}-month`), year: typed(form.values, `${name}-year`),
  }
  const [year, month, day] = kept?.split('-').map((part) => String(Number(part))) ?? []
  return { day, month, year }
}

function PositionFields({ model: { kept, position, nationalId }, ask, form }: FieldsProps) {
  const { problems, values } = form
  const words = wordsIn(ask.lang)
  const { fields: f, hints: h, choices, board, wizard } = words
  const again = Object.keys(values).length > 0
  const filled = (name: string, was: string | undefined) => (again ? typed(values, name) : was)
  const error = (name: string) => problemOf(problems, name)
  return (
    <>
      <RadioGroup name="organ" label={f.organ} value={filled('organ', position?.organ)} error={error('organ')}
        choices={ORGANS.map((value) => ({ value, label: choices.organ[value] }))} />
      <RadioGroup name="role" label={f.role} value={filled('role', position?.role)} error={error('role')}
        choices={POSITION_ROLES.map((value) => ({ value, label: choices.role[value] }))} />
      <TextField name="name" label={f.personName} value={filled('name', position?.name)} error={error('name')} maxLength={120} />
      <RadioGroup name="gender" label={f.gender} value={filled('gender', position?.gender)} error={error('gender')}
        choices={GENDERS.map((value) => ({ value, label: choices.gender[value] }))} />
      <TextField name="nationalId" label={f.nationalId} optional hint={nationalId ? wizard.keptMasked(nationalId) : h['nationalId']}
        inputMode="numeric" width={16} maxLength={24}
        value={again ? typed(values, 'nationalId') : undefined} error={error('nationalId')} />
      <PhoneField name="phone" label={f.phone} optional hint={position?.phone ? wizard.keptMasked(maskPhone(position.phone)) : undefined}
        value={again ? typed(values, 'phone') : undefined} error={error('phone')} />
      <DateField name="from" label={f.from} optional value={datePartsOf(form, 'from', position?.from)} error={error('from')} />
      <DateField name="to" label={f.to} optional hint={h['to']} value={datePartsOf(form, 'to', position?.to)} error={error('to')} />
      {kept.record.group === 'kdkmp' && (
        <CheckboxGroup name="villageHead" label={f.villageHead}
          values={(again ? typed(values, 'villageHead') : position?.villageHead) ? ['yes'] : []}
          choices={[{ value: 'yes', label: choices.yesNo.yes }]} />
      )}
      {position && (
        <CheckboxGroup name="removed" label={board.change} hint={board.removedHint} choices={[{ value: 'yes', label: board.removed }]} />
      )}
    </>
  )
}

/** The answers of the form: null empties, an empty telephone stays as it is. */
function readPosition(values: Record<string, unknown>, isNew: boolean) {
  const raw = {
    ...Object.fromEntries(KEYS.map((key) => [key, typed(values, key)])), from: typedDate(values, 'from'), to: typedDate(values, 'to'),
    villageHead: values['villageHead'] === 'yes' ? true : undefined,
  }
  const read = positionSchema.safeParse(raw)
  if (!read.success) return { problems: read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })) }
  const emptied = isNew ? {}
    : Object.fromEntries((['gender', 'from', 'to', 'villageHead'] as const).filter((key) => read.data[key] === undefined).map((key) =>
      [key, null]))
  return { problems: [], position: { ...read.data, ...emptied } }
}

/** One person of the board, the supervisors or the management: `/koperasi/{id}/pengurus/{position}`, `baru` for one more. */
export const positionPage = page({
  path: '/koperasi/:id/pengurus/:position',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read({ unit, tools, params }): Promise<Model | undefined> {
    const kept = await findCooperative(unit.tx, params['id'] ?? '')
    const position = kept?.positions.find(({ id }) => id === params['position'])
    if (!kept || (!position && params['position'] !== NEW)) return undefined
    const ids = position ? await maskedIds(unit, tools, [position]) : new Map<string, string>()
    return { kept, position, nationalId: position?.personId ? ids.get(position.personId) : undefined }
  },
  view(model, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const title = model.position ? words.board.changeTitle : words.board.addTitle
    const home = cooperativePath(ask, model.kept.id)
    const isFormer = model.position?.to !== undefined && model.position.to < wibDate(ask.unit.now).toString()
    return {
      title, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: (
        <>
          <BackLink href={home} text={model.kept.record.name} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} lead={isFormer ? words.board.former : undefined} />
          <form method="post" noValidate class="stack">
            <PositionFields model={model} ask={ask} form={form} />
            <input type="hidden" name="version" value={model.kept.version} />
            <div class="row">
              <Button>{words.wizard.save}</Button>
              <ButtonLink href={home} look="link">{words.wizard.cancel}</ButtonLink>
            </div>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, { kept, position }) {
    if (position && values['removed'] === 'yes') return sendChange(ask, kept, values, { positions: [{ id: position.id, removed: true }] })
    const read = readPosition(values, position === undefined)
    if (!read.position) return invalid(read.problems)
    return sendChange(
      ask, kept, values,
      { positions: [{ ...read.position, ...(position ? { id: position.id } : {}), nationalId: typed(values, 'nationalId') }] },
    )
  },
})
