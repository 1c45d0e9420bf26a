/** Reproducible chance: the same seed gives the same draws, on every machine. */
export type Chance = {
  /** 0 up to, but not including, 1. */
  next: () => number
  /** A whole number between the two, both possible. */
  between: (least: number, most: number) => number
  one: <T>(items: readonly T[]) => T
  /** True in this share of the draws. */
  share: (part: number) => boolean
  uuid: () => string
}

/** Mulberry32: 32 bits of state, good enough for made-up people. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const hex = (length: number) => Array.from({ length }, () => between(0, 15).toString(16)).join('')
  return {
    next, between,
    one(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    share: (part) => next() < part,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}
