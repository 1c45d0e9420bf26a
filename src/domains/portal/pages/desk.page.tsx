import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { Temporal } from 'temporal-polyfill'
import { shortDate, wibDate } from '../../../kernel/wib.ts'
import { typedIn, typedParts } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Desk } from '../../../ui/desk.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { dayParts, typedDay } from '../../../ui/fields/typed-day.ts'
import { readingOf } from '../core/readability.ts'
import { type News, listNews, publishNews, withdrawNews } from '../news-store.ts'
import { portalId } from '../messages.id.ts'

const PATH = '/petugas/berita'
const t = portalId.desk
const dayText = (iso: string) => shortDate(Temporal.PlainDate.from(iso))

const COLUMNS: Column<News>[] = [
  { key: 'title', header: t.columns.title, names: true, cell: (one) => <a href={`/berita/${one.id}`}>{one.title.id}</a> },
  { key: 'published', header: t.columns.published, cell: (one) => dayText(one.publishedOn) },
  { key: 'ends', header: t.columns.ends, cell: (one) => (one.endsOn === null ? '–' : dayText(one.endsOn)) },
  {
    key: 'act', header: t.columns.act, quiet: true,
    cell: (one) => <form method="post"><input type="hidden" name="id" value={one.id} /><Button name="do" value="withdraw" look="link" small>{t.withdraw}</Button></form>,
  },
]

/** Where officers write news for everybody. */
export const newsDeskPage = page({
  path: PATH,
  right: 'news.publish',
  async read({ unit, actor }) {
    return { news: await listNews(unit.tx, actor.officeId, { today: undefined, limit: 200 }), today: wibDate(unit.now).toString() }
  },
  view({ news, today }, { query }, form) {
    const error = (name: string) => problemOf(form.problems, name)
    const sent = form.problems.length > 0
    const [newest] = news
    const grade = newest && readingOf([newest.title.id, newest.body.id]).grade
    return {
      title: t.title, variant: 'officer', wrong: sent, ...(t.done[query['sudah'] ?? ''] ? { notice: t.done[query['sudah'] ?? ''] } : {}),
      body: (
        <Desk problems={form.problems} title={t.title} lead={t.lead}>
          {query['sudah'] === 'publish' && grade !== undefined && <p>{grade > 6 ? t.hard(grade) : t.grade(grade)}</p>}
          <DataTable caption={t.title} quietCaption columns={COLUMNS} rows={news} rowKey={(one) => one.id} empty={<EmptyState title={t.none} />} />
          <Card title={t.write}>
            <form method="post" class="stack prose" noValidate>
              <TextField name="titleId" label={t.titleId} maxLength={120} value={typedIn(form, 'titleId')} error={error('titleId')} />
              <TextArea name="bodyId" label={t.bodyId} hint={t.bodyHint} rows={6} maxLength={4000} value={typedIn(form, 'bodyId')} error={error('bodyId')} />
              <TextField name="titleEn" label={t.titleEn} maxLength={120} optional value={typedIn(form, 'titleEn')} error={error('titleEn')} />
              <TextArea name="bodyEn" label={t.bodyEn} rows={4} maxLength={4000} optional value={typedIn(form, 'bodyEn')} error={error('bodyEn')} />
              <DateField name="publishedOn" label={t.publishedOn} value={sent ? typedParts(form, 'publishedOn') : dayParts(today)} error={error('publishedOn')} />
              <DateField name="endsOn" label={t.endsOn} optional value={typedParts(form, 'endsOn')} error={error('endsOn')} />
              <div><Button name="do" value="publish">{t.button}</Button></div>
            </form>
          </Card>
        </Desk>
      ),
    }
  },
  fields: z.record(z.string(), z.string()),
  async send({ unit, actor }, fields) {
    if (fields['do'] === 'withdraw') {
      const withdrawn = await withdrawNews(unit, actor, fields['id'] ?? '')
      return withdrawn.ok ? ok({ goTo: `${PATH}?sudah=withdraw` }) : withdrawn
    }
    const text = (name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim()
    const [publishedOn, endsOn] = [typedDay(fields, 'publishedOn'), typedDay(fields, 'endsOn')]
    const problems = [
      ...(text('titleId') === '' ? [{ field: 'titleId', message: t.titleNeeded }] : []), ...(text('bodyId') === '' ? [{ field: 'bodyId', message: t.bodyNeeded }] : []),
      ...['titleId', 'titleEn'].filter((name) => text(name).length > 120).map((field) => ({ field, message: t.tooLong })),
      ...['bodyId', 'bodyEn'].filter((name) => text(name).length > 4000).map((field) => ({ field, message: t.tooLong })),
      ...(publishedOn ? [] : [{ field: 'publishedOn', message: t.dayNeeded }]), ...(endsOn === undefined ? [{ field: 'endsOn', message: t.dayNeeded }] : []),
    ]
    if (problems.length > 0 || !publishedOn) return invalid(problems)
    const published = await publishNews(unit, actor, {
      titleId: text('titleId'), bodyId: text('bodyId'), titleEn: text('titleEn') || undefined, bodyEn: text('bodyEn') || undefined, publishedOn, endsOn: endsOn || undefined,
    })
    return published.ok ? ok({ goTo: `${PATH}?sudah=publish` }) : published
  },
})
