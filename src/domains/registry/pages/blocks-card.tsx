import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { BLOCKS, BLOCK_KEYS, type BlockKey } from '../core/business-blocks.ts'
import { fieldText, labelOf } from '../field-text.ts'
import type { PageWords } from '../page-messages.id.ts'
import { type Origins, WithOrigin } from './value-origin.tsx'

type BlocksProps = {
  origins: Origins; words: PageWords
  /** Address of a block's form; undefined where this person may not change. */
  formOf: (block: BlockKey) => string | undefined
}

/** The optional blocks of the code book: closed, each with how much of it is filled in, and the way to fill in the rest. */
export function BlocksCard({ origins, words, formOf }: BlocksProps) {
  const { values } = origins.folded
  const blocks = BLOCK_KEYS.map((block) => {
    const fields: readonly string[] = BLOCKS[block]
    return { block, fields, filled: fields.filter((field) => values[field] !== undefined), form: formOf(block) }
  }).filter(({ filled, form }) => filled.length > 0 || form !== undefined)
  if (blocks.length === 0) return null
  return (
    <Card title={words.more.title}>
      {blocks.map(({ block, fields, filled, form }) => (
          <Disclosure key={block} summary={`${words.labels.blocks[block]}: ${words.more.filled(filled.length, fields.length)}`} open={origins.shown && filled.length > 0}>
            {filled.length > 0 && (
              <Summary rows={filled.map((field) => ({
                label: labelOf(field, words.labels),
                value: <WithOrigin fields={[field]} origins={origins} words={words}>{fieldText(field, values[field], origins.names, origins.plain, words.labels)}</WithOrigin>,
              }))} />
            )}
            {form && <p><a href={form}>{words.more.fill}<span class="visually-hidden"> {words.labels.blocks[block]}</span></a></p>}
          </Disclosure>
      ))}
    </Card>
  )
}
