import { invalid } from '../../kernel/result.ts'
import { messages } from './messages.id.ts'
import type { FileRefusalCode } from './messages.id.ts'

/** The refusal of one file, tied to the form field that carried it. */
export const refuseFile = (field: string, code: FileRefusalCode) => invalid([{ field, message: messages[code] }], code)
