import { expect, test } from '@playwright/test';
import { expectAccessible, settled, signIn, visit } from './app';

test('typing finds what somebody may see, and nothing else', async ({ page }) => {
  await signIn(page, 'head.900001', '/help');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: /Search/ });
  await expect(search).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('option', { name: /URN 900001/ })).toBeVisible();
  await expectAccessible(page);
  await search.fill('birch');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing fits' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0);
  await search.fill('alder');
  await expect(page.getByRole('dialog').getByRole('option', { name: /URN 900001/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Improvement cycle/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: 'Alder Grove Primary School' });
  await expect(heading).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the search closes with Escape, and the focus goes back', async ({ page }) => {
  await signIn(page, 'trust.leader');
  const button = page.getByRole('button', { name: /^Search/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /Search/ }).fill('900004');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a list keeps its filters through back, forward and a reload', async ({ page }) => {
  await signIn(page, 'trust.leader', '/schools?sort=nonsense&status=nonsense');
  await expect(page.getByRole('link', { name: 'Kestrel Heath School' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('primary');
  await expect(page).toHaveURL(/search=primary/);
  await page.getByLabel('Sort by').selectOption('number-on-roll');
  await expect(page).toHaveURL(/sort=number-on-roll/);
  await expect(page.getByRole('row').nth(1)).toContainText('350');
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page.getByLabel('Sort by')).toHaveValue('name');
  await expect(search).toHaveValue('primary');
  await page.goForward();
  await expect(page.getByLabel('Sort by')).toHaveValue('number-on-roll');
  await page.reload();
  await settled(page);
  await expect(search).toHaveValue('primary');
  await expect(page.getByLabel('Sort by')).toHaveValue('number-on-roll');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schools' }).click();
  await expect(search).toHaveValue('');
  await expect(page.getByRole('link', { name: 'Kestrel Heath School' })).toBeVisible();
});

test('every address has a title of its own', async ({ page }) => {
  await signIn(page, 'head.900001');
  for (const [path, title] of [
    ['/schools', 'Schools · Uplift'],
    ['/schools/900001', 'Alder Grove Primary School · Uplift'],
    ['/schools/900001/outcomes', 'Outcomes · Alder Grove Primary School · Uplift'],
    ['/schools/900001/inspections', 'Inspections · Alder Grove Primary School · Uplift'],
    ['/help', 'Help · Uplift'],
    ['/nowhere', 'There is nothing here · Uplift'],
  ] as const) {
    await visit(page, path);
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
});
