import { setFlagsFromString } from 'node:v8'

/** Left alone, the heap may grow to several times what is alive in it before old garbage is looked for. */
const GROWTH_PERCENT = 15

let thrifty = 0

/**
 * Does long work over many rows with little memory: old garbage is looked for sooner. Costs about a fifth more time of the processor, so
 * it is for work on lists, not for pages. (The young garbage is kept small by the flag with which the program is started; package.json.)
 */
export async function withThrift<T>(work: () => Promise<T>): Promise<T> {
  thrifty += 1
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
  try {
    return await work()
  } finally {
    thrifty -= 1
    if (thrifty === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
