import { type CellReading, isEmptyCell, quoteCell } from "./cell.ts";

/** A time of day behind the date; it says nothing of the day. */
const TIME =
  /(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]\.?M\.?)?(?: ?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)?$/i;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/;
const US = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const DAY_MONTH = /^(?:[a-z]{3,9},? )?(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4}|\d{2})$/i;
const MONTH_DAY = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a date into a calendar day, "2026-10-11": ISO, US (month first, as the trade writes it) or with the month's
 * name; a time of day behind it is left out and shifts nothing.
 */
export function readDay(text: string): CellReading<string> {
  if (isEmptyCell(text)) return { value: null };
  const date = text.replace(TIME, "").trim();
  const parts = partsOf(date);
  if (!parts) {
    return { reason: `${quoteCell(text)} is not a date. Write it as 10/31/2026 or 2026-10-31.` };
  }
  const [year, month, day] = parts;
  if (month > 12 && day <= 12) {
    return { reason: `${quoteCell(text)} has no month ${month}. The month comes first, as in 10/31/2026.` };
  }
  if (!isDay(year, month, day)) return { reason: `${quoteCell(text)} is not a day of the calendar.` };
  if (year < 2000 || year > 2099) return { reason: `${quoteCell(text)} is not in this century.` };
  return { value: `${year}-${two(month)}-${two(day)}` };
}

type Parts = [year: number, month: number, day: number];

function partsOf(date: string): Parts | undefined {
  const [, year, month, day] = ISO.exec(date) ?? COMPACT.exec(date) ?? [];
  if (year) return [Number(year), Number(month), Number(day)];
  const [, usMonth, usDay, usYear = ""] = US.exec(date) ?? [];
  if (usMonth) return [fullYear(usYear), Number(usMonth), Number(usDay)];
  const [, nameDay, dayMonth = "", dayYear = ""] = DAY_MONTH.exec(date) ?? [];
  if (nameDay) return named(dayMonth, nameDay, dayYear);
  const [, monthName = "", monthDay = "", monthYear = ""] = MONTH_DAY.exec(date) ?? [];
  return monthName ? named(monthName, monthDay, monthYear) : undefined;
}

function named(name: string, day: string, year: string): Parts | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? [fullYear(year), month, Number(day)] : undefined;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (part: number) => String(part).padStart(2, "0");
