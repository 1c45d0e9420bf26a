export { inviteToSurvey, surveyOf } from './invite.ts'
export { type Publication as SatisfactionPublication, listPublications as listSatisfaction } from './survey-results.ts'
