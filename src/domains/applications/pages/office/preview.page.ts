import { wibDate } from '../../../../kernel/wib.ts'
import { download } from '../../../../platform/http/page.ts'
import { previewLetter } from '../../../letters/index.ts'
import { holderOf, officialsOn } from '../../../office/index.ts'
import { getDefinition } from '../../../services/index.ts'
import { ENDS, type Status } from '../../core/life.ts'
import { orderOf } from '../../letter-order.ts'
import { findAccess, findApplication } from '../../store.ts'

/** While the answers are not settled, or nothing is left to decide, there is nothing to be read as a letter. */
const UNWRITTEN: ReadonlySet<Status> = new Set(['draft', 'submitted', 'returned', 'signing', 'following', ...ENDS])

/** The page exactly as it would be signed today, marked DRAF: whoever initials or signs has seen what he signs. */
export const previewPage = download({
  path: '/petugas/permohonan/:id/pratinjau.pdf',
  right: 'queue.read',
  access: ({ unit, params }) => findAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, tools, actor, params }) {
    const application = await findApplication(unit.tx, params['id'] ?? '')
    const signer = application && holderOf(await officialsOn(unit.tx, application.officeId, wibDate(unit.now)), 'office-head')
    if (!application || !signer || UNWRITTEN.has(application.status)) return undefined
    const definition = await getDefinition(unit.tx, application.definitionId)
    const order = definition.letter && await orderOf(tools, unit.tx, application, definition)
    if (!order?.ok) return undefined
    const pdf = await previewLetter(tools, unit.tx, unit.now, order.value, signer)
    unit.looked(application.officeId, actor, 'letter.preview', { kind: 'application', id: application.id, personId: application.ownerId })
    return new Response(new Uint8Array(pdf), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="pratinjau.pdf"', 'cache-control': 'private, no-store' },
    })
  },
})
