/** Whether a string is a calendar date `YYYY-MM-DD` that exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a string is such a date, with or without a time of day after it (`2023-03-15T10:00:00`, zone allowed). */
export function isIsoDateOrTime(text: string): boolean {
  const [date = '', time] = text.split('T', 2);
  return (
    isIsoDate(date) &&
    (time === undefined || /^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/u.test(time))
  );
}
