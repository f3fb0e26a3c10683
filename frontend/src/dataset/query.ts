import type { Criteria, DataSetQuery, Labels } from '../api/types.gen';
import { stringifySearch } from '../app/address';

/** How many characters the address of a page or download may have on its way, a question in it, and one that is kept. */
const LONGEST = { address: 48_000, question: 12_000, kept: 8_000 };

/** How a value can be held against another one, as the address and the API say it. */
export const SIGNS = {
  gte: '≥',
  gt: '>',
  lte: '≤',
  lt: '<',
  eq: '=',
  notEq: '≠',
} as const;

export type Sign = keyof typeof SIGNS;

export interface Condition {
  column: string;
  sign: Sign;
  value: string;
}

/** What is asked of a data set. */
export interface Asked {
  /** The codes that are wanted, by the columns that are when, where and what of. */
  picked: Record<string, string[]>;
  conditions: Condition[];
  /** None: all of them. */
  indicators: string[];
  /** Columns, with a minus sign before those that fall. */
  sort: string[];
  asAt?: string | undefined;
  /** One of the versions, instead of a day. */
  version?: string | undefined;
  labels: Labels;
  page: number;
  /** The indicator that is drawn; the first one that is shown where none is named. */
  drawn?: string | undefined;
  /** The table alone. */
  plain: boolean;
}

/** What the address can say: the codes of columns by their names, and the words of the question. */
export type DataSetSearch = Record<string, string | undefined>;

const WORDS = ['where', 'show', 'sort', 'asAt', 'version', 'labels', 'page', 'draw', 'view'];
const LABELS: Labels[] = ['codes', 'labels', 'both'];
const NAME = /^[a-z][A-Za-z]*$/;
const CONDITION = new RegExp(`^([a-z][A-Za-z]*)\\.(${Object.keys(SIGNS).join('|')})\\.(.+)$`, 's');

/** Several texts as one; those in which there is a comma or a per cent sign stay whole. */
function listed(texts: string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.map((text) => text.replace(/[%,]/g, encoded)).join(',');
}

const encoded = (sign: string) => (sign === ',' ? '%2C' : '%25');

function unlisted(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.replace(/%2C|%25/g, (code) => (code === '%2C' ? ',' : '%')));
}

/** Reads the address; what it cannot say counts as not said. */
export function dataSetSearch(raw: Record<string, unknown>): DataSetSearch {
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, string] =>
        (WORDS.includes(entry[0]) || NAME.test(entry[0])) && typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** The question that an address stands for. */
export function askedIn(search: DataSetSearch): Asked {
  const picked = Object.entries(search).flatMap(([name, text]): [string, string[]][] => {
    const codes = WORDS.includes(name) ? [] : unlisted(text);
    return codes.length > 0 ? [[name, codes]] : [];
  });
  return {
    picked: Object.fromEntries(picked),
    conditions: unlisted(search.where).flatMap((text) => {
      const [, column, sign, value] = CONDITION.exec(text) ?? [];
      return column && sign && value ? [{ column, sign: sign as Sign, value }] : [];
    }),
    indicators: unlisted(search.show),
    sort: unlisted(search.sort),
    asAt: search.asAt,
    version: search.asAt ? undefined : search.version,
    labels: LABELS.find((labels) => labels === search.labels) ?? 'both',
    page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : 1,
    drawn: search.draw,
    plain: search.view === 'table',
  };
}

/** The address of a question. */
export function searchOf(asked: Asked): DataSetSearch {
  return {
    ...Object.fromEntries(
      Object.entries(asked.picked).flatMap(([name, codes]) =>
        codes.length > 0 ? [[name, listed(codes)]] : [],
      ),
    ),
    where: listed(asked.conditions.map(({ column, sign, value }) => `${column}.${sign}.${value}`)),
    show: listed(asked.indicators),
    sort: listed(asked.sort),
    asAt: asked.asAt || undefined,
    version: asked.version || undefined,
    labels: asked.labels === 'both' ? undefined : asked.labels,
    page: asked.page > 1 ? String(asked.page) : undefined,
    draw: asked.drawn,
    view: asked.plain ? 'table' : undefined,
  };
}

/** The rows that are wanted; nothing where all of them are. */
function criteriaOf({ picked, conditions }: Asked): Criteria | undefined {
  const all: Criteria[] = [
    ...Object.entries(picked).flatMap(([column, codes]): Criteria[] => {
      const [one, ...more] = codes;
      return one === undefined ? [] : [more.length === 0 ? { column, eq: one } : { column, in: codes }];
    }),
    ...conditions.map(({ column, sign, value }): Criteria => ({ column, [sign]: value })),
  ];
  return all.length > 1 ? { and: all } : all[0];
}

/** The question as the API is asked, without the page of the answer. */
export function queryOf(asked: Asked): DataSetQuery {
  const criteria = criteriaOf(asked);
  return {
    ...(criteria && { criteria }),
    ...(asked.indicators.length > 0 && { indicators: asked.indicators }),
    ...(asked.sort.length > 0 && { sort: asked.sort }),
    labels: asked.labels,
    ...(asked.asAt && { asAt: asked.asAt }),
    ...(asked.version && { version: asked.version }),
  };
}

/** What the length of a question leaves possible: to keep it under a name, to ask it by its address, to download its rows. */
export function fits(asked: Asked): { kept: boolean; address: boolean; download: boolean } {
  const address = stringifySearch(searchOf(asked)).length;
  const question = JSON.stringify(queryOf(asked));
  return {
    kept: address <= LONGEST.kept,
    address: address <= LONGEST.address,
    download: question.length <= LONGEST.question && encodeURIComponent(question).length <= LONGEST.address,
  };
}

/** Whether something is asked that leaves rows out. */
export function narrows({ picked, conditions, asAt, version }: Asked): boolean {
  return (
    Object.keys(picked).length > 0 || conditions.length > 0 || asAt !== undefined || version !== undefined
  );
}

/** How a column is sorted by, if it is the first to be. */
export function orderOf({ sort }: Asked, column: string): 'rising' | 'falling' | undefined {
  return sort[0] === column ? 'rising' : sort[0] === `-${column}` ? 'falling' : undefined;
}

/** The order after its header is pressed: figures begin with the largest, all others with the first. */
export function pressed(asked: Asked, column: string, figure: boolean): string[] {
  const order = orderOf(asked, column);
  const [first, second] = figure ? [`-${column}`, column] : [column, `-${column}`];
  return order === undefined ? [first] : asked.sort[0] === first ? [second] : [];
}
