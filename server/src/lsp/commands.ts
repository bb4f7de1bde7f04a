/** Commands that quick fixes call (`workspace/executeCommand`). Arguments come from outside and are checked. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { LexiconChange } from '../analysis/decisions/edit';
import { parseDecisions, parseLexicon } from '../analysis/decisions/parse';
import type { Decision } from '../analysis/decisions/types';
import { ServerCommand, type DecisionResult, type SetPublicationDateResult } from '../protocol';
import { isCalendarDay } from '../calendar-day';
import type { Outcome } from './user-files';

export const COMMANDS: readonly string[] = Object.values(ServerCommand);

export interface CommandTarget {
  /** Sets or forgets an article's publication date; false where it is not open. */
  setDate(uri: string, date: string | null): boolean;
  changeLexicon(uri: string, change: LexiconChange): Promise<Outcome>;
  decide(uri: string, decision: Decision): Promise<Outcome>;
}

/** Sets the publication date where it is a day of the calendar. */
export function setPublicationDate(target: CommandTarget, uri: unknown, date: unknown): SetPublicationDateResult {
  const valid = typeof uri === 'string' && (date === null || isCalendarDay(date));
  return { applied: valid && target.setDate(uri, date) };
}

/** A change to the lexicon from what a client sent; null where it is none. */
export function readLexiconChange(value: unknown): LexiconChange | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, name, type, as } = value as Readonly<Record<string, unknown>>;
  const [entry] = parseLexicon({ entries: [kind === 'never' ? { name, never: true } : { name, type }] }).value.entries;
  if (entry === undefined) return null;
  if (kind === 'never') return { kind, name: entry.name };
  if (entry.type === undefined) return null;
  if (kind === 'name') return { kind, name: entry.name, type: entry.type };
  if (kind !== 'same' || typeof as !== 'string' || as.trim() === '') return null;
  return { kind, name: entry.name, type: entry.type, as };
}

function readDecision(value: unknown): Decision | null {
  return parseDecisions({ decisions: [value] }).value.decisions[0] ?? null;
}

async function write<T>(value: T | null, act: (value: T) => Promise<Outcome>): Promise<DecisionResult> {
  return { outcome: value === null ? 'not-understood' : await act(value) };
}

/** Runs a command. */
export async function executeCommand(
  target: CommandTarget,
  command: string,
  given: readonly unknown[],
): Promise<SetPublicationDateResult | DecisionResult | ResponseError<void>> {
  const [uri, argument] = given;
  if (command === ServerCommand.setPublicationDate) return setPublicationDate(target, uri, argument ?? null);
  if (typeof uri === 'string' && command === ServerCommand.changeLexicon)
    return write(readLexiconChange(argument), (change) => target.changeLexicon(uri, change));
  if (typeof uri === 'string' && command === ServerCommand.decide)
    return write(readDecision(argument), (decision) => target.decide(uri, decision));
  return new ResponseError(ErrorCodes.InvalidParams, `No such command, or no article to run it on: ${command}`);
}
