import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

test('anyone raises a concern two clicks from home, with six fields at most', async ({ page }) => {
  await signIn(page, 'head.900001');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Concerns' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What it is about')).toBeVisible();
  expect(await dialog.locator('select, input, textarea').count()).toBeLessThanOrEqual(6);
  await dialog.getByRole('button', { name: 'Raise it' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('What it is about').selectOption({ label: 'Behaviour' });
  await dialog.getByLabel('In a few words').fill('Noise in the corridor');
  await dialog
    .getByLabel('What gives rise to it')
    .fill('Lessons next to the hall were disturbed on four days.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Raise it' }).click();
  await expect(page.getByText(/Its reference is C-/)).toBeVisible();
  const kept = await page.evaluate(
    () => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }),
  );
  expect(kept).not.toContain('corridor');
  await page.getByRole('link', { name: 'Noise in the corridor' }).click();
  await expect(page.getByRole('heading', { name: 'Noise in the corridor' })).toBeVisible();

  await page.getByRole('button', { name: 'Severity', exact: true }).click();
  await dialog.getByLabel('How grave it is now').selectOption('low');
  await dialog.getByLabel('Why').fill('It was one class, and they have talked about it.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('↘ Improving')).toBeVisible();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await dialog.getByLabel('What happened', { exact: true }).fill('Spoke with the class');
  await dialog.getByRole('button', { name: 'Add' }).click();
  const chronology = page.getByRole('region', { name: 'Chronology' });
  await expect(chronology).toContainText('Spoke with the class');
  await expect(chronology).toContainText('Severity: moderate → low');

  await page.getByRole('button', { name: 'Add an action' }).click();
  await dialog.getByLabel('What is to be done').fill('Look at the doors');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.getByLabel('Outcome').selectOption('resolved');
  await dialog.getByLabel('What became of it').fill('The doors stay closed during lessons now.');
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('One of its actions is open');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Done: Look at the doors' }).click();
  await expect(page.getByRole('button', { name: 'Not done after all: Look at the doors' })).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.getByLabel('Outcome').selectOption('resolved');
  await dialog.getByLabel('What became of it').fill('The doors stay closed during lessons now.');
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByRole('heading', { name: 'How it ended' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('a restricted concern opens for its lead after one more proof, and is nowhere for others', async ({
  browser,
}) => {
  test.slow();
  const lead = await pageOf(browser, 'safeguarding.900001', '/concerns');
  const link = lead.getByRole('link', { name: /^Restricted concern C-/ }).first();
  await link.click();
  await expect(lead.getByRole('heading', { name: 'Prove again who you are' })).toBeVisible();
  await expectAccessible(lead);
  const path = new URL(lead.url()).pathname;
  await proveAgain(lead);
  await expect(lead.getByRole('heading', { name: 'Who needs to know' })).toBeVisible();
  await expect(lead).toHaveURL(path);
  await expect(lead).toHaveTitle(/^Concern C-[^ ]+ · Uplift$/);
  await expect(
    lead.getByRole('region', { name: 'Who has opened it' }).or(lead.getByRole('table')).first(),
  ).toBeVisible();
  await expectAccessible(lead);

  for (const account of ['trust.leader', 'head.900002', 'data.manager']) {
    const other = await pageOf(browser, account, '/concerns');
    await expect(other.getByText(/Restricted concern/)).toHaveCount(0);
    await visit(other, path);
    await expect(other.getByText('There is nothing here that you may see')).toBeVisible();
    await other.context().close();
  }
});

test('a complaint shows what is due by which school day', async ({ page }) => {
  await signIn(page, 'head.900001', '/concerns?category=parent-complaint');
  await page.getByRole('link', { name: 'A call that was not returned' }).click();
  const stages = page.getByRole('region', { name: 'Stages of the complaint' });
  await expect(stages.getByRole('heading', { name: 'Formal, in writing' })).toBeVisible();
  await expect(stages).toContainText('Acknowledge in writing');
  await expect(stages).toContainText(/Answer in writingDue/);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Outcome').selectOption('resolved');
  await dialog.getByLabel('What became of it').fill('The parent is content with the answer.');
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('last stage');
});

/** Signs in once more where a restricted concern asks for it. */
async function proveAgain(page: Page) {
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByLabel('Password', { exact: true }).fill('uplift-demo');
  await page.getByRole('button', { name: 'Sign In' }).click();
}

test('who needs to know of a concern sets the level of need, and others see no reason', async ({
  browser,
}) => {
  test.slow();
  const lead = await pageOf(browser, 'safeguarding.900001', '/concerns');
  await lead
    .getByRole('link', { name: /^Restricted concern C-/ })
    .first()
    .click();
  await proveAgain(lead);
  await expect(lead.getByRole('heading', { name: 'Who needs to know' })).toBeVisible();
  const path = new URL(lead.url()).pathname;
  await lead.getByRole('button', { name: 'Name somebody' }).click();
  const naming = lead.getByRole('dialog');
  await naming.getByLabel('Who').selectOption({ label: 'Trust leader' });
  await naming.getByLabel(/Why/).fill('Leads the trust, and decides on support');
  await naming.getByRole('button', { name: 'Name them' }).click();
  await expect(naming).toHaveCount(0);
  await lead.context().close();

  const leader = await pageOf(browser, 'trust.leader', path);
  await proveAgain(leader);
  await leader.getByRole('button', { name: 'Set the level because of this' }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByLabel('Level', { exact: true }).selectOption('targeted');
  await dialog.getByLabel('Why').fill('What we know of this needs somebody there each day.');
  await expectAccessible(leader);
  await dialog.getByRole('button', { name: 'Set the level' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(leader.getByRole('region', { name: 'Chronology' })).toContainText('somebody there each day');
  await visit(leader, '/schools/900001/need');
  await leader
    .getByRole('region', { name: 'Moderation' })
    .getByRole('link', { name: 'the restricted concern' })
    .click();
  await expect(leader).toHaveURL(path);
  await leader.context().close();

  const member = await pageOf(browser, 'committee.900001', '/schools/900001/need');
  const moderation = member.getByRole('region', { name: 'Moderation' });
  await expect(moderation).toContainText('Why is kept with those who need to know.');
  await expect(moderation).not.toContainText('Trust leader');
  await visit(member, '/schools/900001');
  await expect(member.getByRole('region', { name: 'Concerns' })).toContainText('Open');
});

test('a priority rests on a concern, which says so', async ({ browser }) => {
  const page = await pageOf(browser, 'head.900001', '/concerns');
  const concern = page.getByRole('link', { name: 'Absence on Fridays in year 5' });
  const path = (await concern.getAttribute('href')) ?? '';
  await visit(page, '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('concern');
  const offered = dialog.getByLabel('Concern').locator('option');
  await expect(offered.filter({ hasText: 'Restricted' })).toHaveCount(0);
  const named = offered.filter({ hasText: 'Absence on Fridays in year 5' });
  await dialog.getByLabel('Concern').selectOption((await named.getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await visit(page, path);
  await expect(page.getByText(/^A priority rests on this/)).toBeVisible();
});
