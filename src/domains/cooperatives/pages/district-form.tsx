import type { Form } from '../../../platform/http/page.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import type { Region } from '../../office/index.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

/** The district of the office; its villages follow on the next page. */
export function DistrictForm({ districts, code, form: { problems }, words }: {
  districts: readonly Region[]; code: string | undefined; form: Form; words: ScreenWords
}) {
  return (
    <RadioGroup name="districtCode" label={words.sections.kecamatan.ask} heading error={problemOf(problems, 'districtCode')} value={code}
      choices={districts.map((one) => ({ value: one.code, label: one.name }))} />
  )
}
