import type { Result } from '../../kernel/result.ts'

export type SignRequest = {
  /** the whole PDF; what comes back begins with exactly these bytes */
  pdf: Uint8Array
  /** Asked of the signing official for this one call: forwarded, never kept, never logged. */
  passphrase?: string
  /** stands in the signature, in Indonesian */
  reason: string
  signal?: AbortSignal
}

/** `certificateSerial` is hexadecimal. The hashes are SHA-256, hexadecimal, before and after: they go into the log of the signing. */
export type SignedPdf = { pdf: Buffer; certificateSerial: string; certificateSubject: string; sha256Before: string; sha256After: string }

/**
 * Why nothing was signed. The letter is not lost with it: `passphrase-refused` asks the official again; `unavailable` and `timeout`
 * are tried again later with the same number; `refused` needs a person. `detail` is for the log.
 */
export type SignFailure = { kind: 'passphrase-refused' | 'unavailable' | 'timeout' | 'refused'; detail: string }

/** Signs a PDF as PAdES. What is signed are all bytes of the file but the place of the signature itself. See docs/letter-code.md. */
export type Signer = {
  /** what the letter, its page and the public check must call it */
  way: 'test' | 'certified'
  needsPassphrase: boolean
  /** Certificates (PEM) under which its signers are issued: whoever checks a letter needs them. */
  anchors: string[]
  sign: (request: SignRequest) => Promise<Result<SignedPdf, SignFailure>>
}
