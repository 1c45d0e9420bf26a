import { download } from '../../../platform/http/page.ts'
import { letterResponse } from '../letter-file.ts'
import { findLetter, findLetterAccess } from '../letter-store.ts'

/** The letter as a file, for its holder and for officers; `?bagian=cetakan` is the page that is signed by hand. */
export const letterPdfPage = download({
  path: '/surat/:id/pdf',
  right: 'letter.read',
  access: ({ unit, params }) => findLetterAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, tools, actor, params, query }) {
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    return letter && letterResponse(tools, unit, actor, letter, query['bagian'] === 'cetakan' ? 'print' : undefined)
  },
})
