import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

/** The way to the first target of the school, and its address. */
async function firstTarget(page: Page): Promise<string> {
  await visit(page, '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  const link = page.locator('.target a').first();
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

/** Mentions somebody by keyboard alone. */
async function mention(page: Page, part: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Mention' });
  await field.focus();
  await page.keyboard.type(part);
  await expect(page.getByRole('option', { name: new RegExp(part, 'i') }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Mentioned' }).getByRole('listitem')).toHaveCount(1);
}

test('who is mentioned sees it at the bell, opens the thing, and answers', async ({ browser }) => {
  const head = await pageOf(browser, 'head.900001');
  const path = await firstTarget(head);
  await visit(head, path);
  const text = `Can you look at this? ${Date.now()}`;
  await head.getByLabel('Comment', { exact: true }).fill(text);
  await mention(head, 'deputy');
  await head.reload();
  await expect(head.getByLabel('Comment', { exact: true })).toHaveValue(text);
  await expect(head.getByRole('list', { name: 'Mentioned' }).getByRole('listitem')).toHaveCount(1);
  await head.getByRole('button', { name: 'Comment', exact: true }).click();
  const said = head.getByRole('region', { name: 'Comments' }).getByRole('listitem').filter({ hasText: text });
  await expect(said).toContainText('today');
  await expectAccessible(head);

  const deputy = await pageOf(browser, 'deputy.900001');
  await deputy.getByRole('link', { name: /^Notifications \d+ unread$/ }).click();
  const told = deputy
    .getByRole('region', { name: 'What you are told' })
    .getByRole('listitem')
    .filter({ hasText: 'mentioned you in a comment on the target' })
    .first();
  await expect(told).toContainText('New');
  await expectAccessible(deputy);
  await told.getByRole('link').click();
  await expect(deputy.getByText(text)).toBeVisible();
  expect(new URL(deputy.url()).pathname).toBe(path);
  await visit(deputy, '/notifications');
  await expect(told).toContainText('Read');

  await said.getByRole('button', { name: 'Withdraw' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Withdraw it' }).click();
  await expect(head.getByText(text)).toHaveCount(0);
  await expect(head.getByText('Withdrawn by its author').first()).toBeVisible();
  await head.context().close();
  await deputy.context().close();
});

test('comments on the cycle page are folded with their count, and open where somebody is led to them', async ({
  page,
}) => {
  await signIn(page, 'head.900001');
  await visit(page, '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  const fold = page
    .locator('summary')
    .filter({ hasText: /comments? on the action/ })
    .first();
  await expect(fold).toBeVisible();
  await fold.click();
  await expect(page.getByLabel('Comment', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('a committee member sees no comments', async ({ page }) => {
  await signIn(page, 'committee.900001');
  await visit(page, await firstTarget(page));
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Comments' })).toHaveCount(0);
});

test('what waits is grouped by when, and a signature is two clicks away', async ({ browser }) => {
  const head = await pageOf(browser, 'head.900001');
  const work = head.getByRole('region', { name: 'My work' });
  await expect(work.getByRole('heading', { level: 3 }).first()).toContainText('Overdue');
  await expect(work.getByRole('heading', { level: 3, name: /^No date/ })).toBeVisible();
  await work.getByRole('link', { name: /^Book look: Maths books/ }).click();
  await expect(head.getByRole('button', { name: 'Sign', exact: true })).toBeVisible();
  await head.context().close();
  const analyst = await pageOf(browser, 'analyst');
  await expect(analyst.getByRole('region', { name: 'My work' })).toContainText('Nothing waits for you.');
  await analyst.context().close();
});

test('how often the digest comes is saved at once, and can be taken back', async ({ page }) => {
  await signIn(page, 'trustee.2', '/notifications');
  const digest = page.getByRole('region', { name: 'E-mail digest' });
  await digest.getByLabel('How often').selectOption('daily');
  await expect(digest.getByRole('status')).toContainText('Saved: every day');
  await expectAccessible(page);
  await digest.getByRole('button', { name: /^Undo/ }).click();
  await expect(digest.getByLabel('How often')).toHaveValue('weekly');
  await page.reload();
  await settled(page);
  await expect(digest.getByLabel('How often')).toHaveValue('weekly');
});
