import { z } from '@hono/zod-openapi'
import { type Result, notFound, ok } from '../../kernel/result.ts'
import { may } from '../../kernel/rights.ts'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import { INDICATORS, type Indicator, findIndicator, isComputedFor } from './core/catalogue.ts'
import type { Value } from './core/figures.ts'
import { indicatorsId } from './messages.id.ts'
import { wordsFor } from './number-text.ts'
import { openData, publishedCounts, tableOf } from './open-data.ts'
import { periodCode } from './open-files.ts'
import { findPlaceTree, readBasis } from './store.ts'

const text = z.string()

const indicatorSchema = z.object({
  code: text, name: text, concept: text, definition: text, formula: text,
  unit: z.enum(['business', 'percent', 'person', 'cooperative', 'rupiah']), source: z.enum(['registry', 'cooperatives']),
  level: z.enum(['village', 'district', 'regency']), classes: z.array(text), division: text, since: z.iso.date(),
  open: z.boolean().openapi({ description: 'Nilainya terbuka untuk umum, dengan angka kecil disembunyikan.' }),
}).openapi('Indicator')

const valueSchema = z.object({
  code: text, area: text, unit: indicatorSchema.shape.unit,
  value: z.number().nullable(),
  state: z.enum(['number', 'none', 'hidden', 'no-earlier']).openapi({
    description: 'number: ada nilai. none: tidak ada data untuk dibagi. hidden: disembunyikan karena menunjuk sedikit usaha. '
      + 'no-earlier: belum ada rekaman setahun lalu.',
  }),
  exact: z.boolean().openapi({ description: 'true: keadaan sekarang untuk petugas. false: angka terbitan, angka kecil disembunyikan.' }),
  asOf: text,
}).openapi('IndicatorValue')

const describe = ({ code, unit, source, level, classes, division, since, open }: Indicator, lang: UnitAsk['lang']) =>
  ({ code, ...wordsFor(lang).texts[code], unit, source, level, classes: [...classes], division, since, open })

const catalogue = operation({
  method: 'get', path: '/indicators', right: 'public', summary: 'Every indicator with its definition and formula',
  answer: z.object({ items: z.array(indicatorSchema), next: z.null() }),
  handle: async ({ lang }) => ok({ items: INDICATORS.map((one) => describe(one, lang)), next: null }),
})

type Told = Result<z.input<typeof valueSchema>>

const missing = () => notFound('no-value', indicatorsId.api.missing)

const told = (indicator: Indicator, area: string, value: Value, rest: { exact: boolean; asOf: string }): Told =>
  ok({ code: indicator.code, area, unit: indicator.unit, value: value.kind === 'number' ? value.value : null, state: value.kind, ...rest })

/** As published: the end of a month, small numbers hidden. */
async function published({ tools, unit }: UnitAsk, indicator: Indicator, area: string | undefined): Promise<Told> {
  const data = indicator.open ? await openData(tools, unit.tx) : undefined
  const code = area ?? data?.places.regency.code ?? ''
  const counts = data && publishedCounts(data, indicator.source, code)
  const table = data && tableOf(data, indicator.source)
  if (!counts || !table) return missing()
  return told(indicator, code, indicator.compute({ counts, today: wibDate(unit.now) }), { exact: false, asOf: periodCode(table) })
}

/** As it is now, for who may read the office's board. */
async function exact({ unit }: UnitAsk, officeId: string, indicator: Indicator, area: string | undefined): Promise<Told> {
  const tree = await findPlaceTree(unit.tx, officeId, area)
  if (!tree || !isComputedFor(indicator, tree.place.code)) return missing()
  const basis = await readBasis(unit.tx, officeId, tree, indicator.source, wibDate(unit.now))
  return told(indicator, tree.place.code, indicator.compute(basis), { exact: true, asOf: formatInstant(unit.now) })
}

const value = operation({
  method: 'get', path: '/indicators/{code}', right: 'public', summary: 'The value of an indicator for the regency, a district or a village',
  query: z.object({ area: z.string().regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/, indicatorsId.api.area).optional() }),
  answer: valueSchema,
  async handle(ask, { query: { area } }) {
    const indicator = findIndicator(ask.params['code'] ?? '')
    const office = await findHomeOffice(ask.unit.tx)
    if (!indicator || !office) return missing()
    const place = { officeId: office.id, villageCode: area ?? office.regionCode }
    const allowed = may(ask.actor, 'indicator.read', place, ask.unit.now.epochMilliseconds)
    return allowed.ok ? exact(ask, office.id, indicator, area) : published(ask, indicator, area)
  },
})

/** What the numbers mean, and the numbers: published ones for everybody, exact ones for officers. */
export const indicatorOperations: ApiOperation[] = [catalogue, value]
