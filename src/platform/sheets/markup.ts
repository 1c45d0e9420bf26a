import { Parser } from 'htmlparser2'
import { SheetError } from './sheet.ts'

/** What a reader of XML or HTML is told, in the order of the file; names without their namespace prefix. */
export type MarkupEvents = {
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  text(text: string): void
}

/** Nobody nests this deep, or writes one tag this long: such a file is made to exhaust its reader. */
const DEEPEST = 2000
const LONGEST_TAG = 4 * 1024 * 1024

/**
 * Feeds text to a parser chunk by chunk and hands on after each what `drain` has gathered, so that the reader sets the pace.
 * Entities are decoded; document type definitions are not read at all.
 */
export async function* readMarkup<T>(
  texts: AsyncIterable<string>, mode: 'xml' | 'html', events: MarkupEvents, drain: () => T[],
): AsyncGenerator<T> {
  let depth = 0
  let quiet = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      quiet = 0
      depth += 1
      if (depth > DEEPEST) throw new SheetError({ code: 'broken' })
      events.open(local(name), attributes)
    },
    onclosetag(name) {
      quiet = 0
      depth -= 1
      events.close(local(name))
    },
    ontext(text) {
      quiet = 0
      events.text(text)
    },
  }, { xmlMode: mode === 'xml', decodeEntities: true })
  for await (const text of texts) {
    quiet += text.length
    if (quiet > LONGEST_TAG) throw new SheetError({ code: 'broken' })
    parser.write(text)
    for (const item of drain()) yield item
  }
  parser.end()
  for (const item of drain()) yield item
}

const local = (name: string) => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** UTF-8, as the parts of workbooks are. */
export async function* utf8Texts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
