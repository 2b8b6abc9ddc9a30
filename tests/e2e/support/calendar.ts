// What a contribution graph has to show, worked out from the file's days.

export type Day = { date: string; count: number };
export type Span = { days: number; from: string; to: string };

const DAY = 86_400_000;
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Every day from the one after `months` months before `taken`, up to that one. */
export function range(days: Day[], taken: string, months: number): Day[] {
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const first = new Date(`${taken}T00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - months);
  const all: Day[] = [];
  for (let at = first.getTime() + DAY; at <= Date.parse(`${taken}T00:00Z`); at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    all.push({ date, count: counts.get(date) ?? 0 });
  }
  return all;
}

/** The days in a row with contributions, from the earliest; a last day that is still empty ends none. */
export function streaks(days: Day[]): Span[] {
  const runs: Day[][] = [[]];
  for (const day of days) {
    if (day.count) runs.at(-1)!.push(day);
    else if (runs.at(-1)!.length) runs.push([]);
  }
  return runs.filter((run) => run.length).map((run) => ({ days: run.length, from: run[0]!.date, to: run.at(-1)!.date }));
}

export const total = (days: Day[]): number => days.reduce((sum, { count }) => sum + count, 0);
export const most = (days: Day[]): number => Math.max(...days.map(({ count }) => count));
export const weekday = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;
export const month = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
export const long = (date: string): string => `${Number(date.slice(8))} ${month(date)}`;
export const counted = (count: number): string => (count === 0 ? "No contributions" : count === 1 ? "1 contribution" : `${count.toLocaleString("en-GB")} contributions`);
export const told = ({ date, count }: Day): string => `${counted(count)} on ${long(date)}`;
