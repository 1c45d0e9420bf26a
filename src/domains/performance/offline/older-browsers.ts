// What the figures use and browsers before 2023 lack. Only what is used, and only as it is used.

type Lists = { findLast?: unknown; toSorted?: unknown; at?: unknown }
const lists: Lists = Array.prototype
const define = (on: object, name: string, value: unknown) => { Object.defineProperty(on, name, { value, configurable: true, writable: true }) }

if (lists.findLast === undefined) {
  define(lists, 'findLast', function findLast(this: unknown[], meant: (one: unknown) => boolean) {
    for (let index = this.length - 1; index >= 0; index -= 1) if (meant(this[index])) return this[index]
    return undefined
  })
}
if (lists.toSorted === undefined) define(lists, 'toSorted', function toSorted(this: unknown[], order: (a: unknown, b: unknown) => number) { return [...this].sort(order) })
if (lists.at === undefined) define(lists, 'at', function at(this: unknown[], index: number) { return this[index < 0 ? this.length + index : index] })
if (!('groupBy' in Map)) {
  define(Map, 'groupBy', (list: Iterable<unknown>, keyOf: (one: unknown) => unknown) => {
    const groups = new Map<unknown, unknown[]>()
    for (const one of list) {
      const held = groups.get(keyOf(one))
      if (held) held.push(one)
      else groups.set(keyOf(one), [one])
    }
    return groups
  })
}
