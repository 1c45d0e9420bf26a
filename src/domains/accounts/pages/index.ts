import type { Route } from '../../../platform/http/route.ts'
import { accountPage } from './account.page.tsx'
import { adminAccountNewPage } from './admin-account-new.page.tsx'
import { adminAccountPage } from './admin-account.page.tsx'
import { adminAccountsPage } from './admin-accounts.page.tsx'
import { changeAuthenticatorPage } from './change-authenticator.page.tsx'
import { changePasswordPage } from './change-password.page.tsx'
import { comeToCounterPage } from './come-to-counter.page.tsx'
import { helpCodePage } from './help-code.page.tsx'
import { helpConsentPage } from './help-consent.page.tsx'
import { helpNewPage } from './help-new.page.tsx'
import { helpPage } from './help.page.tsx'
import { officerCodePage } from './officer-code.page.tsx'
import { officerFirstAuthenticatorPage } from './officer-first-authenticator.page.tsx'
import { officerFirstPasswordPage } from './officer-first-password.page.tsx'
import { officerSignInPage } from './officer-sign-in.page.tsx'
import { phoneChangeDecidePage } from './phone-change-decide.page.tsx'
import { phoneChangeRequestPage } from './phone-change-request.page.tsx'
import { phoneChangePage } from './phone-change.page.tsx'
import { privacyPage } from './privacy.page.tsx'
import { registerPage } from './register.page.tsx'
import { secondFactPage } from './second-fact.page.tsx'
import { shownOncePage } from './shown-once.page.tsx'
import { signInCodePage } from './sign-in-code.page.tsx'
import { signInPage } from './sign-in.page.tsx'
import { signOutPage } from './sign-out.page.tsx'
import { stepUpPage } from './step-up.page.tsx'

/** Fixed addresses before those with an id in the same place. */
export const accountPages: Route[] = [
  signInPage, signInCodePage, secondFactPage, registerPage, comeToCounterPage, signOutPage,
  officerSignInPage, officerCodePage, officerFirstPasswordPage, officerFirstAuthenticatorPage,
  accountPage, stepUpPage, changePasswordPage, changeAuthenticatorPage, privacyPage,
  phoneChangePage, phoneChangeRequestPage, phoneChangeDecidePage,
  helpPage, helpNewPage, helpConsentPage, helpCodePage,
  adminAccountsPage, adminAccountNewPage, adminAccountPage, shownOncePage,
]
