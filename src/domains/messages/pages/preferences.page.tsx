import { forbidden, ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findMandate } from '../../accounts/index.ts'
import { findPersonCard } from '../../registry/index.ts'
import { preferencesEn } from '../preference-messages.en.ts'
import { preferencesId } from '../preference-messages.id.ts'
import { findPreferences, keepPreferences } from '../preference-store.ts'
import { choose, preferenceFields } from '../preferences.ts'
import { personAccess } from './person-access.ts'
import { PreferenceForm } from './preference-form.tsx'

const wordsOf = (lang: 'id' | 'en') => (lang === 'en' ? preferencesEn : preferencesId)

/** How a citizen wants to be told. */
export const ownPreferencesPage = page({
  path: '/akun/pesan',
  right: 'account.self',
  fields: preferenceFields,
  read: async ({ unit, actor }) => (actor.personId === undefined ? undefined : findPreferences(unit.tx, actor.personId)),
  view(kept, { lang, query }, form) {
    const t = wordsOf(lang)
    return {
      title: t.title, variant: 'public', narrow: true, wrong: form.problems.length > 0, back: { href: '/akun', text: t.account }, ...(query['selesai'] === '1' ? { notice: t.saved } : {}),
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <PreferenceForm kept={kept} form={form} t={t} />
        </>
      ),
    }
  },
  async send({ unit, actor, lang }, fields, kept) {
    const chosen = choose(fields, kept, wordsOf(lang))
    if (!chosen.ok) return chosen
    await keepPreferences(unit, actor, actor.personId ?? '', chosen.value)
    return ok({ goTo: '/akun/pesan?selesai=1' })
  },
})

const t = preferencesId

/** The same for a person who is served at the counter or in the village and agreed to be helped. */
export const helpPreferencesPage = page({
  path: '/petugas/bantu/:personId/pesan',
  right: 'citizen.help',
  access: personAccess,
  fields: preferenceFields,
  async read({ unit, actor, params }) {
    const person = await findPersonCard(unit.tx, params['personId'] ?? '')
    const kept = person && await findPreferences(unit.tx, person.id)
    if (!person || !kept) return undefined
    unit.looked(actor.officeId, actor, 'citizen.help', { kind: 'person', id: person.id, personId: person.id })
    return { person, kept }
  },
  view: ({ person, kept }, { query }, form) => ({
    title: t.titleHelp(person.name), variant: 'officer', narrow: true, wrong: form.problems.length > 0, back: { href: `/petugas/bantu/${person.id}`, text: person.name },
    ...(query['selesai'] === '1' ? { notice: t.saved } : {}),
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={t.titleHelp(person.name)} lead={t.leadHelp} />
        <PreferenceForm kept={kept} form={form} t={t} />
      </>
    ),
  }),
  async send({ unit, actor }, fields, { person, kept }) {
    if (!await findMandate(unit.tx, unit.now, { personId: person.id, officerId: actor.accountId })) return forbidden('mandate-needed', t.mandateNeeded)
    const chosen = choose(fields, kept, t)
    if (!chosen.ok) return chosen
    await keepPreferences(unit, actor, person.id, chosen.value)
    return ok({ goTo: `/petugas/bantu/${person.id}/pesan?selesai=1` })
  },
})
