import { z } from '@hono/zod-openapi'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { answerAtCounter, answerByLink, counterCode, formToday } from './answer.ts'
import { PLAN_STATES } from './core/follow-up.ts'
import { elementSchema, questionnaireSchema } from './core/questionnaire.ts'
import { respondentSchema } from './core/respondent.ts'
import { SCORES } from './core/satisfaction-index.ts'
import { surveyPeriod } from './core/survey-period.ts'
import { officeId as t } from './office-words.id.ts'
import { MOST_SHEETS, keepPaper } from './paper.ts'
import { type PlanItem, addPlanItem, endPlanItem, listPlan } from './plan-store.ts'
import { type Held, setQuestionnaire } from './questionnaire-store.ts'
import { listSuggestions, moderate } from './suggestion-store.ts'
import { listPublications, readResults } from './survey-results.ts'

const noOffice = () => notFound('not-found', '')
const ownOffice = async ({ actor }: { actor: { officeId: string } | undefined }) => ({ officeId: actor?.officeId ?? '' })

const shapeOf = ({ version, validFrom, basis, elements }: Held): z.input<typeof questionnaireSchema> => ({ version, validFrom, basis, elements })

const readQuestionnaire = operation({
  method: 'get', path: '/satisfaction/questionnaire', right: 'public',
  summary: 'The questionnaire in force: nine elements by key, each with its ladder, in Indonesian and English', answer: questionnaireSchema,
  async handle({ unit }) {
    const form = await formToday(unit)
    return form ? ok(shapeOf(form.questionnaire)) : noOffice()
  },
})

const newQuestionnaire = operation({
  method: 'post', path: '/satisfaction/questionnaires', right: 'survey.manage', status: 201,
  summary: 'A new version, from tomorrow at the earliest; weights, where given, total 1', access: ownOffice,
  body: z.object({ validFrom: z.iso.date(), basis: z.string().trim().min(5).max(500), elements: z.array(elementSchema).min(9).max(20) }), answer: questionnaireSchema,
  handle: async ({ unit, actor }, { body }) => setQuestionnaire(unit, actor, body),
})

const score = z.literal([...SCORES])
const sheet = { answers: z.record(z.string(), score), respondent: respondentSchema.default({}), suggestion: z.string().max(1000).optional() }
const received = z.object({ received: z.literal(true) })
const thanked = (done: Result<unknown>) => (done.ok ? ok({ received: true as const }) : done)

/** The token stands in the body: an address is written down in more places. */
const answer = operation({
  method: 'post', path: '/satisfaction/answers', right: 'public',
  summary: 'A sheet by the link of a case; sent twice it counts once', answer: received, body: z.object({ token: z.string().max(80), ...sheet }),
  limit: { name: 'survey-answer', most: 60, windowMs: 10 * 60_000, counts: 'misses' },
  async handle({ unit, tools, lang }, { body: { token, ...given } }) {
    const form = await formToday(unit)
    return form ? thanked(await answerByLink({ tools, unit, officeId: form.officeId, lang }, token, given)) : noOffice()
  },
})

const counterAnswer = operation({
  method: 'post', path: '/satisfaction/counter-answers', right: 'public',
  summary: 'A sheet of a visitor, by the code shown at the counter today', answer: received,
  body: z.object({ code: z.string().max(20), serviceCode: z.string().max(20), formKey: z.uuid(), ...sheet }), limit: { name: 'survey-counter', most: 30, windowMs: 60 * 60_000, counts: 'posts' },
  async handle({ unit, tools, lang }, { body }) {
    const form = await formToday(unit)
    return form ? thanked(await answerAtCounter({ tools, unit, officeId: form.officeId, lang }, body)) : noOffice()
  },
})

const code = operation({
  method: 'get', path: '/satisfaction/counter-code', right: 'survey.enter',
  summary: 'The code for visitors at the counter today', access: ownOffice, answer: z.object({ day: z.string(), code: z.string(), link: z.string() }),
  async handle({ unit, tools, actor }) {
    const today = wibDate(unit.now)
    const shown = counterCode(tools.keys, actor.officeId, today)
    return ok({ day: today.toString(), code: shown, link: `${tools.config.baseUrl}/skm?kode=${shown}` })
  },
})

const paper = operation({
  method: 'post', path: '/satisfaction/paper', right: 'survey.enter', status: 201,
  summary: 'Sheets of paper of one service and day; each line of digits has 1 to 4 or - for each question in order', access: ownOffice,
  body: z.object({
    formKey: z.uuid(), serviceCode: z.string().max(20), day: z.iso.date(),
    sheets: z.array(z.object({ digits: z.string().max(40), respondent: respondentSchema.default({}), suggestion: z.string().max(1000).optional() })).min(1).max(MOST_SHEETS),
  }),
  answer: z.object({ kept: z.number() }), handle: async ({ unit, actor }, { body }) => keepPaper(unit, actor, body),
})

