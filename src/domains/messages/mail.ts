import { createTransport } from 'nodemailer'
import { ATTEMPT_MS, type Carrier, type Outcome } from './delivery.ts'

function outcomeOf(error: unknown): Outcome {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : NaN
  const login = error instanceof Error && 'code' in error && error.code === 'EAUTH'
  if (Number.isNaN(code)) return { kind: 'failed', reason: 'no-answer' }
  return { kind: code >= 500 && !login ? 'refused' : 'failed', reason: `smtp-${code}` }
}

/**
 * Mailboxes by SMTP. The Message-ID is made of the message's id, so that a repetition can be told by the receiving side.
 * @param from address of the office, shown as sender
 */
export function openMail(smtpUrl: string, from: { name: string; address: string }, attemptMs = ATTEMPT_MS): Carrier {
  const limits = { connectionTimeout: attemptMs / 2, greetingTimeout: attemptMs / 2, socketTimeout: attemptMs / 2 }
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...limits })
  const host = from.address.split('@').at(-1) ?? 'localhost'
  return {
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
