export { inviteToSurvey, surveyOf } from './invite.ts'
