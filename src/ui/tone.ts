import type { IconName } from './icon.tsx'

/** How a thing stands. Colour never says it alone: each tone has its own icon, and a text stands beside it. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const ICON_OF_TONE: Record<Tone, IconName> = {
  neutral: 'dot',
  info: 'info',
  success: 'check-circle',
  warning: 'alert',
  danger: 'stop',
}
