import { expect, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, visit } from './app';

test('everybody reads who decides what, and an administrator records a version that is to come', async ({
  browser,
}) => {
  const clerk = await pageOf(browser, 'clerk', '/');
  await clerk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Who decides' }).click();
  const scheme = clerk.getByRole('region', { name: 'In force today' });
  const trustPlan = scheme.getByRole('row', { name: /^Plan of the trust/ });
  await expect(trustPlan).toContainText('Trust board');
  await expect(clerk.getByRole('button', { name: 'Record a version' })).toHaveCount(0);
  await expectAccessible(clerk);
  await clerk.context().close();

  const page = await pageOf(browser, 'administrator', '/delegation');
  await page.getByRole('button', { name: 'Record a version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Decision').selectOption('trust-cycle');
  await dialog.getByLabel('Decides').selectOption('headteacher');
  await dialog.getByLabel('From').fill('2040-09-01');
  await dialog.getByLabel('Why, and where it was adopted').fill('Adopted by the board in July');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(
    dialog.getByText('The plan of the trust is of no school, and the headteacher is of one.').first(),
  ).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Decides').selectOption('trust-leader');
  await dialog.getByLabel('Up to what it costs, in pounds').fill('£2,500');
  await dialog.getByRole('group', { name: 'Is informed afterwards' }).getByLabel('Trust board').check();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog).toHaveCount(0);
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByLabel('Decision').selectOption('trust-cycle');
  await expect(page).toHaveURL(/decision=trust-cycle/);
  const toCome = versions.getByRole('row').filter({ hasText: 'To come' });
  await expect(toCome).toContainText('1 Sept 2040');
  await expect(toCome).toContainText('up to £2,500');
  await toCome.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(toCome).toHaveCount(0);
  await visit(page, '/delegation');
  await settled(page);
  await expect(versions.getByText('To come')).toHaveCount(0);
});
