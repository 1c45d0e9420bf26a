import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Form } from '../../../platform/http/page.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { positionSchema } from '../core/record.ts'
import { BOARD_ROLES, type DraftData } from '../draft-store.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { type Values, typed } from './typed-answers.ts'

type Props = { data: DraftData; form: Form; words: ScreenWords; isOfficer: boolean }

/** The three offices every board has, by name; a citizen says which of them is his. */
export function BoardForm({ data, form: { values, problems }, words, isOfficer }: Props) {
  const w = words.board
  const again = Object.keys(values).length > 0
  const own = again ? typed(values, 'ownRole') : data.ownRole
  return (
    <>
      {!isOfficer && (
        <RadioGroup name="ownRole" label={w.own} hint={w.ownHint} value={own} error={problemOf(problems, 'ownRole')}
          choices={BOARD_ROLES.map((value) => ({ value, label: words.choices.role[value] }))} />
      )}
      {BOARD_ROLES.map((role) => (
        <TextField key={role} name={role} label={w[role]} optional value={again ? typed(values, role) : data.board?.[role]}
          error={problemOf(problems, role)} maxLength={120} />
      ))}
    </>
  )
}

/** @param ownName the citizen's own name, which stands for the office he chose */
export function readBoard(
  values: Values, { isOfficer, ownName, words }: { isOfficer: boolean; ownName: string | undefined; words: ScreenWords },
): Result<Pick<DraftData, 'board' | 'ownRole'>> {
  const ownRole = BOARD_ROLES.find((role) => role === values['ownRole'])
  if (!isOfficer && !ownRole) return invalid([{ field: 'ownRole', message: words.board.ownNeeded }])
  const names = BOARD_ROLES.flatMap((role) => {
    const name = role === ownRole ? ownName : typed(values, role)
    return name === undefined ? [] : [{ role, read: positionSchema.shape.name.safeParse(name) }]
  })
  const problems = names.flatMap(({ role, read }) => (read.success ? [] : [{ field: role, message: read.error.issues[0]?.message ?? '' }]))
  if (problems.length > 0) return invalid(problems)
  const board = Object.fromEntries(names.flatMap(({ role, read }) => (read.success ? [[role, read.data]] : [])))
  return ok({ board, ...(ownRole ? { ownRole } : {}) })
}
