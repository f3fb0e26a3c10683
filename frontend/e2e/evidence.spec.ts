import { expect, test } from '@playwright/test';
import { signIn } from './app';

test('evidence leads to the inspection that it points at, and can be taken away', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  const dialog = page.getByRole('dialog');
  const label = `The last inspection ${Date.now()}`;
  await dialog.getByLabel('Kind').selectOption('inspection');
  await expect(dialog.getByLabel('Inspection').getByRole('option')).not.toHaveCount(1);
  await dialog.getByLabel('Inspection').selectOption({ index: 1 });
  await dialog.getByLabel('What it shows').fill(label);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: label }).click();
  await expect(page).toHaveURL(/\/schools\/900001\/inspections$/);
  await page.goBack();
  await page.getByRole('button', { name: `Remove the evidence: ${label}` }).click();
  await expect(page.getByText(label, { exact: true })).toHaveCount(0);
});
