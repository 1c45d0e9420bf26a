import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { familySql } from './family-store.ts'

/** Where a part of the timeline ended. */
export type TimelineMark = { atMs: number; key: string }

/** One thing that happened to a business, or to a record that was merged into it. `by` is a name, for officers. */
export type TimelineEntry = {
  at: Date; key: string; businessId: string
  kind: 'act' | 'merge' | 'proposal' | 'photo' | 'case' | 'letter'
  /** Kind of the act, step of the case, state of the letter. */
  what: string
  source: string | null; by: string | null; fields: string[]; isUndone: boolean
  /** The state the business was given, and since when, where the act says so. */
  status: string | null; validFrom: string | null; observedOn: string | null
  /** Case, letter, proposal, photo, merge or batch of an import; `reference` as people read it, of a photo what it shows. */
  refId: string | null; reference: string | null
  /** What a right to open it depends on. */
  ownerId: string | null; villageCode: string | null
}

const NOTHING = sql`null::text as source, null::uuid as account, '{}'::text[] as fields, false as undone, null::text as status, null::date as valid_from, null::date as observed_on`

/**
 * Everything that happened to a business and to the records merged into it, the newest first: what was said of it, merges, proposals,
 * cases and letters. Of cases and letters an owner sees only his own: `onlyOf`.
 * @returns at most `limit` entries, and the mark to go on after when there are more
 */
export async function timelineOf(
  tx: Db | Tx, id: string, { limit, before, onlyOf }: { limit: number; before?: TimelineMark | undefined; onlyOf?: string | undefined },
): Promise<{ entries: TimelineEntry[]; next: TimelineMark | null }> {
  // As an array that the query makes itself: a given one would be planned anew each time, for as many as it holds.
  const ids = sql`any((select ids from family)::uuid[])`
  const own = (column: string) => (onlyOf === undefined ? sql`true` : sql`${sql.ref(column)} = ${onlyOf}::uuid`)
  const { rows } = await sql<TimelineEntry>`
    with family (ids) as materialized (select ${familySql(id)}),
    happened as (
      select c.recorded_at as at, 'a' || c.subject_id || '/' || lpad(c.seq::text, 8, '0') as key, c.subject_id as business_id, 'act' as kind, c.kind as what,
             c.source, c.by as account, array(select jsonb_object_keys(c.sets) order by 1) as fields, c.undone_at is not null as undone,
             c.sets ->> 'status' as status, c.valid_from, c.observed_on, c.act_id as ref_id, null::text as reference, null::uuid as owner_id, null::text as village_code
        from registry.changes c where c.subject_id = ${ids} and c.subject_kind = 'business' and c.kind <> 'merge'
      union all
      select m.merged_at, 'm' || m.id, m.survivor_id, 'merge', 'merged', null, m.merged_by, '{}', m.undone_at is not null, null, null, null, m.absorbed_id, b.name || ' (' || b.registry_number || ')', null, null
        from registry.merges m join registry.businesses b on b.id = m.absorbed_id where m.survivor_id = ${ids}
      union all
      select m.undone_at, 'u' || m.id, m.survivor_id, 'merge', 'unmerged', null, m.undone_by, '{}', false, null, null, null, m.absorbed_id, b.name || ' (' || b.registry_number || ')', null, null
        from registry.merges m join registry.businesses b on b.id = m.absorbed_id where m.survivor_id = ${ids} and m.undone_at is not null
      union all
      select m.merged_at, 'i' || m.id, m.absorbed_id, 'merge', 'absorbed', null, m.merged_by, '{}', m.undone_at is not null, null, null, null, m.survivor_id, b.name || ' (' || b.registry_number || ')', null, null
        from registry.merges m join registry.businesses b on b.id = m.survivor_id where m.absorbed_id = ${ids} and not m.survivor_id = ${ids}
      union all
      select p.proposed_at, 'p' || p.id, p.business_id, 'proposal', 'proposed', 'self', p.proposed_by, array(select jsonb_object_keys(p.sets) order by 1), false, null, null, null, p.id, null, null, null
        from registry.proposals p where p.business_id = ${ids} and p.risk = 'high'
      union all
      select p.decided_at, 'd' || p.id, p.business_id, 'proposal', p.state, null, p.decided_by, array(select jsonb_object_keys(p.sets) order by 1), false, null, null, null, p.id, null, null, null
        from registry.proposals p where p.business_id = ${ids} and p.state in ('rejected', 'withdrawn') and p.decided_at is not null
      union all
      select f.added_at, 'g' || f.id, f.business_id, 'photo', 'added', f.source, f.added_by, '{}', false, null, null, null, f.id, f.subject, null, null
        from registry.photos f where f.business_id = ${ids}
      union all
      select f.removed_at, 'f' || f.id, f.business_id, 'photo', 'removed', null, f.removed_by, '{}', false, null, null, null, f.id, f.subject, null, null
        from registry.photos f where f.business_id = ${ids} and f.removed_at is not null
      union all
      select e.at, 'c' || e.application_id || e.event, e.business_id, 'case', e.event, ${NOTHING}, e.application_id, e.reference, e.owner_id, e.village_code
        from applications.v_business_events e where e.business_id = ${ids} and ${own('e.owner_id')}
      union all
      select l.at, 'l' || l.letter_id || l.event, l.business_id, 'letter', l.event, ${NOTHING}, l.letter_id, l.number, l.holder_id, null
        from letters.v_business_letters l where l.business_id = ${ids} and ${own('l.holder_id')})
    select h.at, h.key, h.business_id as "businessId", h.kind, h.what, h.source, n.name as by, h.fields, h.undone as "isUndone", h.status, h.valid_from as "validFrom",
           h.observed_on as "observedOn", h.ref_id as "refId", h.reference, h.owner_id as "ownerId", h.village_code as "villageCode"
      from (select * from happened ${before ? sql`where date_trunc('milliseconds', at) <= ${new Date(before.atMs)} and (date_trunc('milliseconds', at) < ${new Date(before.atMs)} or key < ${before.key})` : sql``}
             order by date_trunc('milliseconds', at) desc, key desc limit ${limit + 1}) h
      left join accounts.v_account_names n on n.account_id = h.account
     order by date_trunc('milliseconds', h.at) desc, h.key desc`.execute(tx)
  const entries = rows.slice(0, limit)
  const last = entries.at(-1)
  return { entries, next: rows.length > limit && last ? { atMs: last.at.getTime(), key: last.key } : null }
}

/** The mark as text that nobody needs to read. */
export const timelineCursor = ({ atMs, key }: TimelineMark): string => Buffer.from(`${atMs}/${key}`).toString('base64url')

/** @returns undefined for a text that is no cursor of ours */
export function timelineMark(cursor: string | undefined): TimelineMark | undefined {
  const [, ms, key] = /^(\d{1,15})\/([a-z][0-9a-z/-]{1,80})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  return ms === undefined || key === undefined ? undefined : { atMs: Number(ms), key }
}
