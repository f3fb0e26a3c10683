import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

/** Ticks some of what a column can be. */
async function pick(page: Page, column: string, ...labels: string[]): Promise<void> {
  const summary = page.locator('summary', { hasText: column });
  await summary.click();
  const group = page.getByRole('group', { name: column, exact: true });
  for (const label of labels) {
    await group.getByRole('checkbox', { name: label, exact: true }).check();
  }
  await summary.click();
}

const answer = (page: Page) => page.getByRole('table', { name: 'Rows of Headline outcomes' });
const count = (page: Page, rows: RegExp) => page.getByRole('heading', { level: 2, name: rows });

test('an analyst asks for the outcomes of the trust, draws and keeps them, and asks the same by the address', async ({
  browser,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'analyst');
  await page.getByRole('link', { name: 'Headline outcomes' }).click();
  await expect(page).toHaveURL(/\/data\/headline-outcomes$/);
  await expect(count(page, /^\d\d,\d{3} rows$/)).toBeVisible();
  await expect(page.getByText(/rows are too many to draw/)).toBeVisible();

  await pick(page, 'School', 'Alder Grove Primary School', 'Birch Hill Primary School');
  await page.locator('summary', { hasText: 'Measure' }).click();
  await page.getByRole('searchbox', { name: 'Find in: Measure' }).fill('maths: exp');
  await page.getByRole('checkbox', { name: 'Reading, writing and maths: expected standard' }).check();
  await pick(page, 'Group of pupils', 'All pupils');
  await pick(page, 'Source', 'Published');
  await expect(page).toHaveURL(/schoolUrn=900001%2C900002/);
  await expect(count(page, /^\d rows$/)).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^Reading, writing and maths.*Alder Grove Primary School.*%.*Birch Hill/ }),
  ).toBeVisible();
  await expect(page.getByText(/^In every row: .*Group of pupils: All pupils/)).toBeVisible();
  await expectAccessible(page);

  const value = answer(page).getByRole('columnheader', { name: 'Value' });
  await value.getByRole('button').click();
  await expect(value).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-value/);
  await page.getByRole('textbox', { name: 'Value' }).fill('30');
  await page.getByRole('button', { name: 'Add the condition' }).click();
  await expect(page.getByText('Value ≥ 30')).toBeVisible();
  await expect(page).toHaveURL(/where=value\.gte\.30/);

  await expect(page.getByRole('region', { name: /^\d+ rows?$/ })).toHaveAttribute('aria-busy', 'false');
  const told = Number((await count(page, /^\d rows?$/).textContent())?.split(' ')[0]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('headline-outcomes.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toContain('schoolUrn,schoolUrnLabel');
  expect(lines).toHaveLength(told + 1);
  await expect(page.getByText(/^headline-outcomes\.csv has arrived/)).toBeVisible();

  await page.getByRole('button', { name: 'Copy the address' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const shown = await answer(page).textContent();
  const other = await pageOf(browser, 'analyst', address);
  await expect(answer(other)).toBeVisible();
  await expect(answer(other)).toHaveText(shown ?? '');
  await other.context().close();

  await page.getByRole('button', { name: 'Python' }).click();
  await page.getByRole('button', { name: 'Copy the script' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('{"column": "value", "gte": "30"}');
});

test('a suppressed figure is told as such, and meets no condition', async ({ page }) => {
  await signIn(page, 'analyst');
  await visit(page, '/data/headline-outcomes?pupilGroup=MOBILE&sort=-value&show=value');
  await expect(count(page, /rows$/)).toBeVisible();
  // Symbols come last in every order.
  const total = Number((await count(page, /rows$/).textContent())?.replace(/\D/g, ''));
  await visit(
    page,
    `/data/headline-outcomes?pupilGroup=MOBILE&sort=-value&show=value&page=${Math.ceil(total / 50)}`,
  );
  await expect(answer(page).getByRole('cell', { name: 'c (suppressed)' }).last()).toBeVisible();
  await expect(page.getByText('Suppressed: it would tell of few pupils, or of few people')).toBeVisible();
  await visit(page, '/data/headline-outcomes?pupilGroup=MOBILE&where=value.gte.0,value.lt.0');
  await expect(page.getByText(/Suppressed figures meet no condition\./)).toBeVisible();
});

test('values of different units are not drawn, and a wrong condition is told in words', async ({ page }) => {
  await signIn(
    page,
    'analyst',
    '/data/headline-outcomes?measureCode=KS2_RWM_EXP,KS2_READ_AVG&pupilGroup=ALL&schoolUrn=900001&source=published',
  );
  await expect(page.getByText(/different units \(score, per cent\).*Choose one measure\./)).toBeVisible();
  await page.getByRole('textbox', { name: 'Value' }).fill('many');
  await page.getByRole('button', { name: 'Add the condition' }).click();
  await expect(page.getByText('“many” is not a number as 61.5.')).toBeVisible();
  await visit(page, '/data/headline-outcomes?where=value.gte.many');
  await expect(page.getByRole('alert')).toContainText('"many" is not a number.');
  await visit(page, '/data/headline-outcomes?where=value.gte.1000');
  await expect(page.getByText(/^No row is like this\. Take/)).toBeVisible();
  await page.getByRole('button', { name: 'Take away: Value ≥ 1000' }).click();
  await expect(count(page, /^\d\d,\d{3} rows$/)).toBeVisible();
});

test('every format comes as a file of its kind', async ({ page }) => {
  await signIn(page, 'analyst', '/data/need-levels?schoolUrn=900001');
  for (const [label, name, begins] of [
    ['XLSX', 'need-levels.xlsx', 'PK'],
    ['Parquet', 'need-levels.parquet', 'PAR1'],
    ['NDJSON', 'need-levels.ndjson', '{"academicYear":"'],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `${label} file` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    expect(readFileSync(await file.path(), 'latin1').slice(0, begins.length)).toBe(begins);
    await expect(page.getByText(`${name} has arrived`)).toBeVisible();
  }
});

test('the dictionary tells each column, and what was asked is still there afterwards', async ({ page }) => {
  await signIn(page, 'analyst', '/data/headline-outcomes?schoolUrn=900001&show=value');
  await page.getByRole('link', { name: 'Dictionary' }).click();
  const columns = page.getByRole('table', { name: /^In the order/ });
  await expect(columns.getByRole('row', { name: /^Coverage/ })).toContainText('Number or symbol');
  await columns.getByText('options of group of pupils').click();
  await expect(columns.getByText('DISADVANTAGED', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Attainment 8/ })).toContainText('Mean of the pupils');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ask', exact: true }).click();
  await expect(page).toHaveURL(/schoolUrn=900001&show=value$/);
  await settled(page);
  await expect(page.locator('summary', { hasText: 'School' })).toContainText('Alder Grove');
});

test('who reads no data sets finds no link to them, and is told whom to ask', async ({ page }) => {
  await signIn(page, 'clerk');
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Data sets' })).toHaveCount(0);
  for (const path of ['/data', '/data/headline-outcomes', '/data/headline-outcomes/dictionary']) {
    await visit(page, path);
    await expect(page.getByRole('alert')).toContainText('Ask the administrator of Uplift');
  }
});

test('a question is kept under a name, found again, and forgotten', async ({ page }) => {
  await signIn(page, 'analyst');
  await visit(page, '/data/inspections?schoolUrn=900001');
  await page.getByRole('button', { name: 'Keep this question' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep this question' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/must not be blank|Say/);
  await dialog.getByLabel('Name').fill('Inspections of Alder Grove');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();

  await visit(page, '/data');
  const kept = page.getByRole('region', { name: 'Questions that you keep' });
  await expectAccessible(page);
  await kept.getByRole('link', { name: 'Inspections of Alder Grove', exact: true }).click();
  await expect(page).toHaveURL(/\/data\/inspections\?schoolUrn=900001$/);

  await visit(page, '/data');
  await kept.getByRole('button', { name: 'Forget Inspections of Alder Grove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget it' }).click();
  await expect(kept).toBeHidden();
});
