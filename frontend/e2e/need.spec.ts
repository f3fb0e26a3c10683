import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { DelegationRule } from '../src/api/types.gen';
import { caller, expectAccessible, pageOf, settled, visit } from './app';

const OPINION = 'The board would rather see the results of the autumn first.';
const WHY = 'Half of the teachers are new, and this term has just begun.';

/** Counts what is pressed. */
function counted(page: Page) {
  let clicks = 0;
  return {
    click: async (locator: ReturnType<Page['locator']>) => {
      await locator.click();
      clicks++;
      await settled(page);
    },
    clicks: () => clicks,
  };
}

test('a trust leader comes from home by the worst cell to its evidence in three clicks', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'trust.leader');
  const { click, clicks } = counted(page);
  await click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Need' }));
  const worst = page.locator('.heat-map tbody tr').first().locator('a.heat.bad').first();
  const said = (await worst.textContent()) ?? '';
  expect(said).toMatch(/■ High/);
  await click(worst);
  const indicator = page.locator('li:focus');
  await expect(indicator).toContainText('High');
  await click(indicator.getByRole('link').first());
  expect(clicks()).toBe(3);
  await expect(page).toHaveURL(/\/(outcomes|attendance|inspections|cycles)/);
});

test('what is shown is in the address, and comes as CSV', async ({ browser }) => {
  const page = await pageOf(browser, 'trustee', '/heat-map?view=table');
  await page.getByLabel('Level').selectOption('targeted');
  await expect(page).toHaveURL(/level=targeted/);
  await page.reload();
  await settled(page);
  const rows = page.locator('.heat-map tbody tr');
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(0);
  for (const row of await rows.all()) {
    await expect(row).toContainText('Targeted');
  }
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = readFileSync(await (await loading).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(file[0]).toContain('School,Level,Score,');
  expect(file.length).toBe(shown + 1);
});

test('an indicator is followed over the terms', async ({ browser }) => {
  const page = await pageOf(browser, 'trust.leader', '/heat-map');
  await page
    .getByLabel('Show', { exact: true })
    .selectOption({ label: 'Persistent absence, over the terms' });
  await expect(page.getByRole('columnheader', { name: /summer/ }).first()).toBeVisible();
  await expect(page.getByRole('columnheader')).not.toHaveCount(4);
  await page.locator('.heat-map a.heat').last().click();
  await settled(page);
  await expect(page.locator('li:focus')).toContainText('Persistent absence');
});

/** The board is consulted on moderations by two levels from today on; where it is already, nothing changes. */
async function consultTheBoard(browser: Browser): Promise<void> {
  const [page, call] = await caller(browser, 'administrator');
  const { rules } = (await call('/delegation')) as unknown as { rules: DelegationRule[] };
  const decision = 'need-by-two-levels';
  if (rules.some((rule) => rule.decision === decision && rule.consulted.length === 0)) {
    await call('/delegation/versions', {
      decision,
      decides: 'second-trust-leader',
      recommends: 'trust-leader',
      consulted: ['trust-board'],
      informed: ['academy-committee', 'trust-board'],
      validFrom: new Date().toISOString().slice(0, 10),
      reason: 'Adopted by the board, which wants to be asked',
    });
  }
  await page.context().close();
}

test('by two levels a moderation waits for a second leader, and the board is consulted before', async ({
  browser,
}) => {
  await consultTheBoard(browser);
  const school = '/schools/900010/need';
  const leader = await pageOf(browser, 'trust.leader', school);
  const computed = leader.locator('.counts div').filter({ hasText: 'Computed level' }).locator('dd');
  const far = (await computed.textContent()) === 'Intensive' ? 'universal' : 'intensive';
  await leader.getByRole('button', { name: 'Set another level' }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByLabel('Level').selectOption(far);
  await dialog.getByLabel('Why').fill('Too short');
  const ask = dialog.getByRole('button', { name: /Ask for it|Set the level/ });
  const two = (await ask.textContent()) === 'Ask for it';
  await ask.click();
  await expect(dialog).toContainText('20 characters or more why');
  await dialog.getByLabel('Why').fill(WHY);
  await ask.click();
  await expect(dialog).toHaveCount(0);
  const moderation = leader.getByRole('region', { name: 'Moderation' });
  await expect(moderation).toContainText(WHY);
  if (two) {
    await expect(moderation).toContainText('Waits for approval');
    await expect(moderation).toContainText('Consulted: Trust board. Nobody has said anything yet.');
    const trustee = await pageOf(browser, 'trustee');
    const asked = trustee
      .getByRole('region', { name: 'My work' })
      .getByRole('listitem')
      .filter({ hasText: 'Your opinion' });
    await asked.getByRole('link').click();
    await trustee.getByRole('button', { name: 'Say what you think' }).click();
    await trustee.getByRole('dialog').getByLabel('Your opinion').fill(OPINION);
    await expectAccessible(trustee);
    await trustee.getByRole('dialog').getByRole('button', { name: 'Say it' }).click();
    await expect(trustee.getByRole('region', { name: 'Opinions' }).first()).toContainText(OPINION);
    await visit(trustee, '/');
    await expect(asked).toHaveCount(0);
    await trustee.context().close();
    const second = await pageOf(browser, 'trust.leader.2');
    const entry = second
      .getByRole('region', { name: 'My work' })
      .getByRole('listitem')
      .filter({ hasText: WHY });
    await entry.getByRole('button', { name: /^Approve the level/ }).click();
    await expect(entry).toHaveCount(0);
    await second.context().close();
    await leader.reload();
    await settled(leader);
  }
  await expect(moderation).toContainText('Counts');
  if (two) {
    await expect(moderation).toContainText(OPINION);
  }
  await visit(leader, '/heat-map');
  await leader.getByRole('button', { name: 'Compute now' }).click();
  await expect(leader.getByRole('button', { name: 'Compute now' })).toBeEnabled();
  await visit(leader, school);
  await expect(leader.getByRole('region', { name: /^Need in/ })).toContainText(new RegExp(`have set ${far}`));
  await expect(moderation).toContainText(WHY);
});

test('everybody with a role reads the method, and a head nothing of other schools', async ({ browser }) => {
  const clerk = await pageOf(browser, 'clerk', '/need/method');
  await expect(clerk.getByRole('row', { name: /^Universal/ })).toContainText('3');
  await expect(clerk.getByRole('row', { name: /^Absence/ })).toContainText('5.0%');
  const head = await pageOf(browser, 'head.900001', '/heat-map');
  await expect(head.locator('.heat-map tbody tr')).toHaveCount(1);
  await visit(head, '/schools/900001/need');
  await expect(head.getByRole('button', { name: 'Set another level' })).toHaveCount(0);
  await expect(head.getByRole('region', { name: 'How it is supported' })).toContainText('days of support');
});
