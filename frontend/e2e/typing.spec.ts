import { expect, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

test('what is typed survives a reload, and is gone when it is given up', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add a priority' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Not saved yet');
  await page.reload();
  await expect(dialog.getByLabel('Title')).toHaveValue('Not saved yet');
  await expect(dialog.getByRole('status')).toContainText('It has not been saved yet');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await settled(page);
  await expect(dialog).toHaveCount(0);
});

test('after a conflict each field is chosen', async ({ browser }) => {
  const first = await pageOf(browser, 'head.900001');
  const second = await pageOf(browser, 'deputy.900001');
  const stamp = String(Date.now());
  for (const page of [first, second]) {
    await visit(page, '/schools/900001/cycles');
    await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
    await page
      .getByRole('button', { name: /^Edit the priority/ })
      .first()
      .click();
  }
  const saved = first.getByRole('dialog');
  const kept = await saved.getByLabel('Area').inputValue();
  await saved.getByLabel('Area').fill(`Area ${stamp}`);
  await saved.getByLabel('Lead').fill(`Lead ${stamp}`);
  await saved.getByRole('button', { name: 'Save' }).click();
  await expect(saved).toHaveCount(0);
  const typed = second.getByRole('dialog');
  await typed.getByLabel('Area').fill('My area');
  await typed.getByLabel('Lead').fill('My lead');
  await typed.getByRole('button', { name: 'Save' }).click();
  await expect(typed.getByRole('alert')).toBeFocused();
  await typed.getByRole('button', { name: 'Take theirs for Lead' }).click();
  await expect(typed.getByLabel('Lead')).toHaveValue(`Lead ${stamp}`);
  await expect(typed.getByLabel('Area')).toHaveValue('My area');
  await expectAccessible(second);
  await typed.getByLabel('Area').fill(kept);
  await typed.getByLabel('Lead').fill('Headteacher');
  await typed.getByRole('button', { name: 'Save mine' }).click();
  await expect(typed).toHaveCount(0);
  await first.context().close();
  await second.context().close();
});

test('an address with a URN as search finds the school', async ({ page }) => {
  await signIn(page, 'trust.leader', '/schools?search=900003');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('900003');
  await expect(page.getByRole('row')).toHaveCount(2);
});
