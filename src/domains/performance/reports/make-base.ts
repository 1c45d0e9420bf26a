import { Temporal } from 'temporal-polyfill'
import { type Result, ok } from '../../../kernel/result.ts'
import { longDate, wibDate } from '../../../kernel/wib.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import { publishedIndicators } from '../../indicators/index.ts'
import { listDistricts } from '../../office/index.ts'
import { getOffice } from '../../office/index.ts'
import { listServiceVersions } from '../../services/index.ts'
import { type Changes, type Names, type Registry, type ReportBase, type ReportContent, changesBetween, defined, referenceOf } from '../core/report-content.ts'
import type { Period } from '../core/report.ts'
import { makeReport } from '../make-report.ts'
import { reportsId as words } from '../messages-reports.id.ts'
import { performanceId } from '../messages.id.ts'

/** What services, districts, channels, stages and things to mend are called. */
async function namesOf(db: Db | Tx, officeId: string): Promise<Names> {
  const { regionCode } = await getOffice(db, officeId)
  // The newest version of a service comes first: it names what older ones named too.
  const versions = (await listServiceVersions(db, officeId)).toReversed()
  return {
    service: Object.fromEntries(versions.map(({ code, definition }) => [code, definition.name.id])),
    district: Object.fromEntries((await listDistricts(db, regionCode)).map(({ code, name }) => [code, name])),
    channel: words.channels, stage: performanceId.stage,
    reason: Object.fromEntries(versions.flatMap(({ definition: { questions, requirements } }) => [...questions, ...requirements].map(({ key, label }) => [key, label.id]))),
  }
}

async function registryOf(tools: Tools): Promise<Registry | null> {
  const found = await publishedIndicators(tools, tools.db)
  const [first] = found
  if (!first) return null
  return {
    day: first.day, isProvisional: first.isProvisional, note: words.registryNote(longDate(Temporal.PlainDate.from(first.day))),
    figures: found.map(({ day: _day, isProvisional: _provisional, ...one }) => one),
  }
}

type Before = { version: number; base: ReportBase; reason: string }

/**
 * What a report counts: the figures that follow from the log, and the registry's indicators as they are published at this moment.
 * @param before the version that this one takes the place of; the report then says what changed
 */
export async function makeBase(tools: Tools, officeId: string, period: Period, before?: Before): Promise<Result<ReportBase>> {
  const made = await makeReport(tools, officeId, period)
  if (!made.ok) return made
  const registry = await registryOf(tools)
  const figures = defined(made.value.figures)
  const version = (before?.version ?? 0) + 1
  const changes: Changes | null = before ? { version: before.version, reason: before.reason, rows: changesBetween(before.base, { figures, registry }) } : null
  return ok({
    ...made.value, figures, format: 'ditakopum-report-1', version, reference: referenceOf(period.key, version), title: words.title(period.kind),
    draftedOn: wibDate(tools.clock()).toString(), registry, names: await namesOf(tools.db, officeId), changes,
  })
}

/**
 * The figures of a period as a report that nobody drafted or signed: what follows from the log alone, so that the same log gives the same
 * bytes whenever it is made. It bears the last day of the period, no registry and no words of the office.
 */
export async function makeFromLog(tools: Tools, officeId: string, period: Period): Promise<Result<ReportContent>> {
  const made = await makeReport(tools, officeId, period)
  if (!made.ok) return made
  return ok({
    ...made.value, figures: defined(made.value.figures), format: 'ditakopum-report-1', version: 0, reference: referenceOf(period.key, 0), title: words.title(period.kind),
    draftedOn: period.to, registry: null, names: await namesOf(tools.db, officeId), changes: null, notes: [], remarks: null, targets: [],
  })
}
