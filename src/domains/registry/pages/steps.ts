import type { VNode } from 'preact'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Form } from '../../../platform/http/page.ts'
import type { Change } from '../change-business.ts'
import type { DraftData } from '../draft-store.ts'
import type { Revealable } from '../reveal.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

/** The pages on which a business is told, in their order; each is an address of its own. */
export const STEP_KEYS = ['usaha', 'kegiatan', 'kecamatan', 'alamat', 'mulai', 'modal', 'penjualan', 'nib'] as const
export type StepKey = (typeof STEP_KEYS)[number]

/** What a step looks at before it is shown. */
export type StepAsk = { tx: Tx; officeId: string; data: DraftData; query: Record<string,
  string>; today: Temporal.PlainDate; words: ScreenWords }

/** What a page answers: what is set, and what is emptied again. */
export type Told = { set: DraftData; clear?: NonNullable<Change['clear']> }

/** How a field is filled again: by what was typed when something is wrong, else by what is kept. */
export type Fill = (name: string, kept?: string | number | null) => string | undefined

export type StepShown<M> = { data: DraftData; more: M; words: ScreenWords; form: Form; fill: Fill; today: Temporal.PlainDate; path: string;
  query: Record<string, string> }

/** One page of telling: used to enter a business and to change it. */
export type Step<M> = {
  key: StepKey
  title: (words: ScreenWords) => string
  /** Lists and suggestions the page shows. */
  read: (ask: StepAsk) => Promise<M>
  /** Fields inside the form. */
  fields: (shown: StepShown<M>) => VNode
  /** Above the form, such as a search of its own. */
  before?: (shown: StepShown<M>) => VNode
  /** Nothing to send yet: a search without results. */
  isEmpty?: (more: M) => boolean
  answers: (values: Record<string, string>,
    ask: { data: DraftData; more: M; today: Temporal.PlainDate; words: ScreenWords }) => Result<Told>
  /** Shows what is masked elsewhere: an officer's look is traced. */
  shows?: Revealable
}

/** All fields of a form as single texts. */
export const textFields = z.record(z.string(), z.unknown()).transform((values) =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))))

/** Checks one text by the schema of the record; an empty one is no answer. */
export function readField<T>(schema: z.ZodType<T>, field: string,
  text: string | undefined): { value?: T; problems: { field: string; message: string }[] } {
  const read = schema.safeParse(text === undefined || text.trim() === '' ? undefined : text)
  return read.success ? { value: read.data, problems: [] } : { problems: read.error.issues.map(({ message }) => ({ field, message })) }
}
