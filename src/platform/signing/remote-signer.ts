import { fail, ok, type Result } from '../../kernel/result.ts'
import { sha256 } from './fingerprint.ts'
import { showsTheSame } from './same-document.ts'
import type { Signer, SignedPdf, SignFailure, SignRequest } from './signer.ts'
import { verifyPdf } from './verify-pdf.ts'

/**
 * A signer that holds the official's certificate elsewhere and is reached over HTTP. One call: `POST {url}` with a form of `file`
 * (the PDF), `identity` (who signs), `passphrase` and `reason`, and the token as bearer. Answers: 200 with the signed PDF;
 * 401 passphrase refused; 4xx refused; everything else, and silence, is an outage. A signer with another protocol gets an
 * adapter of its own beside this one; what comes back is checked in the same way.
 * @param settings.anchors certificates (PEM) under which the service's signers are issued
 */
export function createRemoteSigner(settings: {
  url: string
  token: string
  identity: string
  anchors: string[]
  timeoutMs: number
}): Signer {
  return {
    way: 'certified',
    needsPassphrase: true,
    anchors: settings.anchors,
    async sign(request) {
      const limit = AbortSignal.timeout(settings.timeoutMs)
      const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit
      // Encoded here and sent as one piece: a form that fetch streams by itself fails outside of every catch when the call is stopped.
      const multipart = new Response(form(request, settings.identity))
      const headers = { authorization: `Bearer ${settings.token}`, 'content-type': multipart.headers.get('content-type') ?? '' }
      const body = await multipart.arrayBuffer()
      try {
        const answer = await fetch(settings.url, { method: 'POST', headers, body, signal, redirect: 'error' })
        if (answer.status === 401) return fail({ kind: 'passphrase-refused', detail: 'the signing service refused the passphrase' })
        const detail = `the signing service answered ${answer.status}`
        if (answer.status >= 400 && answer.status < 500) return fail({ kind: 'refused', detail })
        if (answer.status !== 200) return fail({ kind: 'unavailable', detail })
        return await accept(request.pdf, Buffer.from(await answer.arrayBuffer()), settings.anchors)
      } catch (error) {
        if (signal.aborted) return fail({ kind: 'timeout', detail: `no signature within ${settings.timeoutMs} ms` })
        return fail({ kind: 'unavailable', detail: `the signing service cannot be reached: ${reasonOf(error)}` })
      }
    },
  }
}

function form({ pdf, passphrase = '', reason }: SignRequest, identity: string): FormData {
  const body = new FormData()
  body.set('file', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), 'surat.pdf')
  body.set('identity', identity)
  body.set('passphrase', passphrase)
  body.set('reason', reason)
  return body
}

/** A letter is only what was sent plus a signature over all of it. */
async function accept(sent: Uint8Array, received: Buffer, anchors: string[]): Promise<Result<SignedPdf, SignFailure>> {
  // Seen with signing services: 200 and an empty body when the card behind it is locked.
  if (received.length === 0) return fail({ kind: 'unavailable', detail: 'the signing service answered 200 without a file' })
  if (!received.subarray(0, sent.length).equals(sent)) return fail({ kind: 'refused', detail: 'the signing service returned another file' })
  const check = verifyPdf(received, anchors)
  if (check.verdict !== 'valid') return fail({ kind: 'refused', detail: `the signed file is ${check.verdict}` })
  if (!(await showsTheSame(sent, received))) return fail({ kind: 'refused', detail: 'the signing service changed what the letter shows' })
  const { certificateSerial, subject } = check.signature
  return ok({ pdf: received, certificateSerial, certificateSubject: subject, sha256Before: sha256(sent), sha256After: sha256(received) })
}

/** fetch hides the cause one level down; neither level ever holds the form. */
const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}
