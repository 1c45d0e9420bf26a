import { wibDate } from '../../../../kernel/wib.ts'
import { page } from '../../../../platform/http/page.ts'
import { CardLink } from '../../../../ui/card.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { type PersonCard, findPersonCard } from '../../../registry/index.ts'
import { type ServiceDefinition, listServicesOn } from '../../../services/index.ts'
import { formWordsOf } from './case-file.ts'
import { beginAccess, ownerIdOf } from './begin-access.ts'
import { Helping, variantFor } from './frame.tsx'

type Model = { owner: PersonCard | undefined; services: ServiceDefinition[] }

/** Which service to ask for: for oneself, or for the citizen an officer helps. */
export const choosePage = page({
  path: '/permohonan/pilih',
  right: 'application.create',
  access: beginAccess,
  async read(ask): Promise<Model> {
    const ownerId = ownerIdOf(ask)
    const held = await listServicesOn(ask.unit.tx, ask.actor.officeId, wibDate(ask.unit.now).toString())
    return { owner: ownerId === undefined ? undefined : await findPersonCard(ask.unit.tx, ownerId), services: held.map((one) => one.definition) }
  },
  view({ owner, services }, ask) {
    const t = formWordsOf(ask.lang).choose
    const helped = ask.actor.kind === 'officer' && owner ? { warga: owner.id } : {}
    return {
      title: t.title, variant: variantFor(ask),
      body: (
        <>
          {owner && <Helping ask={ask} name={owner.name} />}
          <PageHeading title={t.title} />
          {services.map((one) => (
            <CardLink key={one.code} href={`/permohonan/baru?${new URLSearchParams({ layanan: one.code, ...helped })}`} title={one.name[ask.lang]}
              foot={t.promise(one.limits.days)}>{one.summary[ask.lang]}</CardLink>
          ))}
        </>
      ),
    }
  },
})
