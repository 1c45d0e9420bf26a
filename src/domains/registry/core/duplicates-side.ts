import { COMMON_WORDS, FILLER_WORDS, TRADE_WORDS } from './duplicates-words.ts'
import { nameWords, soundOf } from './names.ts'
import { differByFew, isOneSlip, letterMask } from './slips.ts'

/**
 * One of two records that may be the same business. `nationalId`, `familyCard`, `nib` and `phone` may be the digits or any key that is
 * equal
 * for equal digits; one wrong digit is recognised only in digits. What is not known is left out and then counts neither for nor against.
 * `product` is what it sells in words; `address` is free text, in which RT and RW are found too.
 */
export type DuplicateSide = {
  name: string
  villageCode: string
  kbli: string
  kbliVersion?: string | undefined
  nationalId?: string | undefined
  phone?: string | undefined
  ownerName?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
  nib?: string | undefined
  familyCard?: string | undefined
  product?: string | undefined
  address?: string | undefined
  rt?: string | undefined
  rw?: string | undefined
}

/**
 * A word in its compared form. `trade` is the word of trade it is, by a slip too, or ''. `weight` 2 for one that tells which business it
 * is, 1 for one that very many names bear.
 */
export type Word = { text: string; weight: number; sound: string; letters: number; trade: string; isFiller: boolean }

/** A record made ready once for many comparisons. */
export type PreparedSide = {
  side: DuplicateSide
  name: readonly Word[]
  owner: readonly Word[]
  /** Trade words of the signboard; and of signboard and product together. */
  signTrades: readonly string[]
  trades: readonly string[]
  /** The name's words are the owner's: a list without business names wrote the person. */
  isNamedAsOwner: boolean
  street: string
  houseNumber: string
  /** '3/2' for RT 03 RW 02; '' when one of the two is not known. */
  rtRw: string
}

const words = new Map<string, Word>()
const MOST_REMEMBERED = 50_000
const SHORTEST_SLIP = 6

function wordOf(text: string): Word {
  const known = words.get(text)
  if (known) return known
  if (words.size >= MOST_REMEMBERED) words.clear()
  const letters = letterMask(text)
  const isCommon = COMMON_WORDS.has(text)
  const made = {
    text, letters, weight: isCommon || text.length < 3 ? 1 : 2, sound: soundOf(text), isFiller: FILLER_WORDS.has(text),
    trade: isCommon ? '' : tradeOf(text, letters),
  }
  words.set(text, made)
  return made
}

const TRADES = [...TRADE_WORDS].filter((word) => word.length >= SHORTEST_SLIP - 1).map((word) => ({ word, letters: letterMask(word) }))

// "Kerupku" is a trade mistyped, not a name. Short words are too near to each other: Tini is no "tani".
function tradeOf(text: string, letters: number): string {
  if (TRADE_WORDS.has(text)) return text
  if (text.length < SHORTEST_SLIP) return ''
  return TRADES.find((trade) => differByFew(letters, trade.letters) && isOneSlip(text, trade.word))?.word ?? ''
}

/** Normalises what a comparison looks at. About ten microseconds; comparisons then cost about one. */
export function prepareSide(side: DuplicateSide): PreparedSide {
  const sign = nameWords(side.name).map(wordOf)
  const product = side.product ? nameWords(side.product).map(wordOf) : []
  const owner = side.ownerName ? nameWords(side.ownerName).map(wordOf) : []
  const name = [...new Set(sign)].filter((word) => word.trade === '' && !word.isFiller)
  return {
    side, name, owner, signTrades: tradesOf(sign), trades: tradesOf([...sign, ...product]),
    isNamedAsOwner: name.length > 0 && name.every((word) => owner.includes(word)),
    ...placeOf(side),
  }
}

const tradesOf = (all: readonly Word[]) => [...new Set(all.map(({ trade }) => trade).filter(Boolean))]

const RT_RW = /\brt\s*\.?\s*0*(\d{1,3})\s*[/,]?\s*(?:rw)?\s*\.?\s*0*(\d{1,3})\b|\b0*(\d{1,2})\/0*(\d{1,2})\b/
const KIND_OF_STREET = /\b(?:jl|jln|jalan|jalur|gang|gg|dusun|dsn|dukuh|perum|perumahan|no|nomor|blok|blk|rt|rw)\b/g

function placeOf({ address = '', rt, rw }: DuplicateSide): Pick<PreparedSide, 'street' | 'houseNumber' | 'rtRw'> {
  const text = address.toLowerCase().replaceAll('.', ' ')
  const inside = RT_RW.exec(text)
  const bare = (inside ? text.replace(inside[0], ' ') : text).replace(KIND_OF_STREET, ' ')
  const houseNumber = /\d+\s?[a-d]?\b/.exec(bare)?.[0].replace(' ', '') ?? ''
  const street = bare.replace(/\d.*$/, '').replace(/[^\p{L}]+/gu, '')
  const [inRt, inRw] = [inside?.[1] ?? inside?.[3], inside?.[2] ?? inside?.[4]]
  return { street, houseNumber, rtRw: pairOf(rt ?? inRt, rw ?? inRw) }
}

function pairOf(rt: string | undefined, rw: string | undefined): string {
  const [one, other] = [Number(rt), Number(rw)]
  return rt && rw && one > 0 && other > 0 ? `${one}/${other}` : ''
}
