import type { Route } from '../../../platform/http/route.ts'
import { counterCodePage } from './counter-code.page.tsx'
import { deskPage } from './desk.page.tsx'
import { donePage } from './done.page.tsx'
import { blankPage, paperPage } from './paper.page.tsx'
import { newPlanPage, planItemPage, planPage } from './plan.page.tsx'
import { csvFile, posterFile } from './published-files.ts'
import { newQuestionnairePage, questionnairePage } from './questionnaire.page.tsx'
import { resultsPage } from './results.page.tsx'
import { sheetPage, thanksPage } from './sheet.page.tsx'
import { suggestionPage, suggestionsPage } from './suggestions.page.tsx'
import { visitorPage } from './visitor.page.tsx'

// The page of a link takes any last part of its address, so it stands behind those with a name.
export const satisfactionPages: Route[] = [
  deskPage, counterCodePage, paperPage, blankPage, suggestionsPage, suggestionPage, planPage, newPlanPage, planItemPage, questionnairePage, newQuestionnairePage,
  resultsPage, csvFile, posterFile, donePage, thanksPage, visitorPage, sheetPage,
]
