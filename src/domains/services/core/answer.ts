/** One answer of a form. An entry of a repeated group has answers of its own. */
export type Answer = string | boolean | number | string[] | Entry[]
export type Entry = Record<string, string | boolean | number | string[]>
export type Answers = Record<string, Answer>
