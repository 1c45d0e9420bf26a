/** The product's own mark: the awning of a market stall over a sheet with a tick. Offices replace it by their logo (`site.logo`). */
export function Emblem() {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
      <rect width="48" height="48" rx="11" fill="#0f7a6f" />
      <path d="M12 22h24v16a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3z" fill="#fff" />
      <path d="m18 31 4.5 4.5L30.5 27" fill="none" stroke="#0a5a53" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round" />
      <path d="M10 8h8.5v12a5.2 5.2 0 0 1-10.5 0z" fill="#f4b73f" />
      <path d="M18.7 8h10.6l.7 12a6 6 0 0 1-12 0z" fill="#fff6df" />
      <path d="M29.5 8H38l2 12a5.2 5.2 0 0 1-10.5 0z" fill="#f4b73f" />
    </svg>
  )
}
