import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import { ROLES } from '../../../kernel/rights.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../platform/http/page.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { CITIZEN_ROLES } from '../core/role-rules.ts'
import { officersId } from '../messages-officers.id.ts'
import type { RoleInput } from '../officer-accounts.ts'
import { datePartsFrom, datePartsOf, isoDateOf } from './date-parts.ts'
import { typed } from './typed.ts'

const t = officersId.admin
const part = z.string().max(4).default('')

export const roleFields = {
  role: z.string({ message: t.roleNeeded }).min(1, t.roleNeeded),
  area: z.string().trim().max(20).default(''),
  divisionId: z.string().max(60).default(''),
  'from-day': part, 'from-month': part, 'from-year': part, 'to-day': part, 'to-month': part, 'to-year': part,
}
const schema = z.object(roleFields)

/** The role as typed; dates that are not in the calendar are refused at their field. */
export function roleInputOf(fields: z.output<typeof schema>, today: Temporal.PlainDate): Result<RoleInput> {
  const from = isoDateOf(fields['from-day'], fields['from-month'], fields['from-year']) ?? today.toString()
  const to = isoDateOf(fields['to-day'], fields['to-month'], fields['to-year'])
  const wrong: Problem[] = [['from', from], ['to', to]].flatMap(([field, date]) => (date === 'wrong' ? [{ field: field ?? '', message: t.date }] : []))
  if (wrong.length > 0) return invalid(wrong)
  return ok({
    role: fields.role, from, ...(to === undefined ? {} : { to }), ...(fields.area === '' ? {} : { area: fields.area }),
    ...(fields.divisionId === '' ? {} : { divisionId: fields.divisionId }),
  })
}

type RoleFieldsProps = { values: Form['values']; problems: readonly Problem[]; divisions: { id: string; name: string }[]; today: Temporal.PlainDate }

/** Role, area, division and dates. */
export function RoleFields({ values, problems, divisions, today }: RoleFieldsProps) {
  const roles = ROLES.filter((role) => !CITIZEN_ROLES.includes(role))
  return (
    <>
      <SelectField name="role" label={t.role} value={typed(values, 'role')} error={problemOf(problems, 'role')}
        choices={roles.map((role) => ({ value: role, label: officersId.roles[role] ?? role }))} />
      <TextField name="area" label={t.area} hint={t.areaHint} optional width={16} maxLength={20} value={typed(values, 'area')} error={problemOf(problems, 'area')} />
      <SelectField name="divisionId" label={t.division} optional value={typed(values, 'divisionId')} error={problemOf(problems, 'divisionId')}
        choices={divisions.map(({ id, name }) => ({ value: id, label: name }))} />
      <DateField name="from" label={t.from} value={typed(values, 'from-day') === undefined ? datePartsFrom(today) : datePartsOf(values, 'from')} error={problemOf(problems, 'from')} />
      <DateField name="to" label={t.to} hint={t.toHint} optional value={datePartsOf(values, 'to')} error={problemOf(problems, 'to')} />
    </>
  )
}
