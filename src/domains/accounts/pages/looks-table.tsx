import { shortMoment } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { Look } from '../looks-store.ts'
import { accountWords } from '../words.ts'

/** What an officer came for, in words a person understands; the log keeps codes. */
export function purposeText({ what, kind }: Pick<Look, 'what' | 'kind'>, lang: Language): string {
  const { purposes, opened, openedFields, openedFor } = accountWords(lang)
  const [, field = '', reason = ''] = /^(\w+) for (\w+)$/.exec(kind) ?? []
  if (openedFields[field] && openedFor[reason]) return opened(openedFields[field], openedFor[reason])
  return purposes[what] ?? purposes[what.split('.')[0] ?? ''] ?? purposes['other'] ?? what
}

/** Looks at one person's data, as he is shown them: when, which role, what for. */
export function LooksTable({ looks, lang }: { looks: readonly Look[]; lang: Language }) {
  const words = accountWords(lang)
  return (
    <DataTable caption={words.looks} quietCaption rows={looks} rowKey={(look) => String(look.seq)} empty={<EmptyState title={words.noLooks} />}
      columns={[
        { key: 'at', header: words.when, cell: (look) => <time datetime={look.at.toString()}>{shortMoment(look.at)}</time> },
        { key: 'who', header: words.who, cell: (look) => (look.self ? words.self : words.roles[look.role ?? ''] ?? look.role) },
        { key: 'what', header: words.purpose, cell: (look) => purposeText(look, lang) },
      ]} />
  )
}
