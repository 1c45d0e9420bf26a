import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type PdfSignature, verifyPdf } from '../../platform/signing/verify-pdf.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Letter, fileOf, findLetterByHash } from './letter-store.ts'

/**
 * What a file is. `genuine`: byte for byte the letter in the register. `print`: the page as it was printed for wet ink, not yet the letter.
 * `unregistered`: signed for the office and whole, but no letter of the register. The others: see `PdfVerdict`; `not-ours` is neither
 * in the register nor signed.
 */
export type FileVerdict = { sha256: string; signature?: PdfSignature } & (
  | { kind: 'genuine' | 'print'; letter: Letter }
  | { kind: 'unregistered' | 'altered' | 'not-whole-file' | 'unknown-signer' | 'not-ours' }
)

/** Compares a file with the register by its hash; one that is not there is judged by the signature inside it. */
export async function checkFile(tools: Pick<Tools, 'signer'>, tx: Db | Tx, bytes: Uint8Array): Promise<FileVerdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const letter = await findLetterByHash(tx, sha256)
  const judged = verifyPdf(bytes, tools.signer?.anchors ?? [])
  const signature = 'signature' in judged ? { signature: judged.signature } : {}
  if (letter) {
    const isLetter = letter.state === 'issued' && fileOf(letter)?.sha256 === sha256
    return { kind: isLetter ? 'genuine' : 'print', letter, sha256, ...signature }
  }
  if (judged.verdict === 'unsigned') return { kind: 'not-ours', sha256 }
  return { kind: judged.verdict === 'valid' ? 'unregistered' : judged.verdict, sha256, ...signature }
}
