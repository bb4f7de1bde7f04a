import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  commands,
  languages,
  window,
  workspace,
  type DocumentSymbol,
} from 'vscode';
import type { Overlay } from '../protocol';
import { api } from './articles';
import { analysisOf, nextMarks, openArticle } from './marked';
import { expectWordOrder, page, until } from './page';

const SAMPLE = 'samples/levantine-daily-water-network.khabar';
const SPEAKER = 'نديم الشرتوني';

const settings = () => workspace.getConfiguration('arabicNews');
const isolates = /[\u2066-\u2069]/gu;
const plain = (text: string): string => text.replace(isolates, '');

/** Overlays that are marks of ours: those with a border on some side. */
const bordered = (overlays: readonly Overlay[]): Overlay[] =>
  overlays.filter(({ border }) => Object.values(border).some((side) => !/^0px|none/u.test(side)));

/** Sets the colour theme for a test; undefined is the one the window began with. */
const setTheme = (name: string | undefined): Thenable<void> =>
  workspace.getConfiguration('workbench').update('colorTheme', name, ConfigurationTarget.Global);

describe('an article in the window', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await setTheme(undefined);
  });

  it('has marks on the right words and still reads in order', async () => {
    const { document, marks } = await openArticle(SAMPLE);
    const analysis = await analysisOf(document);
    assert.ok(marks.counts.person > 5, `only ${marks.counts.person} people marked`);
    assert.ok(marks.counts.place > 0 && marks.counts.date > 5 && marks.counts.directQuote > 3);
    const first = analysis.entities.find((entity) => entity.text === SPEAKER);
    assert.ok(first, `${SPEAKER} is not found`);
    await until(
      page.overlays,
      (overlays) => bordered(overlays).some((overlay) => overlay.text.trim() === SPEAKER),
      `a mark on ${SPEAKER}`,
    );
    await expectWordOrder('rtl');
    await page.screenshot('article-marks', 'editor');
  });

  it('tells on hover who somebody is, which day «أمس» is, and who speaks', async () => {
    await openArticle(SAMPLE);
    const person = await page.hoverOver(SPEAKER);
    await page.screenshot('hover-person');
    assert.match(plain(person.text), /نديم الشرتوني/u);
    assert.match(plain(person.text), /رئيس اتحاد بلديات السهل/u);
    await openArticle('fixtures/agreement.khabar');
    const date = await page.hoverOver('أمس');
    await page.screenshot('hover-date');
    assert.match(plain(date.text), /2024-03-11/u);
  });

  it('lists actors with roles and quotes, and goes where one is clicked', async () => {
    const { editor, document } = await openArticle(SAMPLE);
    await commands.executeCommand('arabicNews.actors.focus');
    const rows = await until(
      () => page.tree('Actors'),
      (found) => found.some((row) => plain(row.label).includes(SPEAKER)),
      'the actors',
    );
    const row = rows.find((candidate) => plain(candidate.label).includes(SPEAKER))!;
    assert.match(plain(row.description), /رئيس اتحاد بلديات السهل/u);
    await page.screenshot('actors');
    editor.selection = new Selection(0, 0, 0, 0);
    const analysis = await analysisOf(document);
    const actor = analysis.entities.find((entity) => entity.text === SPEAKER)!.actor;
    const target = analysis.entities.find((entity) => entity.actor === actor)!;
    const caret = (): number => document.offsetAt(window.activeTextEditor!.selection.start);
    // The rows may still move while the view is laid out: the click is made where the row is now, until it is met.
    await until(
      async () => {
        const now = (await page.tree('Actors')).find((candidate) => plain(candidate.label).includes(SPEAKER));
        if (now !== undefined && caret() !== target.start)
          await page.click((now.rect.left + now.rect.right) / 2, (now.rect.top + now.rect.bottom) / 2);
        return caret();
      },
      (offset) => offset === target.start,
      'the caret on the first mention',
    );
  });

  it('groups what somebody says under the actor', async () => {
    const { actors } = await api();
    const { document } = await openArticle(SAMPLE);
    const analysis = await analysisOf(document);
    const people = actors.groups.find((group) => group.group === 'people');
    const node = people?.children.find((child) => child.kind === 'actor' && child.actor.name === SPEAKER);
    assert.ok(node?.kind === 'actor');
    assert.ok(node.quotes.length >= 3, `${node.quotes.length} quotes`);
    assert.deepEqual(
      node.quotes.map((quote) => quote.id),
      analysis.quotes.filter((quote) => quote.speakerActor === node.actor.id).map((quote) => quote.id),
    );
  });

  it('has an outline under its headline', async () => {
    const { document } = await openArticle(SAMPLE);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols.length > 0);
    const depth = (list: readonly DocumentSymbol[]): number =>
      list.length === 0 ? 0 : 1 + Math.max(...list.map((s) => depth(s.children)));
    assert.ok(depth(symbols) >= 2, 'the outline is flat');
    await commands.executeCommand('outline.focus');
    await until(
      () => page.tree('Outline'),
      (rows) => rows.length > 0,
      'rows in the outline',
    );
    await page.screenshot('outline');
  });

  it('is walked from mark to mark, round the end', async () => {
    const { editor, document } = await openArticle('fixtures/agreement.khabar');
    const analysis = await analysisOf(document);
    const starts = [
      ...new Set([...analysis.entities, ...analysis.dates, ...analysis.quotes].map((item) => item.start)),
    ].sort((a, b) => a - b);
    editor.selection = new Selection(0, 0, 0, 0);
    const seen: number[] = [];
    for (let i = 0; i <= starts.length; i++) {
      await commands.executeCommand('arabicNews.nextMention');
      seen.push(document.offsetAt(editor.selection.start));
    }
    assert.deepEqual(seen, [...starts, starts[0]]);
    await commands.executeCommand('arabicNews.previousMention');
    assert.equal(document.offsetAt(editor.selection.start), starts.at(-1));
  });

  it('resolves «أمس» again when the publication date is set', async () => {
    const { document } = await openArticle('fixtures/agreement.khabar');
    assert.equal((await analysisOf(document)).reference, '2024-03-12');
    const marked = nextMarks(document);
    await commands.executeCommand('arabicNews.setPublicationDate', document.uri.toString(), '٢٠٢٤/٥/٢١');
    await marked;
    const analysis = await analysisOf(document);
    assert.equal(analysis.reference, '2024-05-21');
    await commands.executeCommand('arabicNews.setPublicationDate', document.uri.toString(), '');
    assert.equal((await analysisOf(document)).reference, '2024-03-12');
  });

  it('keeps marks on their words while it is edited, undone and typed into fast', async () => {
    const { editor, document } = await openArticle('fixtures/agreement.khabar');
    const words = async (): Promise<string[]> => (await analysisOf(document)).entities.map((entity) => entity.text);
    const before = await words();
    const edited = nextMarks(document, document.version + 1);
    await editor.edit((edit) => edit.insert(new Position(4, 0), 'عاجل: '));
    assert.equal((await edited).version, document.version);
    assert.deepEqual(await words(), before);
    for (let i = 0; i < 20; i++)
      await editor.edit((edit) => edit.insert(new Position(6, 0), 'و '), {
        undoStopBefore: i === 0,
        undoStopAfter: false,
      });
    await until(
      async () => bordered(await page.overlays()).map((overlay) => overlay.text.trim()),
      (texts) => texts.some((text) => text === 'سامر الخطيب'),
      'a mark on the name after typing',
    );
    const undone = nextMarks(document, document.version + 1);
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    await undone;
    assert.deepEqual(await words(), before);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is marked in both halves of a split editor, and in none when marks are hidden', async () => {
    await openArticle('fixtures/agreement.khabar');
    await openArticle('fixtures/agreement.khabar', { viewColumn: ViewColumn.Beside });
    for (const editor of [0, 1])
      await until(
        () => page.overlays({ editor }),
        (overlays) => bordered(overlays).length > 5,
        `marks in editor ${editor}`,
      );
    await commands.executeCommand('arabicNews.toggleMarks');
    for (const editor of [0, 1])
      await until(
        () => page.overlays({ editor }),
        (overlays) => bordered(overlays).length === 0,
        `no marks in editor ${editor}`,
      );
    await commands.executeCommand('arabicNews.toggleMarks');
    await until(
      () => page.overlays({ editor: 0 }),
      (overlays) => bordered(overlays).length > 5,
      'the marks again',
    );
  });

  it('shows the kinds of mark that the settings name', async () => {
    const { document } = await openArticle('fixtures/agreement.khabar');
    const marked = nextMarks(document);
    await settings().update('marks.kinds', ['date'], ConfigurationTarget.Workspace);
    const { counts } = await marked;
    assert.ok(counts.date > 0);
    assert.equal(counts.person + counts.place + counts.directQuote, 0);
    const back = nextMarks(document);
    await settings().update('marks.kinds', undefined, ConfigurationTarget.Workspace);
    assert.ok((await back).counts.person > 0);
  });

  it('speaks Arabic when the setting says so', async () => {
    await openArticle(SAMPLE);
    await settings().update('language', 'ar', ConfigurationTarget.Workspace);
    await commands.executeCommand('arabicNews.actors.focus');
    await until(
      () => page.tree('Actors'),
      (rows) => rows.some((row) => plain(row.label) === 'أشخاص'),
      'the group of people in Arabic',
    );
    const hover = await page.hoverOver(SPEAKER);
    await page.screenshot('arabic-ui');
    await settings().update('language', undefined, ConfigurationTarget.Workspace);
    assert.match(plain(hover.text), /شخص/u);
    assert.doesNotMatch(plain(hover.text), /Roles|Mentions/u);
  });

  it('runs from left to right when the setting says so', async () => {
    await openArticle('fixtures/agreement.khabar');
    await settings().update('rightToLeft', false, ConfigurationTarget.Workspace);
    await until(page.rows, (rows) => rows.every((row) => row.direction === 'ltr'), 'lines from left to right');
    await expectWordOrder('ltr');
    await settings().update('rightToLeft', undefined, ConfigurationTarget.Workspace);
    await until(page.rows, (rows) => rows.some((row) => row.direction === 'rtl'), 'lines from right to left');
  });

  it('keeps its marks through a change of theme', async () => {
    const { document } = await openArticle('fixtures/agreement.khabar');
    const colour = async (): Promise<string | undefined> => bordered(await page.overlays())[0]?.border.bottom;
    const light = await until(colour, (value) => value !== undefined, 'a mark');
    await setTheme('Default Dark Modern');
    await until(colour, (value) => value !== undefined && value !== light, 'marks in the dark theme');
    await page.screenshot('dark-theme', 'editor');
    assert.ok((await analysisOf(document)).entities.length > 0);
  });

  for (const [theme, name] of [
    ['Default High Contrast', 'high-contrast'],
    ['Default High Contrast Light', 'high-contrast-light'],
  ] as const)
    it(`can be read in ${theme}`, async () => {
      const { editor } = await openArticle('fixtures/agreement.khabar');
      // These themes give selected text a colour of its own, which cuts the line: VS Code's doing, not ours.
      editor.selection = new Selection(0, 0, 0, 0);
      await setTheme(theme);
      await until(page.overlays, (overlays) => bordered(overlays).length > 5, 'marks');
      await expectWordOrder('rtl');
      await page.screenshot(name, 'editor');
    });
});

