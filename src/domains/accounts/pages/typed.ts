import type { Form } from '../../../platform/http/page.ts'

/** What was typed into a field, to be shown again. */
export function typed(values: Form['values'], name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
