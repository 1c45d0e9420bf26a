/** A stall that hands out a checked letter. Decoration of the front page. */
export function MarketStall() {
  return (
    <svg viewBox="0 0 320 240" width="320" height="240" fill="none" stroke-linejoin="round" aria-hidden="true">
      <ellipse cx="160" cy="222" rx="150" ry="10" fill="#042b27" />
      <path d="M52 96v124M268 96v124" stroke="#cfe5e0" stroke-width="7" />
      <path d="M40 152h240v68H40z" fill="#0f7a6f" />
      <path d="M30 142h260v16H30z" fill="#cfe5e0" />
      <path d="M60 36h200l30 62H30z" fill="#fff6df" />
      <path d="M60 36h40L82 98H30zM140 36h40l4.5 62h-49zM220 36h40l30 62h-52z" fill="#f4b73f" />
      <path d="M30 98h52a26 20 0 0 1-52 0M135.5 98h49a24.5 20 0 0 1-49 0M238 98h52a26 20 0 0 1-52 0" fill="#f4b73f" />
      <path d="M82 98h53.5a26.7 20 0 0 1-53.5 0M184.5 98H238a26.7 20 0 0 1-53.5 0" fill="#fff6df" />
      <path d="M72 142a15 15 0 0 1 30 0M96 142a18 18 0 0 1 36 0" fill="#e88a4a" />
      <path d="M206 142l6-22h22l6 22z" fill="#7fcfc0" />
      <path d="M126 112h68v92h-68z" fill="#fff" stroke="#073f3a" stroke-width="3" />
      <path d="M138 128h34M138 140h44M138 152h44M138 164h20" stroke="#9fb8b2" stroke-width="4" stroke-linecap="round" />
      <circle cx="186" cy="190" r="23" fill="#11602f" stroke="#fff" stroke-width="4" />
      <path d="M176 190l7.5 7.5 13-15" stroke="#fff" stroke-width="5" stroke-linecap="round" />
    </svg>
  )
}