describe('which documents are articles', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  const file = (path: string): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, path);

  it('takes a mostly Arabic text file', async () => {
    await api();
    await window.showTextDocument(file('fixtures/plain.txt'));
    await until(
      async () => window.activeTextEditor?.document.languageId,
      (id) => id === 'arabic-news',
      'the language',
    );
  });

  it('leaves an English one, and one that the user sets back', async () => {
    await api();
    await window.showTextDocument(file('fixtures/english.txt'));
    assert.equal(window.activeTextEditor?.document.languageId, 'plaintext');
    const editor = await window.showTextDocument(file('fixtures/plain.txt'));
    await until(
      async () => window.activeTextEditor?.document.languageId,
      (id) => id === 'arabic-news',
      'the language',
    );
    const document = await languages.setTextDocumentLanguage(editor.document, 'plaintext');
    // A file opened after it has been judged: so this one was, too.
    await openArticle('fixtures/agreement.khabar');
    assert.equal(document.languageId, 'plaintext');
  });

  it('marks an untitled article', async () => {
    await api();
    const document = await workspace.openTextDocument({
      content: 'قال وزير النقل سامر الخطيب إن الجسر سيُفتح يوم 15 كانون الثاني 2025 في طرابلس بحضور السفير المصري.',
      language: 'arabic-news',
    });
    const marked = nextMarks(document);
    await window.showTextDocument(document);
    assert.ok((await marked).counts.date === 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('answers commands sensibly without an article', async () => {
    await commands.executeCommand('arabicNews.nextMention');
    await commands.executeCommand('notifications.showList');
    await until(
      page.notifications,
      (texts) => texts.some((text) => text.includes('Open an Arabic article')),
      'a word to the user',
    );
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('notifications.hideList');
  });

  it('marks again after the server is restarted', async () => {
    const { document } = await openArticle('fixtures/agreement.khabar');
    const marked = nextMarks(document);
    await commands.executeCommand('arabicNews.restartServer');
    assert.ok((await marked).counts.date > 0);
    const position = document.positionAt(document.getText().indexOf('15 كانون'));
    assert.ok(position.isAfter(new Range(0, 0, 0, 0).start));
  });
});
