import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

async function openCycle(page: Page, urn: number): Promise<void> {
  await visit(page, `/schools/${urn}/cycles`);
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Priorities' })).toBeVisible();
  await settled(page);
}

test('a head updates an action in two clicks from home', async ({ page }) => {
  await signIn(page, 'head.900001');
  const mine = page.getByRole('region', { name: 'My work' });
  await expect(mine.getByText('Overdue').first()).toBeVisible();
  await mine.getByRole('button', { name: /^Update: Small groups/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Update: Small groups/ });
  const text = `Seen today ${Date.now()}`;
  await dialog.getByLabel('What has happened').fill(text);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await mine.getByRole('link', { name: /^Small groups/ }).click();
  await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByRole('heading', { level: 4, name: /^Small groups/ })).toBeFocused();
});

test('what is typed of an action survives a reload', async ({ page }) => {
  await signIn(page, 'head.900001');
  await page.getByRole('button', { name: /^Update: Small groups/ }).click();
  await page.getByLabel('What has happened').fill('Half a sentence');
  await page.reload();
  await expect(page.getByLabel('What has happened')).toHaveValue('Half a sentence');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await settled(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('priorities change places by keyboard and by dragging', async ({ page }) => {
  // The driver does not scroll while it drags: both priorities have to be in view.
  await page.setViewportSize({ width: 1366, height: 3500 });
  await signIn(page, 'head.900001');
  await openCycle(page, 900001);
  const titles = page.getByRole('heading', { level: 2, name: /^\d+\. / });
  const [first = '', second = ''] = (await titles.allTextContents()).map((title) =>
    title.replace(/^\d+\. /, ''),
  );
  const down = page.getByRole('button', { name: `Move down: ${first}` });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `“${first}” is now 2 of` })).toHaveCount(1);
  await expect(titles.first()).toHaveText(`1. ${second}`);
  await page
    .getByRole('region', { name: second })
    .locator('.handle')
    .dragTo(page.getByRole('heading', { level: 2, name: `2. ${first}` }));
  await expect(titles.first()).toHaveText(`1. ${first}`);
  await page.reload();
  await expect(titles.first()).toHaveText(`1. ${first}`);
});

test('a blocked stage shows what is missing and leads there', async ({ page }) => {
  await signIn(page, 'head.900002');
  await openCycle(page, 900002);
  const stage = page.getByRole('region', { name: 'Stage' });
  await expect(stage.getByRole('listitem').filter({ hasText: 'waits for approval' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Add a priority' }).click();
  const title = `Spelling ${Date.now()}`;
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  for (const missing of ['rationale', 'link to evidence', 'named lead', 'target with', 'action with']) {
    await expect(stage.getByRole('link', { name: new RegExp(`${title}.*${missing}`) })).toBeVisible();
  }
  await stage.getByRole('link', { name: new RegExp(`${title}.*named lead`) }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused();
  await page.getByRole('button', { name: `Delete the priority: ${title}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the priority' }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toHaveCount(0);
});

test('a plan is refused, asked for again, approved, and goes on', async ({ browser }) => {
  const head = await pageOf(browser, 'head.900002');
  const leader = await pageOf(browser, 'trust.leader');
  await leader
    .getByRole('region', { name: 'My work' })
    .getByRole('link', { name: /Birch Hill/ })
    .click();
  await expect(leader.getByRole('heading', { level: 2, name: 'Approval' })).toBeFocused();
  await leader.getByRole('button', { name: 'Refuse' }).click();
  const refusal = leader.getByRole('dialog');
  await refusal.getByLabel('Reason').fill('Say who reads the books.');
  await expectAccessible(leader);
  await refusal.getByRole('button', { name: 'Refuse the plan' }).click();
  await expect(refusal).toHaveCount(0);
  await openCycle(head, 900002);
  const approval = head.getByRole('region', { name: 'Approval' });
  await expect(approval).toContainText('Say who reads the books.');
  await approval.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(approval).toContainText('Waiting');
  await leader.reload();
  await leader.getByRole('button', { name: 'Approve the plan' }).click();
  await expect(leader.getByRole('region', { name: 'Approval' })).toContainText('Approved');
  await head.reload();
  await head.getByRole('button', { name: 'Go on to implementing' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  await expect(head.locator('[aria-current=step]')).toContainText('Implementing');
  // The way back, so that the plan waits again as before.
  await head.getByRole('button', { name: 'Back to target setting' }).click();
  await head.getByRole('dialog').getByLabel('Reason').fill('One target is to change.');
  await head.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
  await expect(approval).toContainText('it has to be approved again');
  await approval.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(approval).toContainText('Waiting');
  await head.context().close();
  await leader.context().close();
});

test('the trust sees who carries its priorities, and takes a suggestion', async ({ page }) => {
  await signIn(page, 'trust.leader', '/trust');
  const carried = page.getByRole('region', { name: 'Reading, writing and maths for every child' });
  await expect(carried.getByRole('link', { name: 'Alder Grove Primary School' })).toBeVisible();
  await expect(carried).toContainText('Carried by no priority of');
  await expect(page.getByRole('region', { name: 'Who takes part' })).toContainText('3 of 11 schools');
  const suggestions = page.getByRole('region', { name: 'Suggestions' });
  const title = (await suggestions.getByRole('strong').first().textContent()) ?? '';
  await suggestions
    .getByRole('button', { name: /^Make it a priority/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^The plan/ }).click();
  await page.getByRole('button', { name: `Delete the priority: ${title}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the priority' }).click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(title) })).toHaveCount(0);
});

test('a trustee sees the trust’s cycle and no suggestions; a head finds nothing of it', async ({
  browser,
}) => {
  const trustee = await pageOf(browser, 'trustee', '/trust');
  await expect(trustee.getByRole('region', { name: 'Who takes part' })).toBeVisible();
  await expect(trustee.getByRole('region', { name: 'Suggestions' })).toHaveCount(0);
  await trustee.context().close();
  const head = await pageOf(browser, 'head.900001', '/trust');
  await expect(head.getByText('The trust has no cycle')).toBeVisible();
  await head.context().close();
});
