import type { Status } from './core/life.ts'
import { applicationsId } from './messages.id.ts'

/** Where a case stands, in words for officers. */
export const statusText = (status: Status): string => applicationsId.status[status]
