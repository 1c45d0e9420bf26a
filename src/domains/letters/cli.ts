import { wibDate } from '../../kernel/wib.ts'
import type { Tools } from '../../platform/tools.ts'
import { verifyPdf } from '../../platform/signing/verify-pdf.ts'
import { type FileVerdict, checkFile } from './check-file.ts'
import type { LetterStatus } from './core/letter.ts'
import type { LetterFacts } from './core/letter-code.ts'
import { readCode } from './core/verification-code.ts'
import { judgeCodeText } from './judge-code.ts'
import { type Letter, findPublicLetter, statusOfLetter } from './letter-store.ts'
import { lettersId } from './messages.id.ts'
import { letterVerifyId as t } from './verify-messages.id.ts'

/** What `letter verify` found. `why` are sentences, the decisive one first. */
export type LetterReport = {
  verdict: LetterStatus | 'altered' | 'unknown'
  why: string[]
  number: string | null
  code: string | null
  /** How the letter was signed, as the register or the QR says. */
  signature: Letter['signature'] | null
  /** Of a file: what the signature inside says, and its SHA-256. */
  pdfSignature: 'valid' | 'altered' | 'not-whole-file' | 'unknown-signer' | 'unsigned' | null
  sha256: string | null
  inRegister: boolean
}

type Checking = Pick<Tools, 'db' | 'keys' | 'clock' | 'signer'>

const NOTHING: LetterReport = { verdict: 'unknown', why: [], number: null, code: null, signature: null, pdfSignature: null, sha256: null, inRegister: false }

function reportOf(letter: Letter, tools: Checking): LetterReport {
  const status = statusOfLetter(letter, tools.clock())
  return {
    ...NOTHING, verdict: status, why: [t.status[status], ...(letter.signature === 'test' ? [lettersId.public.testLead] : [])],
    number: letter.number, code: letter.code, signature: letter.signature, inRegister: true,
  }
}

const VERDICT: Record<Exclude<FileVerdict['kind'], 'genuine'>, 'altered' | 'unknown'> = {
  altered: 'altered', 'not-whole-file': 'altered', print: 'unknown', unregistered: 'unknown', 'unknown-signer': 'unknown', 'not-ours': 'unknown',
}

/** Judges a letter's file: signature, coverage of the whole file, and its SHA-256 in the register. */
export async function verifyLetterFile(tools: Checking, bytes: Uint8Array): Promise<LetterReport> {
  const found = await checkFile(tools, tools.db, bytes)
  const pdfSignature = verifyPdf(bytes, tools.signer?.anchors ?? []).verdict
  const common = { pdfSignature, sha256: found.sha256 }
  const said = [t.pdf[pdfSignature], 'letter' in found ? t.inRegister : t.notInRegister]
  if (found.kind !== 'genuine') return { ...NOTHING, ...common, verdict: VERDICT[found.kind], why: [lettersId.fileVerdict[found.kind].lead, ...said] }
  const report = reportOf(found.letter, tools)
  return { ...report, ...common, why: [...report.why, ...said] }
}

function ofFacts(facts: LetterFacts): Pick<LetterReport, 'number' | 'code' | 'signature'> {
  return { number: facts.number, code: facts.code, signature: facts.signature }
}

/** Judges the text of a QR, or a verification code alone. */
export async function verifyLetterText(tools: Checking, text: string): Promise<LetterReport> {
  const typed = readCode(/\/v\/([A-Za-z0-9-]+)\/?$/.exec(text.trim())?.[1] ?? text)
  if (typed !== undefined) {
    const letter = await findPublicLetter(tools.db, typed)
    return letter ? reportOf(letter, tools) : { ...NOTHING, code: typed, why: [lettersId.public.absent] }
  }
  const judged = await judgeCodeText(tools, text, wibDate(tools.clock()))
  if (!('facts' in judged)) return { ...NOTHING, verdict: judged.verdict === 'altered' ? 'altered' : 'unknown', why: [t.code[judged.verdict]] }
  const letter = await findPublicLetter(tools.db, judged.facts.code)
  if (!letter) return { ...NOTHING, ...ofFacts(judged.facts), why: [t.notInRegister] }
  const report = reportOf(letter, tools)
  return { ...report, why: [...report.why, t.codeGenuine] }
}
