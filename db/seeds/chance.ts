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
  const word = () => Math.floor(next() * 4_294_967_296).toString(16).padStart(8, '0')
  // The seed is part of every id: the walks of two seeds through the 2^32 states cross somewhere.
  const mark = (seed >>> 0).toString(16).padStart(8, '0')
  return {
    next, between,
    one(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    share: (part) => next() < part,
    uuid() {
      const [one, two, three] = [word(), word(), word()]
      return `${one}-${two.slice(0, 4)}-4${two.slice(4, 7)}-a${three.slice(0, 3)}-${three.slice(3)}${mark.slice(1)}`
    },
  }
}
