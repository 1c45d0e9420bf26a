import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { listWords as w } from '../list-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { FRESHNESS, PERMITS, SCALE_CHOICES } from '../search/filter.ts'
import { KEPT_BY_FILTERS, LIST, type Query, freshnessName, hrefWith, isNarrowed, scaleLabel } from './list-query.ts'

type Region = { code: string; name: string }

/** What the other form of the page has set stays set. */
export const Kept = ({ query, keys }: { query: Query; keys: readonly string[] }) =>
  <>{keys.map((key) => query[key] && <input key={key} type="hidden" name={key} value={query[key]} />)}</>

const places = (regions: readonly Region[]) => regions.map(({ code, name }) => ({ value: code, label: name }))

/** Everything that narrows the list, one form; villages are offered once a district is chosen. */
export function ListFilters({ query, districts, villages, kbliWrong }: {
  query: Query; districts: readonly Region[]; villages: readonly Region[]; kbliWrong: boolean
}) {
  return (
    <Disclosure summary={w.filter} open={kbliWrong}>
      <form action={LIST} class="stack">
        <Kept query={query} keys={KEPT_BY_FILTERS} />
        <div class="grid">
          <SelectField unchosen={w.all} name="kecamatan" label={w.district} value={query['kecamatan']} choices={places(districts)} />
          {villages.length > 0
            ? <SelectField unchosen={w.all} name="desa" label={w.village} value={query['desa']} choices={places(villages)} />
            : <SelectField unchosen={w.all} name="desa" label={w.village} hint={w.villageHint} choices={[]} />}
          <TextField name="kbli" label={w.kbli} hint={w.kbliHint} value={query['kbli']} width={8} maxLength={5}
            {...(kbliWrong ? { error: w.kbliWrong } : {})} />
          <SelectField unchosen={w.all} name="golongan" label={w.scale} value={query['golongan']} choices={SCALE_CHOICES.map((value) => ({ value, label: scaleLabel(value) }))} />
          <SelectField unchosen={w.all} name="izin" label={w.permit} value={query['izin']} choices={PERMITS.map((value) => ({ value, label: w.permits[value] }))} />
          <SelectField unchosen={w.all} name="status" label={w.status} value={query['status']}
            choices={BUSINESS_STATUSES.map((value) => ({ value, label: choiceLabels.status[value] }))} />
          <SelectField unchosen={w.all} name="mutakhir" label={w.freshness} value={query['mutakhir']}
            choices={FRESHNESS.map((value) => ({ value: freshnessName(value), label: w.freshnesses[value] }))} />
        </div>
        <p class="row">
          <Button look="secondary">{w.apply}</Button>
          {isNarrowed(query) && <ButtonLink href={hrefWith(LIST, {}, { urut: query['urut'] })} look="link">{w.clear}</ButtonLink>}
        </p>
      </form>
    </Disclosure>
  )
}
