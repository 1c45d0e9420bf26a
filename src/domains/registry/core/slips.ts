/** The set of letters of a text, as bits. */
export function letterMask(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) % 32)
  return mask
}

/** Whether two sets of letters can belong to texts one slip apart. It spares nearly all of the exact comparisons. */
export function differByFew(a: number, b: number): boolean {
  let rest = a ^ b
  rest &= rest - 1
  rest &= rest - 1
  return rest === 0
}

/** A letter too many, too few, another one, or two neighbours exchanged; not for equal texts. */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a)
  if (b.length - a.length > 1 || a === b) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1)
  return a.slice(at + 1) === b.slice(at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2))
}
