import { invalid, ok } from '../../../kernel/result.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type Region, getOffice, listDistricts, listVillages } from '../../office/index.ts'
import { businessSchema } from '../core/business-record.ts'
import { type Step, readField } from './steps.ts'

const districtOf = (villageCode: string | undefined) => villageCode?.slice(0, 8)

/** The district of the place of business; its villages follow on the next page. */
export const districtStep: Step<Region[]> = {
  key: 'kecamatan',
  title: (w) => w.district.title,
  read: async ({ tx, officeId }) => listDistricts(tx, (await getOffice(tx, officeId)).regionCode),
  fields: ({ data, more, words: { district: w }, form: { problems }, fill }) => (
    <RadioGroup name="districtCode" label={w.title} heading hint={w.hint} error={problemOf(problems, 'districtCode')}
      value={fill('districtCode', data.districtCode ?? districtOf(data.villageCode))} choices={more.map(({ code, name }) => ({ value: code,
        label: name }))} />
  ),
  answers(values, { more, words }) {
    const found = more.find(({ code }) => code === values['districtCode'])
    return found ? ok({ set: { districtCode: found.code } }) : invalid([{ field: 'districtCode', message: words.district.needed }])
  },
}

type Place = { district: Region | undefined; villages: Region[] }

/** Village and address of the place of business. */
export const placeStep: Step<Place> = {
  key: 'alamat',
  title: (w) => w.place.title,
  async read({ tx, officeId, data, query }) {
    const code = query['kecamatan'] ?? data.districtCode ?? districtOf(data.villageCode)
    const district = (await listDistricts(tx, (await getOffice(tx, officeId)).regionCode)).find((one) => one.code === code)
    return { district, villages: district ? await listVillages(tx, district.code) : [] }
  },
  isEmpty: ({ district }) => district === undefined,
  before: ({ more: { district }, words }) => (district
    ? <></> : <p><ButtonLink href="kecamatan" look="secondary">{words.district.title}</ButtonLink></p>),
  fields: ({ data, more: { district, villages }, words: { place: w }, form: { problems }, fill, query }) => (
    <>
      <SelectField name="villageCode" label={w.village(district?.name ?? '')}
        hint={<a href={query['dari'] ? 'kecamatan?dari=periksa' : 'kecamatan'}>{w.otherDistrict}</a>}
        value={fill('villageCode', data.villageCode)} error={problemOf(problems, 'villageCode')}
        choices={villages.map(({ code, name }) => ({ value: code, label: name }))} />
      <TextField name="address" label={w.address} hint={w.addressHint} value={fill('address', data.address)}
        error={problemOf(problems, 'address')}
        autoComplete="street-address" maxLength={200} />
      <div class="row">
        <TextField name="rt" label={w.rt} optional value={fill('rt', data.rt)} error={problemOf(problems, 'rt')} inputMode="numeric"
          width={4} maxLength={3} />
        <TextField name="rw" label={w.rw} optional value={fill('rw', data.rw)} error={problemOf(problems, 'rw')} inputMode="numeric"
          width={4} maxLength={3} />
      </div>
      <TextField name="hamlet" label={w.hamlet} optional value={fill('hamlet', data.hamlet)} error={problemOf(problems, 'hamlet')}
        maxLength={100} />
    </>
  ),
  answers(values, { more }) {
    const shape = businessSchema.shape
    const village = readField(shape.villageCode, 'villageCode', more.villages.find(({ code }) => code === values['villageCode'])?.code)
    const address = readField(shape.address, 'address', values['address'])
    const optional = {
      rt: readField(shape.rt, 'rt', values['rt']), rw: readField(shape.rw, 'rw', values['rw']), hamlet: readField(shape.hamlet, 'hamlet',
        values['hamlet']),
    }
    const problems = [...village.problems, ...address.problems, ...Object.values(optional).flatMap((one) => one.problems)]
    if (problems.length > 0 || village.value === undefined || address.value === undefined) return invalid(problems)
    const keys = ['rt', 'rw', 'hamlet'] as const
    return ok({
      set: {
        villageCode: village.value, address: address.value,
        ...Object.fromEntries(keys.flatMap((key) => (optional[key].value === undefined ? [] : [[key, optional[key].value]]))),
        ...(more.district ? { districtCode: more.district.code } : {}),
      },
      clear: keys.filter((key) => optional[key].value === undefined),
    })
  },
}
