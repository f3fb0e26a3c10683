import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, settled, signIn } from './app';

async function openCycle(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Priorities' })).toBeVisible();
  await settled(page);
}

test('a target is set with the help beside it: baseline, warning and a point for each term', async ({
  page,
}) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await openCycle(page);
  const priority = page.getByRole('region', { name: /Fluent arithmetic/ });
  await priority.getByRole('button', { name: 'Add a target' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a target' });
  await dialog.getByLabel('Measure').selectOption('KS2_READ_EXP');
  await dialog.getByRole('button', { name: 'Use as baseline' }).click();
  const baseline = Number(await dialog.getByLabel('Baseline', { exact: true }).inputValue());
  expect(baseline).toBeGreaterThan(0);
  await expect(dialog.getByLabel('Baseline on')).not.toHaveValue('');
  await dialog.getByText('The last years, here and elsewhere').click();
  await expect(dialog.getByRole('table', { name: 'At the end of the year' })).toContainText('This school');
  await dialog.getByLabel('Target', { exact: true }).fill('1');
  await expect(dialog.getByRole('status').filter({ hasText: 'Is this what you mean?' })).toContainText(
    'The target is lower than the baseline, although higher is better.',
  );
  await expectAccessible(page);
  await dialog.getByLabel('Target', { exact: true }).fill('100');
  await expect(dialog.getByText('Is this what you mean?')).toHaveCount(0);
  const year = (await dialog.getByLabel('Baseline on').inputValue()).slice(0, 4);
  await dialog.getByLabel('Due on').fill(`${Number(year) + 1}-07-31`);
  await dialog.getByRole('button', { name: 'Propose a point for each term' }).click();
  await expect(dialog.getByLabel('Value of point 1')).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const set = priority.getByRole('article', { name: /^Reading: expected standard/ });
  await expect(set).toContainText('100%');
  await set.getByRole('button', { name: 'Edit the target' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the target' }).click();
  await expect(set).toHaveCount(0);
});

test('a milestone is set, read, noted on and deleted', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await openCycle(page);
  const priority = page.getByRole('region', { name: /Fluent arithmetic/ });
  await priority.getByRole('button', { name: 'Add a target' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Milestone', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await expect(dialog.getByLabel('Milestone')).toHaveAttribute('aria-invalid', 'true');
  const what = `A times tables club every morning ${Date.now()}`;
  await dialog.getByLabel('Milestone').fill(what);
  await dialog.getByLabel('Due on').fill('2027-03-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(priority.getByRole('article', { name: what })).toContainText(
    'No checkpoint has judged it yet.',
  );
  await page.getByRole('link', { name: what }).click();
  await expect(page.getByRole('heading', { level: 1, name: what })).toBeFocused();
  const note = `The hall is free from January ${Date.now()}`;
  await page.getByLabel('Add a note').fill(note);
  await page.reload();
  await expect(page.getByLabel('Add a note')).toHaveValue(note);
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: note })).toBeVisible();
  await expect(page.getByLabel('Add a note')).toHaveValue('');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit the target' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the target' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Priorities' })).toBeVisible();
  await expect(page.getByRole('article', { name: what })).toHaveCount(0);
});

test('a target says where it leads and how it stood', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await openCycle(page);
  await page.getByRole('link', { name: /^Grammar, punctuation and spelling/ }).click();
  await expect(page.getByText(/^On the way so far it would be about/)).toBeVisible();
  await expect(page.getByRole('img', { name: /Forecast, four times in five .* to / })).toBeVisible();
  await page.getByText('The forecast as a table').click();
  await expect(page.getByRole('table', { name: /^Forecast from/ })).toContainText(
    'Four times in five between',
  );
  const history = page.getByRole('table', { name: 'Whenever a result came, and today' });
  await expect(history.getByRole('row')).not.toHaveCount(1);
  await expectAccessible(page);
});

test('who may only read sees the notes and adds none', async ({ page }) => {
  await signIn(page, 'committee.900001', '/schools/900001/cycles');
  await openCycle(page);
  await page.locator('.target a').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Notes' })).toBeVisible();
  await settled(page);
  await expect(page.getByLabel('Add a note')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Edit the target' })).toHaveCount(0);
});
