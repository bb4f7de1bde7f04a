/** Runs the TextMate grammar as VS Code does: line by line, with the state carried on. */
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';
import { readProjectBytes, readProjectFile } from '../samples/sample-files';

export const GRAMMAR = 'syntaxes/arabic-news.tmLanguage.json';

export interface TokenisedLine {
  readonly line: string;
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly scopes: readonly string[] }[];
}

export type Tokenise = (text: string) => TokenisedLine[];

/** Loads the grammar; the engine is the one VS Code uses. */
export async function loadTokeniser(): Promise<Tokenise> {
  await loadWASM({ data: readProjectBytes('node_modules/vscode-oniguruma/release/onig.wasm') });
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readProjectFile(GRAMMAR), GRAMMAR)),
  });
  const grammar = await registry.loadGrammar('text.arabic-news');
  if (grammar === null) throw new Error('the grammar does not load');
  return (text) => tokenise(grammar, text);
}

function tokenise(grammar: IGrammar, text: string): TokenisedLine[] {
  let state: StateStack = INITIAL;
  return text.split(/\r\n|\r|\n/u).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: endIndex,
      scopes,
    }));
    return { line, tokens };
  });
}

/** What the grammar calls a line: the middle of its own scope («headline», «byline», …), or «text». */
export function kindOf({ tokens }: TokenisedLine): string {
  const own = tokens[0]!.scopes[1];
  return own === undefined ? 'text' : own.split('.').at(-2)!;
}
