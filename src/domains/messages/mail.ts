import { createTransport } from 'nodemailer'
import { ATTEMPT_MS, type Outcome, type Provider } from './delivery.ts'

/** Failures before the letter itself was handed over: nothing can have been taken. */
const BEFORE_DATA = new Set(['ECONNECTION', 'EDNS', 'EAUTH', 'ECONNREFUSED'])

function outcomeOf(error: unknown): Outcome {
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : NaN
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (Number.isNaN(status)) return { kind: 'failed', reason: 'no-answer', maybeTaken: !BEFORE_DATA.has(code) }
  // An answer with a number is a clear no, to the login (`EAUTH`) or to the letter.
  return status >= 500 && code !== 'EAUTH' ? { kind: 'refused', reason: `smtp-${status}` } : { kind: 'failed', reason: `smtp-${status}`, maybeTaken: false }
}

/**
 * Mailboxes by SMTP. The Message-ID is made of the message's id, so that a repetition can be told by the receiving side.
 * @param from address of the office, shown as sender
 */
export function openMail(smtpUrl: string, from: { name: string; address: string }, attemptMs = ATTEMPT_MS): Provider {
  const limits = { connectionTimeout: attemptMs / 2, greetingTimeout: attemptMs / 2, socketTimeout: attemptMs / 2 }
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...limits })
  const host = from.address.split('@').at(-1) ?? 'localhost'
  return {
    key: 'mail', road: 'email', repeats: true,
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${host}>`, headers: { 'auto-submitted': 'auto-generated' } })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}
