/** One field of a sent form; of a file its bytes as they come. What is not read of a part is passed over before the next one. */
export type FormPart = { name: string; fileName: string | undefined; bytes: AsyncIterable<Uint8Array> }

/** The form was cut off on its way, or is none. */
export class BrokenForm extends Error {}

const MOST_PARTS = 100
const LONGEST_HEAD = 16 * 1024
const LONGEST_NAME = 200
const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * The parts of a form as a browser sends it with files (multipart/form-data, RFC 7578), one after another, however long they are: no more
 * than a piece of the body is held at a time.
 * @param type the header `Content-Type` of the request
 * @throws BrokenForm
 */
export async function* formParts(body: AsyncIterable<Uint8Array>, type: string): AsyncGenerator<FormPart> {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type)
  if (!boundary) throw new BrokenForm('not a form of parts')
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`)
  const reader = pieceReader(body)
  await textOf(reader.until(mark), LONGEST_HEAD)
  for (let count = 0; (await reader.peek(2)) !== '--'; count += 1) {
    if (count === MOST_PARTS) throw new BrokenForm('too many parts')
    const head = await textOf(reader.until(HEAD_END), LONGEST_HEAD)
    const part = reader.until(mark)
    // Without `return`, so that who leaves early does not end the reading: the rest is passed over here.
    yield { ...namesIn(head), bytes: { [Symbol.asyncIterator]: () => ({ next: () => part.next() }) } }
    while (!(await part.next()).done);
  }
}

/** A short part as text. @throws BrokenForm when it is longer */
export async function textOf(bytes: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length > most) throw new BrokenForm('a field is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function pieceReader(body: AsyncIterable<Uint8Array>) {
  const source = body[Symbol.asyncIterator]()
  // The first boundary stands at the very beginning, without the line end that all others have.
  let held: Buffer = Buffer.from('\r\n')
  const more = async (): Promise<void> => {
    const next = await source.next().catch((error: unknown) => {
      throw new BrokenForm('the line broke', { cause: error })
    })
    if (next.done) throw new BrokenForm('the form is cut off')
    held = Buffer.concat([held, next.value])
  }
  return {
    /** What comes next, as text, and stays. */
    async peek(length: number): Promise<string> {
      while (held.length < length) await more()
      return held.toString('latin1', 0, length)
    },
    /** The bytes before the mark, which is taken away with them. */
    async* until(mark: Buffer): AsyncGenerator<Uint8Array, void> {
      for (;;) {
        const at = held.indexOf(mark)
        // The last bytes may be the beginning of the mark: they wait for what follows.
        const sure = at === -1 ? Math.max(0, held.length - mark.length + 1) : at
        const piece = held.subarray(0, sure)
        held = held.subarray(at === -1 ? sure : at + mark.length)
        if (piece.length > 0) yield piece
        if (at !== -1) return
        await more()
      }
    },
  }
}

/** Field and file name out of the head of a part; browsers write a quotation mark as %22. */
function namesIn(head: string): { name: string; fileName: string | undefined } {
  const line = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1] ?? ''
  const quoted = (key: string) => new RegExp(`;\\s*${key}="((?:[^"\\\\\\r\\n]|\\\\.)*)"`, 'i').exec(line)?.[1]?.replace(/%22/g, '"').replace(/\\(["\\])/g, '$1')
  const name = quoted('name')
  if (name === undefined) throw new BrokenForm('a part without a name')
  const fileName = quoted('filename')
  return { name, fileName: fileName === undefined ? undefined : plainFileName(fileName) }
}

/** The last step of a path, without what does not belong into a name: it is shown, and names downloads. */
export function plainFileName(sent: string): string {
  const last = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]+/gu, ' ').replace(/\s+/g, ' ').trim()
  return plain.length <= LONGEST_NAME ? plain : plain.slice(0, LONGEST_NAME - 10) + plain.slice(-10)
}
