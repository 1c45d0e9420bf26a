import { businessLists } from './business-lists.ts'
import { cooperativeLists } from './cooperative-lists.ts'
import type { RecordKind } from './core/fields.ts'
import type { ListKind } from './list-kind.ts'

/** The kinds of lists that can be imported. A new one is a line here, its fields and synonyms, and a register. */
export const LIST_KINDS: Readonly<Record<RecordKind, ListKind>> = { business: businessLists, cooperative: cooperativeLists }
