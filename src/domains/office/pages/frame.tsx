import type { ComponentChildren } from 'preact'
import type { Form } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { officeId } from '../messages.id.ts'
import { again } from './form.ts'

type Frame = { title: string; lead?: string; form: Form; notice?: string | undefined; children: ComponentChildren }

/** What every page of reference data has around its lists and forms. */
export function adminScreen({ title, lead, form, notice, children }: Frame): Screen {
  return {
    title, variant: 'officer', wrong: form.problems.length > 0, back: { href: '/admin', text: officeId.back },
    ...(notice ? { notice } : {}),
    body: <><PageHeading title={title} lead={lead} /><ErrorSummary problems={form.problems} />{children}</>,
  }
}

type ActFormProps = { act: string; title: string; button: string; form: Form; danger?: boolean; children: ComponentChildren }

/** One kind of change, closed until wanted; open again when it came back with problems. */
export function ActForm({ act, title, button, form, danger, children }: ActFormProps) {
  return (
    <Disclosure summary={title} open={again(form, 'act') === act}>
      <form method="post" class="stack">
        <input type="hidden" name="act" value={act} />
        {children}
        <div><Button look={danger ? 'danger' : 'primary'}>{button}</Button></div>
      </form>
    </Disclosure>
  )
}

/** Problems belong to the form that was sent: another form of the page with a field of that name has none. */
export const problemsFor = (form: Form, act: string): Form => (again(form, 'act') === act ? form : { values: {}, problems: [] })
