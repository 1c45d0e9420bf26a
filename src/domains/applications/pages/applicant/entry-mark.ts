import { createHash } from 'node:crypto'
import { type Answers, type Entry, type Facts, type Question, faultsOfEntry, wordFaults } from '../../../services/index.ts'
import { caseWordsOf } from './case-file.ts'

/** A mark of the list as a page showed it: a form sent twice, or from an old tab, must not change another entry. */
export const markOf = (entries: readonly Entry[]): string => createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 16)

/** What is wrong with one entry, by the key of its question. */
export const entryProblems = (question: Question, entry: Entry, around: Answers, facts: Facts, lang: 'id' | 'en') =>
  wordFaults(faultsOfEntry(question, entry, around, { facts, whole: true }), caseWordsOf(lang).faults, lang)

/** How many answers of an entry are missing or wrong. */
export const entryHoles = (question: Question, entry: Entry, around: Answers, facts: Facts): number =>
  entryProblems(question, entry, around, facts, 'id').length
