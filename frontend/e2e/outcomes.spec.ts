import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

const OUTCOMES = '/schools/900001/outcomes';

/** Presses the button that downloads a table, and reads the file. */
async function downloaded(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a headteacher sees a measure beside benchmarks and the target, and takes the table along', async ({
  page,
}) => {
  await signIn(page, 'head.900001', OUTCOMES);
  await page.getByLabel('Measure').selectOption({ label: 'Maths: expected standard' });
  await settled(page);
  const chart = page.getByRole('img', { name: /^Maths: expected standard: This school/ });
  await expect(chart).toHaveAccessibleName(/England .*On the way to the target of /);
  await page.getByRole('checkbox', { name: 'England' }).uncheck();
  await expect(chart).not.toHaveAccessibleName(/England /);
  await expect(page).toHaveURL(/compare=localAuthority/);
  await page.getByRole('button', { name: 'Table' }).click();
  const target = page.getByRole('row', { name: /, target/ });
  await expect(target.getByRole('link', { name: /^Target, due/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'England' })).toHaveCount(0);
  const address = page.url();
  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('checkbox', { name: 'England' })).not.toBeChecked();
  // The target is asked for apart from the values.
  await expect(target).toBeVisible();
  const rows = await page.getByRole('row').count();
  const { name, text } = await downloaded(page);
  expect(name).toMatch(
    /^alder-grove-primary-school-maths-expected-standard-all-pupils-\d{4}-\d\d-\d\d\.csv$/,
  );
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows);
  expect(lines[0]).toBe(
    '\uFEFFYear,Term,Value,95% interval,Pupils,Local authority,Trust,Similar schools,Source,Result',
  );
  expect(
    lines.some((line) => /^20\d\d\/20\d\d,Summer,\d+%,,29,\d+%,\d+%,\d+%,"?Published, /.test(line)),
  ).toBe(true);
  await target.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maths: expected standard' })).toBeVisible();
});

test('every value tells what it was before', async ({ page }) => {
  await signIn(page, 'head.900001', `${OUTCOMES}?view=table`);
  await page
    .getByRole('button', { name: /^History of .* computed/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('columnheader', { name: 'Known since' })).toBeVisible();
  await expect(dialog.getByRole('row')).not.toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^History of .* computed/ }).first()).toBeFocused();
});

test('a gap is drawn and listed, by keyboard too', async ({ page }) => {
  await signIn(page, 'head.900001', OUTCOMES);
  await page.getByRole('button', { name: 'Gap' }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.getByRole('img', { name: /Disadvantaged against not disadvantaged/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /^Gap \(percentage points\)/ })).toBeVisible();
  await page.getByLabel('Between').selectOption({ label: 'Boys against girls' });
  await expect(page).toHaveURL(/between=sex/);
  await expect(page.getByRole('columnheader', { name: 'Girls', exact: true })).toBeVisible();
});

test('a year in which a measure is not there says why', async ({ page }) => {
  await signIn(page, 'head.900001', `${OUTCOMES}?measure=KS2_READ_PROG`);
  await expect(
    page.getByText('2023/2024 to 2024/2025: These pupils have no key stage 1 results to start from'),
  ).toBeVisible();
});

test('a committee member is told what is suppressed, and why', async ({ page }) => {
  await signIn(page, 'committee.900001', `${OUTCOMES}?view=table&group=EHCP`);
  await expect(page.getByRole('cell', { name: 'c', exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Suppressed \(c\), because it is about five pupils or fewer/)).toBeVisible();
  await page.getByRole('button', { name: 'Gap' }).click();
  await settled(page);
  await page.getByLabel('Between').selectOption('ehcp');
  await settled(page);
  await expect(page.getByRole('cell', { name: 'c', exact: true }).first()).toBeVisible();
});

test('another school’s outcomes stay hidden in all their parts', async ({ page }) => {
  await signIn(page, 'head.900002');
  for (const part of ['', '/teacher-assessment', '/similar']) {
    await visit(page, `${OUTCOMES}${part}`);
    await expect(page.getByRole('alert')).toContainText('There is nothing here that you may see');
    await expect(page.locator('main')).not.toContainText('Alder Grove');
  }
  await visit(page, '/outcomes');
  await expect(page.getByRole('row', { name: /Birch Hill/ })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Alder Grove');
  await expect(page.getByRole('link', { name: 'Outcomes', exact: true })).toHaveCount(0);
});

test('the same pupils are followed from term to term', async ({ page }) => {
  await signIn(page, 'head.900001', `${OUTCOMES}/teacher-assessment`);
  const movement = page.getByRole('region', { name: 'How the same pupils moved' });
  await expect(movement.getByRole('row', { name: /^Year 6, reading/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^As expected or above/ }).getByRole('row')).not.toHaveCount(
    1,
  );
  const since = page.getByLabel('Moved since');
  await since.selectOption({ index: 1 });
  await settled(page);
  await expect(page).toHaveURL(/from=\d{4}-/);
  await page.reload();
  await settled(page);
  await expect(since).toHaveValue(/^\d{4}-/);
  await expect(movement.getByRole('row', { name: /^Year 6, reading/ })).toBeVisible();
});

test('a trust leader goes from the weakest school to its outcomes', async ({ browser }) => {
  const page = await pageOf(browser, 'trust.leader');
  await page.getByRole('link', { name: 'Outcomes', exact: true }).click();
  await settled(page);
  await page.getByLabel('Sort by').selectOption({ label: 'Weakest first' });
  await page.getByLabel('Pupils', { exact: true }).selectOption({ label: 'Disadvantaged' });
  await settled(page);
  await expect(page).toHaveURL(/group=DISADVANTAGED/);
  await expect(page.getByRole('row', { name: /^Trust, mean over pupils/ })).toContainText('%');
  await expect(
    page.getByRole('img', { name: /^Reading, writing and maths: expected standard, 20/ }),
  ).toBeVisible();
  const { name, text } = await downloaded(page);
  expect(name).toMatch(/^outcomes-of-the-trust-reading-writing-and-maths-/);
  expect(text).toContain('"Trust, mean over pupils",');
  const school = page.getByRole('row').nth(1).getByRole('link');
  const weakest = (await school.textContent()) ?? '';
  await school.click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: weakest })).toBeVisible();
  await expect(page.getByLabel('Pupils', { exact: true })).toHaveValue('DISADVANTAGED');
  await page.context().close();
});
