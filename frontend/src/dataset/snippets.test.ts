import { describe, expect, it } from 'vitest';
import type { DataSetQuery } from '../api/types.gen';
import { LANGUAGES, type Language, type Script, snippet } from './snippets';

/** What has broken scripts before. */
const AWKWARD = `it's "50%" of C:\\new, Français, 𝄞 $HOME \`id\``;

const query: DataSetQuery = {
  criteria: {
    and: [
      { column: 'subject', in: [AWKWARD] },
      { column: 'value', gte: '60' },
    ],
  },
  indicators: ['value'],
  labels: 'both',
};
const script: Script = {
  origin: 'https://uplift.example',
  id: 'headline-outcomes',
  query,
  figures: ['value'],
};

describe('a script for curl', () => {
  const text = snippet('curl', script);

  it('reads the token from the environment and saves the rows under the name of the set', () => {
    expect(text).toContain('"Authorization: Bearer $UPLIFT_TOKEN"');
    expect(text).toContain("--output 'headline-outcomes.csv'");
    expect(text).toContain("'https://uplift.example/api/v1/data-sets/headline-outcomes/download'");
  });

  it('gives the question to the service as it was asked', () => {
    const line = text.split('\n').find((one) => one.includes("'query=")) ?? '';
    const quoted = line.slice(line.indexOf("'query=") + 1, line.lastIndexOf("'"));
    // A shell ends the quotes at an apostrophe, takes an escaped one, and begins them anew.
    expect(quoted.replaceAll("'\\''", '').includes("'")).toBe(false);
    expect(JSON.parse(quoted.replaceAll("'\\''", "'").slice('query='.length))).toEqual(query);
  });
});

describe('a script for Python', () => {
  it('holds the question as a dictionary, with every awkward value escaped', () => {
    expect(snippet('python', script)).toContain(
      `query = {
    "criteria": {
        "and": [
            {
                "column": "subject",
                "in": [
                    "it's \\"50%\\" of C:\\\\new, Fran\\u00e7ais, \\U0001d11e $HOME \`id\`"
                ]
            },
            {"column": "value", "gte": "60"}
        ]
    },
    "indicators": ["value"],
    "labels": "both"
}
`,
    );
  });

  it('reads figures as numbers and codes as texts', () => {
    const text = snippet('python', { ...script, figures: ['value', 'cohortSize'] });
    expect(text).toContain('os.environ["UPLIFT_TOKEN"]');
    expect(text).toContain('dtype="string"');
    expect(text).toContain('figures = ["value", "cohortSize"]\n');
  });
});

describe('a script for R', () => {
  it('holds the question as lists, so that one value is still a list of one', () => {
    const text = snippet('r', script);
    expect(text).toContain('indicators = list("value")');
    expect(text).toContain('list(column = "value", gte = "60")');
    expect(text).toContain('Sys.getenv("UPLIFT_TOKEN")');
  });

  it('keeps a word of the language between backticks', () => {
    expect(snippet('r', script)).toMatch(/`in` = list\(\s+"it's \\"50%\\" of C:\\\\new/);
  });
});

describe.each(Object.keys(LANGUAGES) as Language[])('every script (%s)', (language) => {
  it('is of ASCII alone, and has no token in it', () => {
    const text = snippet(language, script);
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain('UPLIFT_TOKEN');
    expect(text).not.toContain('ç');
  });
});
