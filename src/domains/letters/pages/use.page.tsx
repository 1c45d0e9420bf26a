import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { typedIn } from '../../../platform/http/form.ts'
import { findLetter, findLetterAccess } from '../letter-store.ts'
import { listUses, noteUse } from '../uses.ts'
import { dayText, wordsFor } from './public-letter.tsx'
import { lettersId } from '../messages.id.ts'

const { uses } = lettersId

/** Where a letter that serves a number of times is marked as used today, by its holder or at the counter. */
export const usePage = page({
  path: '/surat/:id/pakai',
  right: 'letter.note-use',
  access: ({ unit, params }) => findLetterAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ usedFor: z.string().trim().min(3, uses.whatNeeded).max(200, uses.tooLong) }),
  async read({ unit, params }) {
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    if (!letter || letter.state !== 'issued' || letter.uses === null) return undefined
    return { letter, allowed: letter.uses, made: await listUses(unit.tx, letter.id) }
  },
  view({ letter, allowed, made }, { lang, actor }, form) {
    const t = wordsFor(lang).uses
    return {
      title: t.title, variant: actor.kind === 'officer' ? 'officer' : 'applicant', wrong: form.problems.length > 0,
      back: { href: actor.kind === 'officer' ? `/petugas/surat/${letter.id}` : `/surat/${letter.id}`, text: letter.number },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} over={letter.number} lead={t.count(made.length, allowed)} />
          {made.length > 0 && <ul>{made.map((use) => <li key={use.usedFor}>{t.one(use.usedFor, dayText(use.usedOn, lang))}</li>)}</ul>}
          {made.length < allowed && (
            <form method="post" class="stack" noValidate>
              <TextField name="usedFor" label={t.what} hint={t.whatHint} maxLength={200} value={typedIn(form, 'usedFor')} error={problemOf(form.problems, 'usedFor')} />
              <div><Button icon="check">{t.button}</Button></div>
            </form>
          )}
        </>
      ),
    }
  },
  async send({ unit, actor, params }, { usedFor }) {
    const noted = await noteUse(unit, actor, params['id'] ?? '', { usedFor, usedOn: wibDate(unit.now).toString() })
    return noted.ok ? ok({ goTo: `/surat/${noted.value.id}/pakai` }) : noted
  },
})
