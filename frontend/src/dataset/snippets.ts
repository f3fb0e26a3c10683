import type { DataSetMeta, DataSetQuery } from '../api/types.gen';
import { columnsShown, isFigure } from './columns';

export const LANGUAGES = { curl: 'curl', python: 'Python', r: 'R' } as const;

export type Language = keyof typeof LANGUAGES;

export interface Script {
  /** Where the service is. */
  origin: string;
  id: string;
  query: DataSetQuery;
  /** The columns that are figures; a symbol can stand in them. */
  figures: string[];
}

/** What a script has to know of a question. */
export function scriptOf(origin: string, meta: DataSetMeta, query: DataSetQuery): Script {
  const figures = columnsShown(meta.columns, query.indicators ?? [])
    .filter((column) => column.kind === 'indicator' && isFigure(column))
    .map(({ name }) => name);
  return { origin, id: meta.id, query, figures };
}

/** The question as a script that can be run as it stands. */
export function snippet(language: Language, script: Script): string {
  return { curl, python, r }[language](script);
}

const addressOf = ({ origin, id }: Script) => `${origin}/api/v1/data-sets/${id}/download`;

/** All characters beyond ASCII are written as JSON can, so that no terminal and no file can spoil them. */
function ascii(json: string): string {
  return json.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text between single quotes, which a shell takes as it is. */
function inShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text as both Python and R read it. */
function literal(text: string): string {
  const signs = Array.from(JSON.stringify(text), (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : ascii(sign);
  });
  return signs.join('');
}

/** A value with its parts one below the other, or in a line where there is room for it. */
function laidOut(
  value: unknown,
  indent: string,
  step: string,
  signs: { list: [string, string]; object: [string, string]; key: (name: string) => string },
): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? literal(value) : String(value);
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? signs.list : signs.object;
  const parts = (inner: string) =>
    isList
      ? value.map((one) => laidOut(one, inner, step, signs))
      : Object.entries(value).map(([name, one]) => signs.key(name) + laidOut(one, inner, step, signs));
  const line = `${open}${parts(indent).join(', ')}${close}`;
  if (indent.length + line.length <= 76 && !line.includes('\n')) {
    return line;
  }
  const inner = indent + step;
  return `${open}\n${parts(inner)
    .map((part) => inner + part)
    .join(',\n')}\n${indent}${close}`;
}

function curl(script: Script): string {
  return `curl --fail --silent --show-error --compressed --get \\
  --header "Authorization: Bearer $UPLIFT_TOKEN" \\
  --data-urlencode ${inShell('format=csv')} \\
  --data-urlencode ${inShell(`query=${ascii(JSON.stringify(script.query))}`)} \\
  --output ${inShell(`${script.id}.csv`)} \\
  ${inShell(addressOf(script))}
`;
}

function python(script: Script): string {
  const query = laidOut(script.query, '', '    ', {
    list: ['[', ']'],
    object: ['{', '}'],
    key: (name) => `${literal(name)}: `,
  });
  return `import json
import os
import urllib.parse
import urllib.request

import pandas as pd

query = ${query}

parameters = urllib.parse.urlencode({"format": "csv", "query": json.dumps(query)})
request = urllib.request.Request(
    ${literal(addressOf(script))} + "?" + parameters,
    headers={"Authorization": "Bearer " + os.environ["UPLIFT_TOKEN"]},
)
with urllib.request.urlopen(request, timeout=600) as answer:
    rows = pd.read_csv(answer, dtype="string", keep_default_na=False, na_values=[""])

# A symbol, as c for suppressed, becomes a missing value here.
figures = ${laidOut(script.figures, '', '    ', { list: ['[', ']'], object: ['{', '}'], key: () => '' })}
rows[figures] = rows[figures].apply(pd.to_numeric, errors="coerce")
print(rows)
`;
}

/** A name in a list of R; words of the language stand between backticks. */
function inR(name: string): string {
  return `${name === 'in' ? '`in`' : name} = `;
}

function r(script: Script): string {
  const query = laidOut(script.query, '', '  ', {
    list: ['list(', ')'],
    object: ['list(', ')'],
    key: inR,
  });
  return `library(httr2)
library(jsonlite)
library(readr)

query <- ${query}

answer <- request(${literal(addressOf(script))}) |>
  req_url_query(format = "csv", query = as.character(toJSON(query, auto_unbox = TRUE))) |>
  req_auth_bearer_token(Sys.getenv("UPLIFT_TOKEN")) |>
  req_timeout(600) |>
  req_perform()

rows <- read_csv(resp_body_raw(answer), col_types = cols(.default = col_character()), na = "")

# A symbol, as c for suppressed, becomes a missing value here.
figures <- ${laidOut(script.figures, '', '  ', { list: ['c(', ')'], object: ['c(', ')'], key: () => '' })}
rows[figures] <- lapply(rows[figures], \\(column) suppressWarnings(as.numeric(column)))
print(rows)
`;
}
