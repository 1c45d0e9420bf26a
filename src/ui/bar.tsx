/** A filled bar for a share of 0 to 1. Only a picture: the same is said in words beside it. SVG, as style attributes are forbidden here. */
export function Bar({ part }: { part: number }) {
  const filled = Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" />
      <rect width={filled} height="4" />
    </svg>
  )
}
