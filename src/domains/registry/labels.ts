import { type Dates, datesId } from '../../kernel/dates.ts'
import { blockTitles, fieldHints, fieldLabels, fieldWords, ownerLabels } from './field-messages.id.ts'
import { choiceLabels } from './messages.id.ts'
import { photoId } from './photo-messages.id.ts'
import { sourceLabels } from './screen-messages.id.ts'

type Texts = Readonly<Record<string, string>>

/** What the answers of a record, their values and their sources are called in one language; and its dates. */
export type Labels = Dates & {
  /** Of fields with a fixed list of answers: `choices.status.active`. */
  choices: { [Field in keyof typeof choiceLabels]: { [Code in keyof (typeof choiceLabels)[Field]]: string } }
  fields: { [Field in keyof typeof fieldLabels]: string }; owner: { [Field in keyof typeof ownerLabels]: string }
  blocks: { [Block in keyof typeof blockTitles]: string }; hints: { [Field in keyof typeof fieldHints]?: string }
  sources: Texts; photos: Texts; words: typeof fieldWords
}

export const labelsId: Labels = {
  choices: choiceLabels, fields: fieldLabels, owner: ownerLabels, blocks: blockTitles, hints: fieldHints, sources: sourceLabels, photos: photoId.subjects, words: fieldWords,
  ...datesId,
}