const category = z.enum(['A', 'B', 'C', 'D']).nullable()
const margin = z.object({ points: z.number(), isRough: z.boolean(), isFinite: z.boolean() }).nullable()
const elements = z.array(z.object({ key: z.string(), n: z.number(), nrr: z.string().nullable(), weighted: z.string().nullable(), converted: z.string().nullable(), category }))
const results = z.object({
  definition: z.number(), questionnaire: z.number(), respondents: z.number(), served: z.number(), minimal: z.object({ least: z.number(), byFormula: z.number(), printed: z.number().optional() }),
  figures: z.object({ index: z.string().nullable(), category, margin, lowest: z.array(z.string()), elements }).nullable(),
  services: z.array(z.object({ code: z.string(), served: z.number(), told: z.union([z.literal('hidden'), z.object({ respondents: z.number(), least: z.number(), index: z.string().nullable(), category, margin, elements })]) })),
  profile: z.record(z.string(), z.record(z.string(), z.number().nullable())).optional(),
})

const published = operation({
  method: 'get', path: '/satisfaction/publications', right: 'public', summary: 'Published results by quarter and year, the newest first',
  answer: z.object({ items: z.array(z.object({ period: z.string(), closedOn: z.string(), results })), next: z.null() }),
  async handle({ unit }) {
    const form = await formToday(unit)
    if (!form) return noOffice()
    return ok({ items: (await listPublications(unit.tx, form.officeId)).map((one) => ({ period: one.period.key, closedOn: one.closedOn, results: one.results })), next: null })
  },
})

const readPeriod = operation({
  method: 'get', path: '/satisfaction/results/{period}', right: 'survey.read',
  summary: 'Results of a quarter (2026-T4) or year (2026) as they stand; single sheets are never told', access: ownOffice,
  answer: z.object({ period: z.string(), closedOn: z.string().nullable(), received: z.number(), results }),
  async handle({ unit, actor, params }) {
    const found = await readResults(unit.tx, actor.officeId, params['period'] ?? '')
    return found ? ok({ period: found.period.key, closedOn: found.closedOn ?? null, received: found.received, results: found.results }) : noOffice()
  },
})

const suggestion = z.object({ id: z.string(), quarter: z.string(), serviceCode: z.string(), words: z.string(), state: z.enum(['new', 'public', 'hidden']), reason: z.string().nullable() })

const suggestions = operation({
  method: 'get', path: '/satisfaction/suggestions', right: 'survey.read',
  summary: 'Suggestions of a quarter with five respondents or more', access: ownOffice, query: z.object({ quarter: z.string() }),
  answer: z.object({ items: z.array(suggestion), next: z.null() }),
  async handle({ unit, actor }, { query }) {
    const period = surveyPeriod(query.quarter)
    if (period?.kind !== 'quarter') return invalid([{ field: 'quarter', message: t.plan.periodNeeded }])
    return ok({ items: await listSuggestions(unit.tx, actor.officeId, period.key, period), next: null })
  },
})

const decide = operation({
  method: 'post', path: '/satisfaction/suggestions/{id}', right: 'survey.moderate',
  summary: 'Release a suggestion for everybody, or hide it with a reason', access: ownOffice,
  body: z.object({ to: z.enum(['public', 'hidden']), reason: z.string().max(200).default('') }), answer: z.object({ id: z.string(), state: z.enum(['new', 'public', 'hidden']) }),
  async handle({ unit, actor, params }, { body }) {
    const id = z.uuid().safeParse(params['id'])
    return id.success ? moderate(unit, actor, id.data, body.to, body.reason) : noOffice()
  },
})

const planItem = z.object({
  id: z.string(), period: z.string(), element: z.string().nullable(), finding: z.string(), action: z.string(), owner: z.string(), dueOn: z.string(), state: z.enum(PLAN_STATES), ending: z.string().nullable(),
  endedOn: z.string().nullable(),
})
const line = z.string().trim().min(5).max(500)
const asPlanItem = (done: Result<PlanItem>): Result<z.input<typeof planItem>> => done

const plan = operation({
  method: 'get', path: '/satisfaction/plan', right: 'public',
  summary: 'The follow-up plan: you said, we did', answer: z.object({ items: z.array(planItem), next: z.null() }),
  async handle({ unit }) {
    const form = await formToday(unit)
    return form ? ok({ items: await listPlan(unit.tx, form.officeId), next: null }) : noOffice()
  },
})

const addPlan = operation({
  method: 'post', path: '/satisfaction/plan', right: 'survey.plan', status: 201,
  summary: 'A finding with its action, the post in charge and the day', access: ownOffice, answer: planItem,
  body: z.object({ formKey: z.uuid(), period: z.string(), element: z.string().max(40).optional(), finding: line, action: line, owner: line, dueOn: z.iso.date() }),
  handle: async ({ unit, actor }, { body }) => asPlanItem(await addPlanItem(unit, actor, body)),
})

const endPlan = operation({
  method: 'post', path: '/satisfaction/plan/{id}/end', right: 'survey.plan',
  summary: 'Done, with its evidence, or given up, with the reason', access: ownOffice, answer: planItem,
  body: z.object({ state: z.enum(['done', 'dropped']), words: z.string().max(1000) }),
  handle: async ({ unit, actor, params }, { body }) => asPlanItem(await endPlanItem(unit, actor, params['id'] ?? '', body)),
})

export const satisfactionOperations: ApiOperation[] = [
  readQuestionnaire, newQuestionnaire, answer, counterAnswer, code, paper, published, readPeriod, suggestions, decide, plan, addPlan, endPlan,
]
