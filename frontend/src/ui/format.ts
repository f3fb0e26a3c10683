const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A date as people write it: 7 Jul 2026. */
export function day(date: string | null | undefined): string {
  return date ? DAY.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '–';
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in full, as in a title: 7 July 2026. */
export function longDay(date: string): string {
  return LONG_DAY.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** A moment in the reader's time: 7 Jul 2026, 14:05. */
export function moment(instant: string | null | undefined): string {
  return instant ? MOMENT.format(new Date(instant)) : '–';
}

const HOUR = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });

/** A moment as people say it, and still exact: today, 14:05; yesterday, 14:05; Monday, 14:05; 7 Jul 2026, 14:05. */
export function recently(instant: string, now = new Date()): string {
  const then = new Date(instant);
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days < 0 || days > 6) {
    return moment(instant);
  }
  return `${['today', 'yesterday'][days] ?? WEEKDAY.format(then)}, ${HOUR.format(then)}`;
}

/** A number with a real minus: with so many decimals, or with those that it has, two at most. */
export function number(value: number | null | undefined, decimals?: number): string {
  return value === null || value === undefined
    ? '–'
    : value
        .toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 2 })
        .replace('-', '−');
}

/** An amount of days: 1 day, 2.5 days. */
export function daysOf(amount: number): string {
  return `${number(amount)} ${amount === 1 ? 'day' : 'days'}`;
}

/** The first letter as a capital. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first letter as it stands inside a sentence: small, but in English and in SEN. */
export function lower(text: string): string {
  return /^(English|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A code as words: target-setting → Target setting, targetValue → Target value. */
export function words(code: string): string {
  return capital(
    code
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[-_]/g, ' ')
      .toLowerCase(),
  );
}

/** Today where the person is, as a date of the API. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The academic year of a day, as 2025/2026. */
export function academicYearOf(date: Date): string {
  const start = date.getMonth() >= 8 ? date.getFullYear() : date.getFullYear() - 1;
  return `${start}/${start + 1}`;
}

/** An amount of bytes as people say it: 812 KB, 3.4 MB. */
export function size(bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000
      ? [Math.ceil(bytes / 1_000), 'KB']
      : bytes < 1_000_000_000
        ? [bytes / 1_000_000, 'MB']
        : [bytes / 1_000_000_000, 'GB'];
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${unit}`;
}
