/** What is wrong with a definition: where, such as `life.accepted.exits[2].to` or `questions.brandName.showWhen`, and what to mend. */
export type Flaw = { place: string; message: string }

const NAMES = ['key', 'state', 'code', 'name']

/**
 * A path into a definition as people read it: an entry of a list by its key, state or code where it has one, else by its number.
 * @param json the definition the path leads into
 */
export function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  let text = ''
  let at = json
  for (const step of path) {
    const inside: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
    const name = Array.isArray(at) && typeof inside === 'object' && inside !== null
      ? NAMES.map((one): unknown => Reflect.get(inside, one)).find((one) => typeof one === 'string' && one !== '') : undefined
    text += typeof name === 'string' ? `.${name}` : typeof step === 'number' ? `[${step}]` : `.${String(step)}`
    at = inside
  }
  return text.replace(/^\./, '')
}
