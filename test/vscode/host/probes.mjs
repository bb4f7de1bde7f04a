// What is read from the page that shows VS Code. Each function runs inside the page: it may use nothing from outside
// itself but the DOM and what `helpers` puts there. The class names are VS Code 1.139's, collected here and nowhere else.

/** @typedef {import('../protocol').Row} Row */
/** @typedef {import('../protocol').Rect} Rect */

/**
 * @typedef {object} Helpers
 * @property {(choice?: number) => Element | null} editor the active code editor, or the n-th
 * @property {(element: Element) => { text: string, range: (start: number, end: number) => Range }} textOf
 * @property {(rects: Iterable<DOMRect>) => Rect | null} union of those with an area
 */

/** Installs the helpers in the page, once. */
export function installHelpers() {
  /** @type {any} */ (window).arabicNewsProbes ??= {
    /** @param {number} [choice] */
    editor(choice) {
      const all = [...document.querySelectorAll('.editor-instance .monaco-editor')].filter((e) => e.clientWidth > 0);
      if (choice !== undefined) return all[choice] ?? null;
      return document.querySelector('.editor-group-container.active .editor-instance .monaco-editor') ?? all[0] ?? null;
    },
    /** @param {Element} element */
    textOf(element) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      /** @type {{ node: Text, start: number }[]} */
      const nodes = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node: /** @type {Text} */ (node), start: text.length });
        text += node.nodeValue;
      }
      /** @param {number} offset @param {boolean} atEnd */
      const place = (offset, atEnd) => {
        const found = nodes.findLast(({ start }) => (atEnd ? start < offset : start <= offset));
        return found ?? nodes[0];
      };
      return {
        text: text.replaceAll('\u00a0', ' '),
        /** @param {number} start @param {number} end */
        range(start, end) {
          const range = document.createRange();
          const from = place(start, false);
          const to = place(end, true);
          if (from && to) {
            range.setStart(from.node, start - from.start);
            range.setEnd(to.node, end - to.start);
          }
          return range;
        },
      };
    },
    /** @param {Iterable<DOMRect>} rects */
    union(rects) {
      const visible = [...rects].filter((r) => r.width > 0 && r.height > 0);
      if (visible.length === 0) return null;
      return {
        left: Math.min(...visible.map((r) => r.left)),
        top: Math.min(...visible.map((r) => r.top)),
        right: Math.max(...visible.map((r) => r.right)),
        bottom: Math.max(...visible.map((r) => r.bottom)),
      };
    },
  };
}

/** @param {{ editor?: number }} params @returns {Row[]} the rows in view, from the top */
export function rows({ editor: choice }) {
  const { editor, textOf, union } = /** @type {{ arabicNewsProbes: Helpers }} */ (/** @type {unknown} */ (window))
    .arabicNewsProbes;
  const root = editor(choice);
  if (!root) return [];
  const area = root.querySelector('.editor-scrollable')?.getBoundingClientRect() ?? root.getBoundingClientRect();
  const view = {
    left: area.left,
    right:
      root.querySelector('.monaco-scrollable-element > .scrollbar.vertical')?.getBoundingClientRect().left ??
      area.right,
  };
  const numbers = [...root.querySelectorAll('.margin-view-overlays .line-numbers')]
    .map((element) => ({ top: element.getBoundingClientRect().top, line: Number(element.textContent) }))
    .filter(({ line }) => line > 0)
    .sort((a, b) => a.top - b.top);
  const elements = [...root.querySelectorAll('.view-lines > .view-line')].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
  elements.sort((a, b) => a.box.top - b.box.top);
  return elements.map(({ element, box }) => {
    const { text, range } = textOf(element);
    /** @type {Row['pieces']} */
    const pieces = [];
    // Arabic letters, other letters and digits by themselves: glued together («و5,40») they are still laid out apart.
    const runs = /(?:(?=\p{Script=Arabic})\p{L}|[\p{M}\u0640])+|(?:(?!\p{Script=Arabic})\p{L}\p{M}*)+|\p{N}+|\S/gu;
    for (const match of text.matchAll(runs)) {
      const rect = union(range(match.index, match.index + match[0].length).getClientRects());
      if (rect) pieces.push({ text: match[0], start: match.index, left: rect.left, right: rect.right });
    }
    const inner = element.querySelector(':scope > span');
    const spans = inner ? [...inner.querySelectorAll(':scope > span')] : [];
    // Each span is laid out by itself. Where there is one, its direction is the row's; where there are several, the
    // row's own says in which order they stand.
    const base = spans.length === 1 ? spans[0] : inner;
    return {
      // The number stands beside the first row of its line only.
      line: numbers.findLast(({ top }) => top <= box.top + 1)?.line ?? 0,
      text,
      direction: /** @type {'ltr' | 'rtl'} */ (getComputedStyle(base ?? element).direction),
      spans: spans.length,
      top: box.top,
      bottom: box.bottom,
      view,
      pieces,
    };
  });
}

