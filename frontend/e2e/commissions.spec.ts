import { type Browser, expect, type Page, test } from '@playwright/test';
import { caller, expectAccessible, pageOf, settled, visit } from './app';

const WHAT = 'Teachers of year 2 plan writing together, and read each other’s books.';
const SAID = 'Writing is planned together each week, and the books show it.';
const GAINED = 'The way in which they moderate writing is used in our school now.';

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

async function choose(page: Page, button: string, fields: Record<string, string>, action: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label);
    if (await field.evaluate((element) => element.tagName === 'SELECT')) {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await settled(page);
}

test('a trust leader commissions support from a need in four clicks, and it goes on to what came of it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const leader = await pageOf(browser, 'trust.leader');
  const { click, clicks } = counted(leader);
  await click(leader.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Need' }));
  await click(leader.locator('.heat-map').getByRole('link', { name: 'Birch Hill Primary School' }).first());
  await click(leader.getByRole('link', { name: /^Ask for support/ }));
  await leader.getByLabel('What the supporter has to be good at').selectOption({ label: 'Writing' });
  await leader.getByLabel('What is to be different afterwards').fill(WHAT);
  const preview = leader.getByRole('region', { name: 'Who can give it' });
  const best = preview.getByRole('button', { name: /^Ask / }).first();
  await expect(preview.getByText('Best match').first()).toBeVisible();
  await preview.getByText('Why', { exact: true }).first().click();
  await expectAccessible(leader);
  await click(best);
  expect(clicks()).toBe(4);
  await expect(leader.getByRole('heading', { name: 'How far it is' })).toBeVisible();
  const path = new URL(leader.url()).pathname;
  await expect(leader.locator('[aria-current=step]')).toHaveText('Matched');

  const head = await pageOf(browser, 'head.900002', path);
  await head.getByRole('button', { name: 'Recommend it for approval' }).click();
  await expect(head.getByText('Asked for by')).toBeVisible();

  await leader.reload();
  await settled(leader);
  await leader.getByRole('button', { name: 'Approve the support' }).click();
  await expect(leader.locator('[aria-current=step]')).toHaveText('Approved');

  await head.reload();
  await settled(head);
  await choose(
    head,
    'Write down what is agreed',
    { 'What each does': 'Two mornings; the writing lead is there each time.' },
    'Save',
  );
  await goesOn(browser, head, path);
});

/** From the agreement to the end: the supporter accepts, gives a day, and both say what came of it. */
async function goesOn(browser: Browser, head: Page, path: string) {
  const giver = await supporter(browser, head, path);
  await giver.getByRole('button', { name: 'Accept it' }).click();
  await expect(giver.locator('[aria-current=step]')).toHaveText('Under way');
  await choose(
    giver,
    'Log days',
    { 'How many': '1', 'What was done': 'Read books with the writing lead.' },
    'Log',
  );
  await expect(giver.getByText('Read books with the writing lead.')).toBeVisible();
  await choose(
    giver,
    'Say what you gained',
    { 'How much was gained': '3', 'In your words': GAINED },
    'Save for good',
  );
  await head.reload();
  await settled(head);
  await choose(
    head,
    'Say what is different',
    { 'How much is different': '3', 'In your words': SAID },
    'Save for good',
  );
  await head.getByRole('button', { name: 'Complete it' }).click();
  await expect(head.locator('[aria-current=step]')).toHaveText('Completed');
  await expectAccessible(head);
  await visit(head, '/schools/900002');
  const sheet = head.getByRole('region', { name: 'Support', exact: true });
  await expect(sheet.getByText('what was hoped for').first()).toBeVisible();
}

/** Whoever was chosen, signed in. */
async function supporter(browser: Browser, head: Page, path: string): Promise<Page> {
  const name = (await head.locator('.page-head p').first().textContent()) ?? '';
  const account = /deputy/i.test(name) ? 'deputy.900001' : 'system.leader';
  return pageOf(browser, account, path);
}

test('outside the trust needs a reason, and the list of who was inside', async ({ browser }) => {
  const [page, call] = await caller(browser, 'trust.leader');
  const outside = await call('/commissions?status=active&schoolUrn=900002');
  const found = (outside.results ?? []) as unknown as { id: string; partnerId?: string }[];
  const { id = '' } = found.find(({ partnerId }) => partnerId) ?? {};
  await visit(page, `/commissions/${id}`);
  await expect(page.getByRole('heading', { name: 'Inside first' })).toBeVisible();
  await expect(page.getByText('Why from outside')).toBeVisible();
  await expect(page.getByText('£1,350').first()).toBeVisible();
  await expectAccessible(page);
  const member = await pageOf(browser, 'trustee', `/commissions/${id}`);
  await expect(member.getByText('Why from outside')).toBeVisible();
  await expect(member.getByRole('heading', { name: 'Inside first' })).toHaveCount(0);
  await expect(member.getByRole('button', { name: 'Propose a change' })).toHaveCount(0);
});

test('who supports whom is a picture and a table', async ({ browser }) => {
  const page = await pageOf(browser, 'trust.leader', '/support');
  await expect(page.getByRole('img', { name: /give support/ })).toBeVisible();
  const links = page.getByRole('table', { name: /From whom, for whom/ });
  await expect(links).toContainText('Birch Hill Primary School');
  await expect(links).toContainText('from outside');
  const schools = page.getByRole('table', { name: /Days of support by school/ });
  await expect(schools.getByRole('row')).toHaveCount(12);
  await expect(page.getByText('£1,350').first()).toBeVisible();
});

test('partners are kept by trust leaders, and read by heads', async ({ browser }) => {
  const head = await pageOf(browser, 'head.900001', '/partners');
  await expect(head.getByRole('article', { name: 'Demonstration phonics hub' })).toContainText(
    'Due diligence until',
  );
  await expect(head.getByRole('button', { name: 'Add a partner' })).toHaveCount(0);
});
