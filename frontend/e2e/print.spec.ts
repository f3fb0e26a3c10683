import { expect, test } from '@playwright/test';
import { signIn } from './app';

test('a school prints on one A4 page, tagged, without what is for the screen', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001');
  await expect(page.getByRole('heading', { name: 'Latest inspection' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Activity' })).toBeHidden();
  await expect(page.getByRole('region', { name: /^Priorities and targets/ })).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(pdf).toContain('/StructTreeRoot');
});

test('outcomes print with their figures, without what is for choosing', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/outcomes?view=gap');
  await expect(page.getByRole('img', { name: /Disadvantaged against not disadvantaged/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Between')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Gap' })).toBeHidden();
  await expect(page.getByRole('table')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('a signed checkpoint prints what was signed, without room to write more', async ({ page }) => {
  await signIn(page, 'head.900001', '/checkpoints?show=signed-off');
  await page
    .getByRole('link', { name: /^School improvement visit/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Signatures', exact: true })).toBeVisible();
  await expect(page.getByLabel('Add to it')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Add to it')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Comments' })).toBeHidden();
  await expect(page.getByText(/^Addition by/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was agreed' })).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
  expect(pdf).toContain('/StructTreeRoot');
});
