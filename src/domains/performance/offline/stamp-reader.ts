/** Loaded by `/periksa-laporan` only when the file of roots bears time stamps: what reads them is three times as large as all the rest. */
import { readTimeStamp } from '../../../platform/signing/time-stamp-token.ts'

Object.assign(globalThis, { readTimeStamp })
