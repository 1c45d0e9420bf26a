import type { Chance } from './chance.ts'
import type { MessyCell, MessyLine } from './messy-list.ts'

const COLUMN = { nationalId: 1, owner: 2, phone: 4, name: 5, monthlySales: 13, annualSales: 14 } as const

type Turn = (cells: MessyCell[], chance: Chance) => void

const otherPhone: Turn = (cells, chance) => { cells[COLUMN.phone] = `0813 9${chance.between(100, 999)} ${chance.between(1000, 9999)}` }

/** How a list tells of somebody a second time. */
const TURNS: readonly Turn[] = [
  () => {},
  (cells, chance) => Object.assign(cells, { [COLUMN.monthlySales]: `${chance.between(2, 9)} jt`, [COLUMN.annualSales]: '' }),
  otherPhone,
  // Another business of the same owner, who has another number by now.
  (cells, chance) => {
    otherPhone(cells, chance)
    cells[COLUMN.name] = `${chance.one(['Warung Kopi', 'Bengkel Las', 'Jahit Gorden', 'Cuci Motor'])} ${chance.one(['Sumber Rejeki', 'Barokah', 'Makmur Jaya'])}`
  },
  (cells, chance) => {
    otherPhone(cells, chance)
    cells[COLUMN.nationalId] = ''
  },
  // Somebody else, with a NIK that is taken.
  (cells) => Object.assign(cells, { [COLUMN.owner]: 'Xaverius Yohanes Zebua', [COLUMN.name]: 'Studio Foto Zebua' }),
]

/** Tells of every so-many-th row once more, half the list further down, in one of the ways in which lists do. */
export function withDoubles(lines: readonly MessyLine[], chance: Chance, every = 17): MessyLine[] {
  const data = lines.flatMap((cells, at) => (typeof cells[0] === 'number' ? [at] : []))
  const behind = new Map<number, MessyCell[][]>()
  data.forEach((at, place) => {
    const target = data[place + Math.floor(data.length / 2)]
    if (place % every !== 0 || target === undefined) return
    const copy = [...lines[at] ?? []]
    TURNS[(place / every) % TURNS.length]?.(copy, chance)
    behind.set(target, [...behind.get(target) ?? [], copy])
  })
  return lines.flatMap((cells, at) => [cells, ...behind.get(at) ?? []])
}
