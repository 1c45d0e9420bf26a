export { publishedIndicators } from './published-indicators.ts'
