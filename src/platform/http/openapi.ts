import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { ApiOperation } from './operation.ts'

const problem = z.object({
  type: z.string(), title: z.string(), status: z.number().int(), code: z.string(), detail: z.string().optional(),
  problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(), present: z.unknown().optional(),
}).openapi('Problem')

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } })

function parametersOf(path: string): z.ZodObject | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')
  return names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined
}

function bodyOf({ describe }: ApiOperation) {
  if (describe.upload) {
    const fields = describe.body instanceof z.ZodObject ? describe.body : z.object({})
    return { body: { content: { 'multipart/form-data': { schema: fields.extend({ file: z.string().openapi({ format: 'binary' }) }) } } } }
  }
  return describe.body ? { body: { content: { 'application/json': { schema: describe.body } } } } : {}
}

/** The description of the API, OpenAPI 3.1, made from the schemas that check its input and answers. */
export function openApiDocument(operations: readonly ApiOperation[], server: string): object {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  for (const one of operations) {
    const params = parametersOf(one.path)
    registry.registerPath({
      method: one.method, path: one.path, summary: one.summary, description: `Hak: ${one.right}`, operationId: `${one.method} ${one.path}`,
      ...(one.right === 'public' ? {} : { security: [{ bearer: [] }] }),
      request: {
        ...(params ? { params } : {}), ...(one.describe.query ? { query: one.describe.query } : {}), ...bodyOf(one),
        ...(one.method === 'post' ? { headers: z.object({ 'Idempotency-Key': z.string().max(200).optional() }) } : {}),
      },
      responses: {
        [one.describe.status]: { description: 'Berhasil', content: { [one.describe.mediaType ?? 'application/json']: { schema: one.describe.answer } } },
        429: refused('Terlalu sering'), 401: refused('Belum masuk'), 403: refused('Tidak diizinkan'), 404: refused('Tidak ditemukan'), 409: refused('Keadaan sudah berubah'), 422: refused('Isian perlu diperbaiki'),
      },
    })
  }
  return getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'DITAKOPUM', version: '1' }, servers: [{ url: server }] })
}
