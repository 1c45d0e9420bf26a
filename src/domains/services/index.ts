export { type AnswerFault, type FaultWords, checkAnswers, isAsked, missingRequirements, relevantAnswers } from './core/answers.ts'
export type { Answer, Answers, Question, Requirement, ServiceDefinition } from './core/definition.ts'
export { loadServiceReference } from './load.ts'
export { type Held, findServiceOn, getDefinition, listServicesOn } from './store.ts'