/** @param {import('../protocol').EditorChoice} params @returns {import('../protocol').Overlay[]} */
export function overlays({ editor: choice }) {
  const { editor, textOf } = /** @type {{ arabicNewsProbes: Helpers }} */ (/** @type {unknown} */ (window))
    .arabicNewsProbes;
  const root = editor(choice);
  if (!root) return [];
  const lines = [...root.querySelectorAll('.view-lines > .view-line')].map((element) => ({
    box: element.getBoundingClientRect(),
    ...textOf(element),
  }));
  return [...root.querySelectorAll('.view-overlays .cdr')].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const line = lines.find(({ box }) => box.top < (top + bottom) / 2 && (top + bottom) / 2 < box.bottom);
    let under = '';
    for (let i = 0; line && i < line.text.length; i++) {
      const box = line.range(i, i + 1).getBoundingClientRect();
      const middle = (box.left + box.right) / 2;
      // A combining mark has no width; it belongs with the letter before it.
      if (box.width > 0 ? left <= middle && middle <= right : under !== '' && /\p{M}/u.test(line.text[i] ?? ''))
        under += line.text[i];
    }
    return {
      className: element.className,
      rect: { left, top, right, bottom },
      text: under,
      backgroundColor: style.backgroundColor,
      border: { top: style.borderTop, right: style.borderRight, bottom: style.borderBottom, left: style.borderLeft },
    };
  });
}

/** @param {import('../protocol').TextChoice} params @returns {Rect | null} */
export function locate({ text, occurrence = 0, editor: choice }) {
  const { editor, textOf, union } = /** @type {{ arabicNewsProbes: Helpers }} */ (/** @type {unknown} */ (window))
    .arabicNewsProbes;
  const elements = [...(editor(choice)?.querySelectorAll('.view-lines > .view-line') ?? [])];
  elements.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let left = occurrence;
  for (const element of elements) {
    const line = textOf(element);
    for (let at = line.text.indexOf(text); at >= 0; at = line.text.indexOf(text, at + 1)) {
      if (left-- === 0) return union(line.range(at, at + text.length).getClientRects());
    }
  }
  return null;
}

/** @returns {import('../protocol').Hover | null} the hover in view, once it has something to say */
export function hover() {
  for (const element of document.querySelectorAll('.monaco-resizable-hover, .workbench-hover, .monaco-hover')) {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const content = element.querySelector('.monaco-hover-content') ?? element;
    const text = /** @type {HTMLElement} */ (content).innerText.trim();
    const shown =
      width > 0 &&
      height > 0 &&
      getComputedStyle(element).visibility !== 'hidden' &&
      !element.classList.contains('hidden');
    if (shown && text !== '' && !/^Loading\.\.\.$/.test(text))
      return { text, html: content.innerHTML, rect: { left, top, right, bottom } };
  }
  return null;
}

/** @param {import('../protocol').EditorChoice} params @returns {Rect | null} */
export function caret({ editor: choice }) {
  const { editor } = /** @type {{ arabicNewsProbes: Helpers }} */ (/** @type {unknown} */ (window)).arabicNewsProbes;
  const box = editor(choice)?.querySelector('.cursors-layer .cursor')?.getBoundingClientRect();
  return box ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
}

/** @param {{ title: string }} params @returns {import('../protocol').TreeRow[]} the rows in view of the view so titled */
export function tree({ title }) {
  const pane = [...document.querySelectorAll('.pane')].find(
    (element) =>
      element.querySelector('.pane-header .title')?.textContent?.trim().toLowerCase() === title.toLowerCase(),
  );
  return [...(pane?.querySelectorAll('.monaco-list-row') ?? [])].map((row) => {
    const { left, top, right, bottom } = row.getBoundingClientRect();
    return {
      label: row.querySelector('.label-name')?.textContent ?? row.textContent ?? '',
      description: row.querySelector('.label-description')?.textContent ?? '',
      level: Number(row.getAttribute('aria-level') ?? 1),
      expanded: row.hasAttribute('aria-expanded') ? row.getAttribute('aria-expanded') === 'true' : null,
      selected: row.classList.contains('selected'),
      rect: { left, top, right, bottom },
    };
  });
}

/** @returns {string[]} */
export function notifications() {
  const messages = document.querySelectorAll(
    ':is(.notification-toast, .notifications-center.visible) .notification-list-item-message',
  );
  return [...messages].map((element) => element.textContent ?? '');
}

/** @returns {string[]} */
export function statusBar() {
  return [...document.querySelectorAll('.statusbar-item')]
    .map((e) => e.textContent?.trim() ?? '')
    .filter((text) => text !== '');
}

/** Resolves when fonts are there and what was asked for is painted. @returns {Promise<void>} */
export async function settled() {
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
