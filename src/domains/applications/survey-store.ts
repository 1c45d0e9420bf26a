import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Answers } from '../services/index.ts'

/** Somebody sent to the place of a case, and what he found once he reported. */
export type Survey = {
  id: string; surveyorId: string | null; sentBy: string; sentAt: Date; visitedOn: string | null; answers: Answers | null
  latitude: number | null; longitude: number | null; reportedBy: string | null; reportedAt: Date | null
}

export async function insertSurvey(tx: Tx, applicationId: string, by: { sentBy: string; surveyorId: string | null }, now: Temporal.Instant): Promise<void> {
  await tx.insertInto('applications.surveys').values({ application_id: applicationId, surveyor_id: by.surveyorId, sent_by: by.sentBy, sent_at: toDb(now) }).execute()
}

/** The surveys of a case, the earliest first. */
export async function listSurveys(tx: Db | Tx, applicationId: string): Promise<Survey[]> {
  const { rows } = await sql<Survey>`
    select id, surveyor_id as "surveyorId", sent_by as "sentBy", sent_at as "sentAt", visited_on::text as "visitedOn", answers, latitude::float8 as latitude,
           longitude::float8 as longitude, reported_by as "reportedBy", reported_at as "reportedAt"
      from applications.surveys where application_id = ${applicationId} order by sent_at, id limit 50`.execute(tx)
  return rows
}

/** The survey of a case that waits for its report. */
export const openSurvey = async (tx: Db | Tx, applicationId: string): Promise<string | undefined> =>
  (await listSurveys(tx, applicationId)).findLast((one) => one.reportedAt === null)?.id

export type SurveyReport = { visitedOn: string; answers: Answers; latitude?: number | undefined; longitude?: number | undefined }

/** Keeps what was found, with the sending it answers. @returns the survey's id */
export async function keepReport(tx: Tx, applicationId: string, by: string, report: SurveyReport, now: Temporal.Instant): Promise<string> {
  const open = await openSurvey(tx, applicationId)
  const told = {
    visited_on: report.visitedOn, answers: JSON.stringify(report.answers), latitude: report.latitude ?? null, longitude: report.longitude ?? null,
    reported_by: by, reported_at: toDb(now),
  }
  if (open !== undefined) {
    await tx.updateTable('applications.surveys').set(told).where('id', '=', open).execute()
    return open
  }
  const row = await tx.insertInto('applications.surveys').values({ application_id: applicationId, surveyor_id: by, sent_by: by, sent_at: toDb(now), ...told })
    .returning('id').executeTakeFirstOrThrow()
  return row.id
}
