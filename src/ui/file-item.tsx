import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type FileItemProps = {
  fileName: string
  /** "JPEG, 184 KB" */
  detail?: string | undefined
  href?: string | undefined
  /** Address of a small picture of it. */
  thumbnail?: string | undefined
}

/** One stored file: picture, name, size, and what may be done with it. */
export function FileItem({ fileName, detail, href, thumbnail, children }: FileItemProps & { children?: ComponentChildren }) {
  return (
    <div class="upload">
      {thumbnail ? <img src={thumbnail} alt="" width="48" height="48" /> : <Icon name="file" />}
      <div>
        <b>{href ? <a href={href}>{fileName}</a> : fileName}</b>
        {detail && <small class="soft">{detail}</small>}
      </div>
      {children}
    </div>
  )
}
