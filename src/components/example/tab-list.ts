/** Makes a list of tabs work: a press or an arrow key, Home or End shows another one. `show` marks it as selected. */
export function listenToTabs(list: HTMLElement, show: (tab: HTMLElement) => void): void {
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement && target.role === 'tab') show(target);
  });
  list.addEventListener('keydown', (event) => {
    const tabs = tabsIn(list);
    const at = tabs.findIndex((tab) => tab.ariaSelected === 'true');
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next);
    next.focus();
  });
}

/** Selects one of the tabs; Tab reaches that one only. */
export function selectTab(list: HTMLElement, selected: (tab: HTMLElement) => boolean): void {
  for (const tab of tabsIn(list)) {
    tab.ariaSelected = String(selected(tab));
    tab.tabIndex = selected(tab) ? 0 : -1;
  }
}

function tabsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.children].filter((tab) => tab instanceof HTMLElement);
}
