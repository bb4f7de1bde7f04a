/** The card of a date: its value in words and in both calendars, and how it was found. */
import type { DateExpression } from '../analysis/model';
import { message } from '../messages/messages';
import { describeProblem } from './date-problems';
import { fact, type CardContext } from './hover-card';
import { evidence } from './hover-evidence';
import { describeHijri } from './hijri-words';
import { describeDate, describeDistance, describeValue } from './timex';

export function dateCard(context: CardContext, date: DateExpression): string[] {
  const { view, language, markup } = context;
  const { reference } = view.analysis;
  const own = (text: string): string => markup.own(text);
  const facts: string[] = [fact(context, 'date.value', markup.code(date.value))];
  const words = describeDate(language, date);
  if (words !== null && date.type !== 'DURATION' && date.type !== 'SET')
    facts.push(fact(context, 'date.gregorian', own(words)));
  else if (words !== null) facts.push(markup.line(own(words)));
  const hijri = describeHijri(language, date.value);
  if (hijri !== null) facts.push(fact(context, 'date.hijri', own(hijri)));
  const distance = describeDistance(language, date.value, reference);
  if (distance !== null) facts.push(fact(context, 'date.distance', own(distance)));
  const choices = (date.choices ?? []).map((choice) => describeValue(language, choice) ?? choice);
  if (choices.length > 0)
    facts.push(fact(context, 'date.choices', own(choices.slice(0, 6).join(message(language, 'list.separator')))));
  if (reference === null && date.value.includes('XXXX') && choices.length === 0)
    facts.push(markup.line(own(message(language, 'date.open'))));
  const problem = describeProblem(language, date);
  if (problem !== null && date.problem?.code !== 'no-reference') facts.push(markup.line(`⚠ ${own(problem)}`));
  const why = markup.group(evidence(context, date));
  const title = markup.line(markup.strong(date.text, 90));
  return [title, markup.group(facts), why].filter((part) => part !== '');
}
