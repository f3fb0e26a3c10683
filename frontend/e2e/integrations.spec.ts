import { expect, test } from '@playwright/test';
import { signIn } from './app';

test('an administrator registers a machine, changes it and revokes it', async ({ page }) => {
  const name = `Walk ${Date.now()}`;
  await signIn(page, 'administrator', '/integrations');
  await page.getByRole('button', { name: 'Register an integration' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Register it' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Client id').fill(name.replace(' ', '-').toLowerCase());
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Whom to ask').fill('Service desk');
  await dialog.getByLabel('E-mail').fill('desk@example.org');
  await dialog.getByLabel('Alder Grove Primary School').check();
  await dialog.getByLabel('Pupils', { exact: true }).check();
  await dialog.getByLabel('Pupils: late after so many days').fill('7');
  await dialog.getByRole('button', { name: 'Register it' }).click();
  const sheet = page.getByRole('region', { name });
  await expect(sheet.getByText('In order')).toBeVisible();
  await expect(sheet.getByText('Every 7 days')).toBeVisible();

  await page.getByRole('button', { name: `Change ${name}` }).click();
  await dialog.getByLabel('Attendance', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('rowheader', { name: 'Attendance' })).toBeVisible();

  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await dialog.getByLabel('Reason').fill('Only a walk through the page');
  await dialog.getByRole('button', { name: 'Revoke it now' }).click();
  await expect(sheet.getByText('Only a walk through the page')).toBeVisible();
  await expect(page.getByRole('button', { name: `Change ${name}` })).toHaveCount(0);
});

test('a school can be chosen on the data quality page, and the address keeps it', async ({ page }) => {
  await signIn(page, 'data.manager', '/data-quality');
  await expect(page.getByRole('region', { name: 'Alder Grove Primary School' })).toBeVisible();
  await page.getByLabel('School', { exact: true }).selectOption('900002');
  await expect(page).toHaveURL(/school=900002/);
  await expect(page.getByRole('region', { name: 'Alder Grove Primary School' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('School', { exact: true })).toHaveValue('900002');
  await expect(page.getByText('Ask about Demonstration MIS')).toHaveCount(1);
});
