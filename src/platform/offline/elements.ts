/** Puts content in the place of what an output said before. */
export function show(output: Element, tone: 'info' | 'success' | 'warning' | 'danger', content: Node[]): void {
  output.setAttribute('data-tone', tone)
  output.textContent = ''
  output.append(...content)
}

export function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

export function paragraph(text: string, inner?: string): HTMLElement {
  const made = element('p', inner ? '' : text)
  if (inner) made.append(element(inner, text))
  return made
}
