import { boardId as w } from './board-words.id.ts'
import { type BoardCode, type EvidenceKey, totalIn } from './core/board.ts'
import type { Figure } from './core/figures.ts'
import type { ObjectionCode } from './core/objection-figures.ts'
import { countText, dayText, hoursText, minutesText, toldText } from './figure-text.ts'
import type { Board } from './read-board.ts'

/** A value of the board; `text` undefined: there is no number yet. `from`: the figure with a definition that it is. */
export type EvidenceText = { text: string | undefined; before?: string; from?: BoardCode; definition?: string }

function shareText<Code extends string>(figures: readonly Figure<Code>[], code: Code): string | undefined {
  const total = totalIn(figures, code)
  return total?.part === undefined || !total.whole ? undefined : toldText(Math.round((total.part * 1000) / total.whole), 'share', 'id')
}

const valueIn = <Code extends string>(figures: readonly Figure<Code>[], code: Code): number | undefined => totalIn(figures, code)?.value ?? undefined
const text = <T>(value: T | undefined, say: (value: T) => string): string | undefined => (value === undefined ? undefined : say(value))
const count = (n: number | undefined) => text(n, (one) => countText(one, 'id'))

/** How many of one thing there are for each officer who worked, with one decimal. */
function perOfficer(figures: readonly Figure[], code: Figure['code']): string | undefined {
  const [all, officers] = [valueIn(figures, code), valueIn(figures, 'petugas-aktif')]
  return all === undefined || !officers ? undefined : hoursText((all / officers) * 60, 'id')
}

function figureText(board: Board, code: Figure['code'], say: (figures: readonly Figure[]) => string | undefined): EvidenceText {
  const before = say(board.before)
  return { text: say(board.figures), from: code, ...(before === undefined ? {} : { before }) }
}

function objectionText({ objections: { now, before } }: Board, code: ObjectionCode, say: (figures: readonly Figure<ObjectionCode>[]) => string | undefined): EvidenceText {
  const earlier = say(before)
  return { text: say(now), from: code, ...(earlier === undefined ? {} : { before: earlier }) }
}

const coverageText = ({ villages, facts }: Board, has: (one: Board['villages'][number]) => boolean, isCounted = facts.coverage !== undefined): EvidenceText =>
  ({ text: isCounted ? w.of(countText(villages.filter(has).length, 'id'), countText(villages.length, 'id')) : undefined })

/** The index of the last quarter that was published; `definition` is that of the survey itself, which does not follow from the log. */
function satisfactionText({ satisfaction: [last, before] }: Board): EvidenceText {
  const say = (one: Board['satisfaction'][number] | undefined) => (one?.results.figures?.index ? w.satisfaction(one.results.figures.index.replace('.', ','), one.results.figures.category ?? '') : undefined)
  const earlier = say(before)
  return { text: say(last), ...(earlier === undefined ? {} : { before: earlier }), ...(last ? { definition: w.definitionOfSurvey(last.results.definition, last.period.key) } : {}) }
}

/** What each piece of evidence says; undefined for what the program does not record. */
export function evidenceText(board: Board, key: EvidenceKey): EvidenceText | undefined {
  switch (key) {
    case 'standards': return { text: countText(board.standards, 'id') }
    case 'posts': return { text: w.of(countText(board.posts.held, 'id'), countText(board.posts.all, 'id')) }
    case 'calendar': return { text: dayText(board.calendarThrough, 'id') }
    case 'officers': return { text: countText(board.officers, 'id') }
    case 'working': return figureText(board, 'petugas-aktif', (figures) => count(valueIn(figures, 'petugas-aktif')))
    case 'load': return figureText(board, 'langkah', (figures) => perOfficer(figures, 'langkah'))
    case 'open': return figureText(board, 'terbuka', (figures) => perOfficer(figures, 'terbuka'))
    case 'health': return { text: text(board.facts.health?.found, (found) => w.of(countText(found.filter(({ state }) => state === 'ok').length, 'id'), countText(found.length, 'id'))) }
    case 'onTime': return figureText(board, 'tepat-waktu', (figures) => shareText(figures, 'tepat-waktu'))
    case 'time': return figureText(board, 'waktu-median', (figures) => text(valueIn(figures, 'waktu-median'), (minutes) => minutesText(minutes, 'id')))
    case 'firstTime': return figureText(board, 'sekali-jalan', (figures) => shareText(figures, 'sekali-jalan'))
    case 'letters': return figureText(board, 'terbit', (figures) => count(valueIn(figures, 'terbit')))
    case 'late': return figureText(board, 'terlambat-terbuka', (figures) => count(valueIn(figures, 'terlambat-terbuka')))
    case 'objections': return objectionText(board, 'keberatan', (figures) => count(valueIn(figures, 'keberatan')))
    case 'objectionsInTime': return objectionText(board, 'keberatan-tepat-waktu', (figures) => shareText(figures, 'keberatan-tepat-waktu'))
    case 'objectionsGranted': return objectionText(board, 'keberatan-dikabulkan', (figures) => shareText(figures, 'keberatan-dikabulkan'))
    case 'coverageApplications': return coverageText(board, ({ applications }) => applications > 0)
    case 'coverageBusinesses': return coverageText(board, ({ businesses }) => businesses > 0, true)
    case 'training': case 'outreach': case 'budget': case 'officerTraining': case 'complaints': return undefined
    case 'satisfaction': return satisfactionText(board)
  }
}
