import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../../kernel/result.ts'
import { typedIn } from '../../../../platform/http/form.ts'
import type { Form } from '../../../../platform/http/page.ts'
import type { Screen } from '../../../../platform/http/route.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Desk } from '../../../../ui/desk.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import type { ServiceDefinition } from '../../core/definition.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { ApplicantPreview } from './preview-applicant.tsx'
import { LetterPreview, OfficerPreview } from './preview-officer.tsx'

export const ROOT = '/petugas/layanan'
export const proposalPath = (id: string) => `${ROOT}/usul/${id}`
export const servicePath = (code: string) => `${ROOT}/${code.toLowerCase()}`

/** A page about services as data. */
export function publishingScreen({ title, lead, side, form, notice, back, children }: {
  title: string; lead?: string; side?: ComponentChildren; form?: Form; notice?: string | undefined; back?: Screen['back']; children: ComponentChildren
}): Screen {
  const problems = form?.problems ?? []
  return {
    title, variant: 'officer', wrong: problems.length > 0, ...(notice ? { notice } : {}), ...(back ? { back } : {}),
    body: <Desk problems={problems.slice(0, 20)} title={title} lead={lead} side={side}>{children}</Desk>,
  }
}

const FLAWS: Column<Problem>[] = [
  { key: 'place', header: t.where, names: true, cell: (one) => <span id={one.field} tabindex={-1}>{t.place(one.field)}<br /><small class="soft mono">{one.field}</small></span> },
  { key: 'message', header: t.mend, cell: (one) => one.message },
]

/** What has to be mended, by its place in the definition. */
export const FlawTable = ({ problems }: { problems: readonly Problem[] }) => (problems.length === 0 ? null : (
  <Notice tone="warning" title={t.flaws(problems.length)}>
    <p>{t.flawsLead}</p>
    <DataTable caption={t.flaws(problems.length)} quietCaption columns={FLAWS} rows={problems} rowKey={(one) => `${one.field} ${one.message}`} />
  </Notice>
))

const SIDES = { pemohon: t.applicantSide, petugas: t.officerSide, surat: t.letterSide }

/** A definition as the applicant and as the officers will meet it. */
export function Preview({ definition, side, path }: { definition: ServiceDefinition; side: string | undefined; path: string }) {
  const now = side === 'petugas' || side === 'surat' ? side : 'pemohon'
  return (
    <>
      <Tabs label={t.preview} items={Object.entries(SIDES).map(([key, text]) => ({ href: `${path}?sisi=${key}`, text, current: key === now }))} />
      {now === 'pemohon' && <ApplicantPreview definition={definition} />}
      {now === 'petugas' && <OfficerPreview definition={definition} />}
      {now === 'surat' && <LetterPreview definition={definition} />}
    </>
  )
}

/** What was typed, or what stood there before. */
export const typedOr = (form: Form, name: string, before: string): string => typedIn(form, name) ?? before
