import { FileItem, type FileItemProps } from '../file-item.tsx'
import { Say } from '../language.ts'
import { Field, wiring, type FieldProps } from './field.tsx'

type FileFieldProps = FieldProps & {
  /** Media types and endings, as in the attribute: `image/jpeg,image/png,application/pdf`. */
  accept?: string
  /** What is already kept for this question. Its `token` is posted as `<name>-kept`, so an error elsewhere loses no upload. */
  kept?: (FileItemProps & { token: string }) | undefined
}

/** A file or photo. No `capture`: it would take the gallery away. Removing posts `remove=<name>` with the form. */
export function FileField(props: FileFieldProps) {
  const { name, accept, kept, label } = props
  return (
    <Field {...props} label={label}>
      {kept && (
        <FileItem {...kept}>
          <input type="hidden" name={`${name}-kept`} value={kept.token} />
          <Say>{(w) => (
            <button class="button button-link button-small" name="remove" value={name} formnovalidate>
              {w.remove}<span class="visually-hidden"> {kept.fileName}</span>
            </button>
          )}</Say>
        </FileItem>
      )}
      {kept && <p class="hint"><Say>{(w) => w.replaceFile}</Say>:</p>}
      <input {...wiring(props)} type="file" accept={accept} />
    </Field>
  )
}
