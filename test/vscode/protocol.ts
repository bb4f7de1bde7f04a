/**
 * What a test in the extension host may ask of the page that shows VS Code, and what it tells the runner.
 *
 * An extension sees documents and decorations, not pixels. Whether an Arabic line still reads in its order is decided
 * by the page, so the runner, which drives the page, answers these commands over HTTP on this machine.
 */

/** A rectangle in CSS pixels of the page. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A run of Arabic letters, of other letters or of digits, or one other character, as it is painted. */
export interface Piece {
  text: string;
  /** Offset in the row's text, UTF-16. */
  start: number;
  left: number;
  right: number;
}

/** One visual row of the editor: a whole line, or a part of one that is wrapped. */
export interface Row {
  /** Number of the document's line, from 1, that the row belongs to; 0 where line numbers are not shown. */
  line: number;
  /** Its text as painted, with VS Code's no-break spaces turned back into spaces. */
  text: string;
  /** The base direction in which the browser laid it out. */
  direction: 'ltr' | 'rtl';
  /** How many spans it is made of: more than one may scramble Arabic. */
  spans: number;
  top: number;
  bottom: number;
  /** Where the editor shows text, from left to right: a piece beyond is cut off. */
  view: { left: number; right: number };
  pieces: Piece[];
}

/** A background decoration as painted: one rectangle of it. */
export interface Overlay {
  className: string;
  rect: Rect;
  /** The text under it, in reading order. */
  text: string;
  backgroundColor: string;
  /** Widths and styles of the four borders, as CSS has them: `borderTop`, … */
  border: { top: string; right: string; bottom: string; left: string };
}

/** A row of a tree view (Explorer, Outline, Actors). */
export interface TreeRow {
  label: string;
  description: string;
  /** From 1. */
  level: number;
  expanded: boolean | null;
  selected: boolean;
  rect: Rect;
}

export interface Hover {
  text: string;
  html: string;
  rect: Rect;
}

/** Which of the visible editors, from 0 in the order of the page; the active one if not given. */
export interface EditorChoice {
  editor?: number;
}

/** Some text in an editor; `occurrence` counts from 0 among the visible ones. */
export interface TextChoice extends EditorChoice {
  text: string;
  occurrence?: number;
}

/** A part of the window to take a picture of. */
export type PicturePart = 'window' | 'editor' | 'sidebar' | 'hover';

/** Every command: what it takes, what it answers. */
export interface Commands {
  screenshot: { params: { name: string; part?: PicturePart }; result: { path: string } };
  rows: { params: EditorChoice; result: Row[] };
  overlays: { params: EditorChoice; result: Overlay[] };
  locate: { params: TextChoice; result: Rect | null };
  hover: { params: Record<string, never>; result: Hover | null };
  caret: { params: EditorChoice; result: Rect | null };
  tree: { params: { title: string }; result: TreeRow[] };
  notifications: { params: Record<string, never>; result: string[] };
  statusBar: { params: Record<string, never>; result: string[] };
  press: { params: { key: string }; result: null };
  type: { params: { text: string }; result: null };
  move: { params: { x: number; y: number }; result: null };
  click: { params: { x: number; y: number; double?: boolean; button?: 'left' | 'right' }; result: null };
  resize: { params: { width: number; height: number }; result: null };
  /** A line of the test report, for the terminal. */
  report: { params: { line: string }; result: null };
  /** The end of the test run. */
  done: { params: RunResult; result: null };
}

/** How a mocha run ended. */
export interface RunResult {
  passes: number;
  failures: number;
  pending: number;
}

export type CommandName = keyof Commands;
export type CommandParams<Name extends CommandName> = Commands[Name]['params'];
export type CommandResult<Name extends CommandName> = Commands[Name]['result'];

/** Environment variable that carries the bridge's address into the extension host. */
export const BRIDGE_VARIABLE = 'ARABIC_NEWS_TEST_BRIDGE';
