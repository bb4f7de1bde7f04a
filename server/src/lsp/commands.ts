/** Commands that quick fixes call (`workspace/executeCommand`). Arguments come from outside and are checked. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { ServerCommand, type SetPublicationDateResult } from '../protocol';
import { isCalendarDay } from './calendar-day';

export const COMMANDS: readonly string[] = Object.values(ServerCommand);

export interface CommandTarget {
  /** Sets or forgets an article's publication date; false where it is not open. */
  setDate(uri: string, date: string | null): boolean;
}

/** Sets the publication date where it is a day of the calendar. */
export function setPublicationDate(target: CommandTarget, uri: unknown, date: unknown): SetPublicationDateResult {
  const valid = typeof uri === 'string' && (date === null || isCalendarDay(date));
  return { applied: valid && target.setDate(uri, date) };
}

/** Runs a command. */
export function executeCommand(
  target: CommandTarget,
  command: string,
  given: readonly unknown[],
): SetPublicationDateResult | ResponseError<void> {
  if (command === ServerCommand.setPublicationDate) return setPublicationDate(target, given[0], given[1] ?? null);
  return new ResponseError(ErrorCodes.InvalidParams, `No such command: ${command}`);
}
