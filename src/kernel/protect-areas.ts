/** Numbers from 1 up to below this point at few people and are not published. A choice of this product; no rule names a number. */
export const LEAST = 5

/** An area with what lies in it; without children it is a village. */
export type Area = { code: string; children?: readonly Area[] }

/**
 * The numbers of one area that would be known if its cell were: a count and, for a share, what is left of the whole. Each must be 0 or
 * at least `LEAST`, also when the hidden areas of one parent are taken together, since that sum is known by subtraction.
 */
type Parts = (code: string) => readonly number[]

const isTelling = (n: number) => n > 0 && n < LEAST
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

/** May the hidden areas be hidden together without one of them, or a small sum of them, being computed from the parent? */
function isSafe(hidden: readonly string[], parts: Parts): boolean {
  const filled = hidden.filter((code) => sumOf(parts(code)) > 0)
  if (filled.length === 1) return false
  const sums = filled.reduce<number[]>((all, code) => parts(code).map((n, at) => n + (all[at] ?? 0)), [])
  return !sums.some(isTelling)
}

/** The children of a visible parent to hide: the telling ones, then the smallest others until subtraction tells nothing. */
function hiddenAmong(children: readonly string[], parts: Parts, already: ReadonlySet<string>): string[] {
  const hidden = children.filter((code) => already.has(code) || parts(code).some(isTelling))
  const others = children.filter((code) => !hidden.includes(code) && sumOf(parts(code)) > 0)
    .toSorted((a, b) => sumOf(parts(a)) - sumOf(parts(b)) || a.localeCompare(b))
  while (hidden.length > 0 && !isSafe(hidden, parts)) {
    const next = others.shift()
    if (next === undefined) return [...children]
    hidden.push(next)
  }
  return hidden
}

const below = (area: Area): string[] => [area.code, ...(area.children ?? []).flatMap(below)]

function hide(area: Area, parts: Parts, already: ReadonlySet<string>, hidden: Set<string>): void {
  const children = area.children ?? []
  const among = hiddenAmong(children.map(({ code }) => code), parts, already)
  for (const child of children) {
    // A hidden district with visible villages would be their sum.
    if (among.includes(child.code)) for (const code of below(child)) hidden.add(code)
    else hide(child, parts, already, hidden)
  }
}

/**
 * Which areas of a tree must not show one measure, so that no hidden number follows from the visible ones by adding and subtracting.
 * @param already areas that are hidden whatever this measure says, because their whole is
 */
export function protectAreas(root: Area, parts: Parts, already: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const hidden = new Set<string>()
  if (already.has(root.code) || parts(root.code).some(isTelling)) return new Set(below(root))
  hide(root, parts, already, hidden)
  return hidden
}
