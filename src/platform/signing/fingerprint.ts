import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The common name from the lines of a distinguished name as Node writes them. */
export const commonName = (subject: string): string => /^CN=(.*)$/m.exec(subject)?.[1] ?? subject
