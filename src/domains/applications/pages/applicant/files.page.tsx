import type { Language } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Checklist, type ChecklistItem } from '../../../../ui/checklist.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import { type Requirement, isMetBy } from '../../../services/index.ts'
import { type CaseFile, accessOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { askedFiles, firstUnfinished, isNeeded, partBefore, partsOf, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen } from './frame.tsx'

const UploadLink = ({ id, requirement, given, lang }: { id: string; requirement: Requirement; given: boolean; lang: Language }) => {
  const t = wordsOf(lang).files
  return (
    <a href={pathOf(id, { kind: 'file', key: requirement.key })}>
      {given ? t.change : t.upload}<span class="visually-hidden"> {requirement.label[lang]}</span>
    </a>
  )
}

/** Papers that are there or still owed; when one of several is there the others are owed no more. */
function itemsOf({ application: { id }, state }: CaseFile, lang: Language): ChecklistItem[] {
  return askedFiles(state).filter((one) => state.given.has(one.key) || isNeeded(state, one)).map((one) => {
    const given = state.given.has(one.key)
    return {
      state: given ? 'met' : 'missing', label: one.label[lang],
      note: (
        <>
          {one.hint && <p>{one.hint[lang]}</p>}
          {one.oneOf && !given && <p>{wordsOf(lang).files.oneEnough}</p>}
          <p><UploadLink id={id} requirement={one} given={given} lang={lang} /></p>
        </>
      ),
    }
  })
}

/** All papers of the form at a glance: what to have ready, what is there. */
export const filesPage = page({
  path: '/permohonan/:id/berkas',
  right: 'application.edit',
  access: accessOf,
  read: readCase,
  view(file, ask) {
    const { application: { id }, state } = file
    if (!isEditable(file) || !partsOf(state).some((part) => part.kind === 'files')) return closedScreen(ask, file)
    const t = wordsOf(ask.lang).files
    const part = { kind: 'files' } as const
    const before = partBefore(state, part)
    const papers = partsOf(state).filter((one) => one.kind === 'file')
    const owed = new Set(state.definition.requirements.filter((one) => isNeeded(state, one)).map((one) => one.key))
    const next = papers.find((one) => owed.has(one.key)) ?? firstUnfinished(state)
    const held = state.definition.requirements.filter((one) => isMetBy(one, state.facts) && !state.given.has(one.key))
    return caseScreen(ask, file, {
      title: t.title, back: before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(state, part)} part={wordsOf(ask.lang).part[part.kind]} />
          <PageHeading title={t.title} lead={t.lead} />
          <Checklist items={itemsOf(file, ask.lang)} />
          {askedFiles(state).filter((one) => !one.required && !state.given.has(one.key)).map((one) => (
            <p key={one.key}>{t.optional}: {one.label[ask.lang]}. <UploadLink id={id} requirement={one} given={false} lang={ask.lang} /></p>
          ))}
          {held.map((one) => <Notice key={one.key} tone="success" title={one.label[ask.lang]}><p>{t.held}</p></Notice>)}
          <div class="row">
            <ButtonLink href={pathOf(id, next)}>{state.given.size === 0 ? t.start : t.go}</ButtonLink>
            <ButtonLink href="/permohonan" look="link">{wordsOf(ask.lang).later}</ButtonLink>
          </div>
        </>
      ),
    })
  },
})
