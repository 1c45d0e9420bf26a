/** What is wrong with a definition: where, such as `life.accepted.exits[2].to` or `questions.brandName.showWhen`, and what to mend. */
export type Flaw = { place: string; message: string }

const NAMES = ['key', 'state', 'code', 'name']

/** What an entry of a list is called, if it has a name. */
export function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const name = NAMES.map((one): unknown => Reflect.get(entry, one)).find((one) => typeof one === 'string' && one !== '')
  return typeof name === 'string' ? name : undefined
}

/**
 * A path into a definition as people read it: an entry of a list by its key, state or code where it has one, else by its number.
 * @param json the definition the path leads into
 */
export function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  let text = ''
  let at = json
  for (const step of path) {
    const inside: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
    const name = Array.isArray(at) ? nameOf(inside) : undefined
    text += name !== undefined ? `.${name}` : typeof step === 'number' ? `[${step}]` : `.${String(step)}`
    at = inside
  }
  return text.replace(/^\./, '')
}
