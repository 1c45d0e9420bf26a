/** What the typesetter and its child process tell each other. Buffers cross as they are (serialization: 'advanced'). */
export type Job = {
  id: number
  root: string
  /** path of the template below `root` */
  template: string
  /** JSON that the template decodes from `sys.inputs.data`: nothing of it is ever read as markup */
  data: string
  /** files the template may read, by their path below `root` */
  assets: Record<string, Uint8Array>
}
export type Answer = { id: number; pdf: Uint8Array; pages: number } | { id: number; failed: string }
