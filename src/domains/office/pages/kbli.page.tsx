import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { type FoundKbli, type KbliVersion, KBLI_VERSIONS, type Synonym, addSynonym, findKbli, listSynonyms, removeSynonym } from '../../registry/index.ts'
import { officeId } from '../messages.id.ts'
import { type Reading, again, reading } from './form.ts'
import { ActForm, adminScreen, problemsFor } from './frame.tsx'

const t = officeId.kbli
const PATH = '/admin/kbli'
const SHOWN = 15

type Model = { typed: string; found: { version: KbliVersion; hits: FoundKbli[] }[]; synonyms: Synonym[] }

async function readModel({ unit, query }: Allowed): Promise<Model> {
  const typed = (query['q'] ?? '').trim().slice(0, 100)
  const found: Model['found'] = []
  if (typed !== '') for (const version of KBLI_VERSIONS) found.push({ version, hits: await findKbli(unit.tx, version, typed, SHOWN) })
  return { typed, found, synonyms: await listSynonyms(unit.tx, typed) }
}

const HITS: Column<FoundKbli>[] = [
  { key: 'code', header: t.code, names: true, cell: (row) => <span class="mono">{row.code}</span> },
  { key: 'title', header: t.name, cell: (row) => row.title },
  { key: 'because', header: t.because, cell: (row) => row.because },
]

const WORDS: Column<Synonym>[] = [
  { key: 'word', header: t.word, names: true, cell: (row) => row.word },
  { key: 'code', header: t.code, cell: (row) => <><span class="mono">{row.code}</span> {row.title}</> },
  { key: 'version', header: t.versionField, cell: (row) => row.version },
]

const keyOf = ({ word, version, code }: Synonym) => `${version} ${code} ${word}`

function Forms({ model: { synonyms }, form }: { model: Model; form: Form }) {
  const [add, remove] = [problemsFor(form, 'add'), problemsFor(form, 'remove')]
  return (
    <>
      <ActForm act="add" title={t.add} button={t.addButton} form={form}>
        <TextField name="word" label={t.word} hint={t.wordHint} value={again(add, 'word')} maxLength={60} error={problemOf(add.problems, 'word')} />
        <SelectField name="version" label={t.versionField} choices={KBLI_VERSIONS.map((value) => ({ value, label: t.version(value) }))} value={again(add, 'version')} error={problemOf(add.problems, 'version')} />
        <TextField name="code" label={t.codeField} inputMode="numeric" width={8} value={again(add, 'code')} maxLength={5} error={problemOf(add.problems, 'code')} />
      </ActForm>
      {synonyms.length > 0 && (
        <ActForm act="remove" title={t.remove} button={t.removeButton} form={form} danger>
          <SelectField name="synonym" label={t.which} choices={synonyms.map((one) => ({ value: keyOf(one), label: `${one.word}: ${one.code} (${one.version})` }))} value={again(remove, 'synonym')}
            error={problemOf(remove.problems, 'synonym')} />
        </ActForm>
      )}
    </>
  )
}

/** The key of the list, read back: nothing else decides what is removed. */
function readKey(key: string): Omit<Synonym, 'title'> | undefined {
  const [, version, code, word] = /^(\d{4}) (\d{5}) (.+)$/.exec(key) ?? []
  const known = KBLI_VERSIONS.find((one) => one === version)
  return known && code && word ? { version: known, code, word } : undefined
}

async function change({ unit, actor }: Allowed, act: 'add' | 'remove', read: Reading): Promise<Result<undefined>> {
  if (act === 'remove') {
    const one = readKey(read.raw('synonym'))
    return one && await removeSynonym(unit, actor, one) ? ok(undefined) : invalid([{ field: 'synonym', message: t.choose }])
  }
  const one = { word: read.text('word', 60, t.noWord).toLowerCase(), version: read.choice('version', KBLI_VERSIONS, t.versionNeeded), code: read.text('code', 5, t.unknown) }
  if (read.problems.length > 0 || one.version === undefined) return invalid(read.problems)
  const added = await addSynonym(unit, actor, { ...one, version: one.version })
  return added === 'added' ? ok(undefined) : invalid([added === 'twice' ? { field: 'word', message: t.twice } : { field: 'code', message: t.unknown }])
}

/** Classes of business in both versions, and the words by which people find them. */
export const kbliPage = page({
  path: PATH,
  right: 'reference.manage',
  fields: z.looseObject({ act: z.enum(['add', 'remove']) }),
  read: readModel,
  view: (model, { query }, form) => adminScreen({
    title: t.title, lead: t.lead, form, notice: officeId.saved[query['sudah'] ?? ''],
    children: (
      <>
        <SearchForm action={PATH} name="q" label={t.search} value={model.typed} />
        {model.found.map(({ version, hits }) => (
          <DataTable key={version} caption={t.caption(version)} columns={HITS} rows={hits} rowKey={(row) => row.code} empty={<p>{t.version(version)}: {t.none}.</p>} />
        ))}
        <DataTable caption={t.synonyms} columns={WORDS} rows={model.synonyms} rowKey={keyOf} empty={<p>{t.synonyms}: {t.none}.</p>} />
        <Forms model={model} form={form} />
      </>
    ),
  }),
  async send(ask, fields, model): Promise<Result<Sent>> {
    const done = await change(ask, fields.act, reading(fields as Form['values']))
    const search = model.typed === '' ? '' : `q=${encodeURIComponent(model.typed)}&`
    return done.ok ? ok({ goTo: `${PATH}?${search}sudah=${fields.act === 'add' ? 'added' : 'removed'}` }) : done
  },
})
