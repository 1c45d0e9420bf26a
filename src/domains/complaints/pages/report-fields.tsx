import type { ComponentChildren } from 'preact'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedIn } from '../../../platform/http/form.ts'
import type { Form } from '../../../platform/http/page.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, type Choice, RadioGroup } from '../../../ui/fields/choices.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { CitizenWords } from '../citizen-words.id.ts'
import { ABOUT_POSTS, IDENTITIES, KINDS, type Kind, MOST_WORDS } from '../core/choices.ts'
import type { Said } from '../file-ticket.ts'

const text = (most: number) => z.string().max(most).optional()
const oneOf = <T extends string>(values: readonly T[]) => z.string().optional().transform((value) => values.find((one) => one === value))

/** What a form of a report posts, the same for the public and for an officer who types it in. */
export const reportFields = z.object({
  formKey: z.uuid().catch(() => randomUUID()), words: z.string().default(''), wanted: text(1000), place: text(200), regionCode: text(20), serviceCode: text(20), applicationReference: text(40),
  cooperative: text(200), member: z.string().optional(), aboutPost: oneOf(ABOUT_POSTS), aboutName: text(200), identity: oneOf(IDENTITIES), name: text(100), phone: text(40),
  file: z.instanceof(File).optional(), publish: z.string().optional(), kind: oneOf(KINDS),
})
export type ReportFields = z.output<typeof reportFields>

/** The answers of a form as they are taken in; kind, channel, identity and files are the page's. */
export const saidOf = (fields: ReportFields): Omit<Said, 'kind' | 'channel' | 'identity' | 'files'> => ({
  formKey: fields.formKey, words: fields.words, name: fields.name, phone: fields.phone, wanted: fields.wanted, place: fields.place, regionCode: fields.regionCode,
  serviceCode: fields.serviceCode, applicationReference: fields.applicationReference, cooperative: fields.cooperative, isMember: fields.member === 'yes',
  aboutPost: fields.aboutPost, aboutName: fields.aboutName, mayPublish: fields.publish === 'yes',
})

export type Choices = { services: Choice[]; regions: Choice[] }

type Props = { kind: Kind; form: Form; t: CitizenWords['form'] }

export const FormKey = ({ form }: { form: Form }) => <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? randomUUID()} />

/** The story itself. */
export function StoryFields({ kind, form, t }: Props) {
  return (
    <>
      <TextArea name="words" label={t.wordsFor[kind]} hint={t.hintFor[kind]} rows={8} maxLength={MOST_WORDS} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
      {kind !== 'consultation' && <TextArea name="wanted" label={t.wanted} optional rows={2} maxLength={1000} value={typedIn(form, 'wanted')} />}
    </>
  )
}

/** Whom a complaint is about. */
export function AboutFields({ form, t }: Omit<Props, 'kind'>) {
  return (
    <>
      <SelectField name="aboutPost" label={t.about} hint={t.aboutHint} unchosen={t.aboutNone} choices={ABOUT_POSTS.map((value) => ({ value, label: t.posts[value] }))} value={typedIn(form, 'aboutPost')} />
      <TextField name="aboutName" label={t.aboutName} hint={t.aboutNameHint} optional maxLength={200} value={typedIn(form, 'aboutName')} />
    </>
  )
}

/** What the report can be linked to. */
export function LinkFields({ kind, form, t, choices }: Props & { choices: Choices }) {
  const typed = (name: string) => typedIn(form, name)
  return (
    <>
      {kind !== 'information' && <TextField name="place" label={t.place} hint={t.placeHint} optional maxLength={200} value={typed('place')} />}
      <SelectField name="regionCode" label={t.region} optional unchosen={t.noRegion} choices={choices.regions} value={typed('regionCode')} error={problemOf(form.problems, 'regionCode')} />
      <SelectField name="serviceCode" label={t.service} optional unchosen={t.noService} choices={choices.services} value={typed('serviceCode')} error={problemOf(form.problems, 'serviceCode')} />
      {kind === 'complaint' && (
        <>
          <TextField name="applicationReference" label={t.application} hint={t.applicationHint} optional width={16} maxLength={40} value={typed('applicationReference')} error={problemOf(form.problems, 'applicationReference')} />
          <TextField name="cooperative" label={t.cooperative} hint={t.cooperativeHint} optional maxLength={200} value={typed('cooperative')} />
          <CheckboxGroup name="member" label={t.member} optional choices={[{ value: 'yes', label: t.memberYes }]} values={typed('member') === 'yes' ? ['yes'] : []} />
        </>
      )}
    </>
  )
}

/** Who reports, and who may know. */
export function IdentityFields({ form, t, note }: Omit<Props, 'kind'> & { note?: ComponentChildren }) {
  return (
    <>
      <RadioGroup name="identity" label={t.identity} value={typedIn(form, 'identity')} error={problemOf(form.problems, 'identity')}
        choices={IDENTITIES.map((value) => ({ value, ...t.identities[value] }))} />
      {note}
      <TextField name="name" label={t.name} optional maxLength={100} autoComplete="name" value={typedIn(form, 'name')} error={problemOf(form.problems, 'name')} />
      <PhoneField name="phone" label={t.phone} hint={t.phoneHint} optional value={typedIn(form, 'phone')} error={problemOf(form.problems, 'phone')} />
    </>
  )
}

export const EvidenceField = ({ form, t }: Omit<Props, 'kind'>) =>
  <FileField name="file" label={t.file} hint={t.fileHint} optional accept="image/jpeg,image/png,application/pdf" error={problemOf(form.problems, 'file')} />

export const PublishField = ({ form, t }: Omit<Props, 'kind'>) =>
  <CheckboxGroup name="publish" label={t.publish} optional choices={[{ value: 'yes', label: t.publishYes }]} values={typedIn(form, 'publish') === 'yes' ? ['yes'] : []} />
