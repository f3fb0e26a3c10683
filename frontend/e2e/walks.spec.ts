import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

async function openCycle(page: Page): Promise<void> {
  await visit(page, '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Priorities' })).toBeVisible();
  await settled(page);
}

test('a headteacher sees the own school, and nobody else’s', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'Alder Grove Primary School' }).click();
  await page.getByRole('link', { name: 'Outcomes', exact: true }).click();
  await expect(page.getByRole('img', { name: /This school/ })).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table')).toContainText('Published');
  await expect(page).toHaveURL(/view=table/);
  await visit(page, '/schools/900002');
  await expect(page.getByRole('alert')).toContainText('There is nothing here that you may see');
});

test('nothing of another school can be opened, whatever its address', async ({ browser }) => {
  const own = await pageOf(browser, 'head.900001');
  await openCycle(own);
  const cycle = new URL(own.url()).pathname;
  const target = (await own.locator('.target a').first().getAttribute('href')) ?? '';
  await own.context().close();
  const other = await pageOf(browser, 'head.900002');
  for (const path of [
    '/schools/900001',
    '/schools/900001/outcomes',
    '/schools/900001/inspections',
    '/schools/900001/cycles',
    cycle,
    target,
  ]) {
    await visit(other, path);
    await expect(other.getByRole('alert')).toContainText('There is nothing here that you may see');
    await expect(other.locator('main')).not.toContainText('Alder Grove');
  }
  await other.context().close();
});

test('a reload keeps the page, and signing out ends the session', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/outcomes?view=table');
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page).toHaveURL(/\/schools\/900001\/outcomes\?view=table/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Username')).toBeVisible();
});

test('a headteacher adds a priority with a target and sees its status', async ({ page }) => {
  await signIn(page, 'head.900001');
  await openCycle(page);
  await page.getByRole('button', { name: 'Add a priority' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  const title = `Reading for pleasure ${Date.now()}`;
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Why this, and why now').fill('Few pupils read at home.');
  await dialog.getByLabel('Lead').fill('Reading lead');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const priority = page.getByRole('region', { name: title });
  await expect(priority).toBeVisible();
  await priority.getByRole('button', { name: 'Add a target' }).click();
  await dialog.getByLabel('Measure').selectOption('KS2_READ_EXP');
  await dialog.getByLabel('Baseline', { exact: true }).fill('40');
  await dialog.getByLabel('Baseline on').fill('2026-07-31');
  await dialog.getByLabel('Target', { exact: true }).fill('40.5');
  await dialog.getByLabel('Due on').fill('2027-07-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(priority.getByRole('article')).toContainText(/On track|At risk|Off track/);
  await expect(priority.getByRole('article')).toContainText('Actual');
  await priority.getByRole('button', { name: 'Edit the target' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete this target?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete the target' }).click();
  await expect(priority.getByText('No target yet.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await priority.getByRole('button', { name: 'Delete the priority' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the priority' }).click();
  await expect(priority).toHaveCount(0);
});

test('two people save the same target: the second keeps what was typed', async ({ browser }) => {
  // Trust leaders, who decide on plans: what a target aims at is approved with its plan.
  const first = await pageOf(browser, 'trust.leader');
  const second = await pageOf(browser, 'trust.leader.2');
  for (const page of [first, second]) {
    await openCycle(page);
    await page.getByRole('button', { name: 'Edit the target' }).first().click();
    await expect(page.getByRole('dialog').getByLabel('Measure')).toBeVisible();
  }
  const saved = first.getByRole('dialog');
  const kept = await saved.getByLabel('Target', { exact: true }).inputValue();
  const [theirs, mine] = [(Number(kept) + 0.4).toFixed(1), (Number(kept) + 0.7).toFixed(1)];
  await saved.getByLabel('Target', { exact: true }).fill(theirs);
  await saved.getByRole('button', { name: 'Save' }).click();
  await expect(saved).toHaveCount(0);
  const dialog = second.getByRole('dialog');
  await dialog.getByLabel('Target', { exact: true }).fill(mine);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Somebody else has saved a change');
  await expect(dialog.getByRole('alert')).toContainText(theirs);
  await expect(dialog.getByLabel('Target', { exact: true })).toHaveValue(mine);
  await expectAccessible(second);
  await dialog.getByLabel('Target', { exact: true }).fill(kept);
  await dialog.getByRole('button', { name: 'Save mine' }).click();
  await expect(dialog).toHaveCount(0);
  await first.context().close();
  await second.context().close();
});

test('an administrator gives a membership, which counts at once, and ends it', async ({ browser }) => {
  const newcomer = await pageOf(browser, 'nobody');
  await expect(newcomer.getByText('Ask the administrator of Uplift in your trust')).toBeVisible();
  const administrator = await pageOf(browser, 'administrator', '/people?search=nobody');
  await administrator.getByRole('button', { name: /Nobody/ }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('A school membership names a school');
  await dialog.getByLabel('URN of the school').fill('900004');
  await expect(dialog.getByText('Damson Green Primary School')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('School leader, Damson Green Primary School')).toBeVisible();
  await expectAccessible(administrator);
  await newcomer.reload();
  await expect(newcomer.getByRole('link', { name: 'Schools' })).toBeVisible();
  await dialog
    .getByRole('button', { name: /^End today/ })
    .first()
    .click();
  await administrator.getByRole('button', { name: 'End it today' }).click();
  await expect(dialog.getByRole('button', { name: /^End today/ })).toHaveCount(0);
  await newcomer.reload();
  await expect(newcomer.getByText('Ask the administrator of Uplift in your trust')).toBeVisible();
  await newcomer.context().close();
  await administrator.context().close();
});

test('without a connection the page says so and comes back', async ({ page, context }) => {
  await signIn(page, 'head.900001', '/schools');
  await context.setOffline(true);
  await page.getByLabel('Search').fill('alder');
  await expect(page.getByRole('alert')).toContainText('No connection', { timeout: 20_000 });
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Alder Grove Primary School' })).toBeVisible();
});
