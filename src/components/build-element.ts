/** Makes an element with children; a class is set only where there is one. */
export function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** Makes a button that is named by its text. */
export function buildButton(text: string, onClick: () => void, className = ''): HTMLButtonElement {
  const button = build('button', className, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}
