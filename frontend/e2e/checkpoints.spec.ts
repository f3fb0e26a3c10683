import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

const NARRATIVE = 'Pupils read aloud with confidence and ask about words.';

/** Begins the notes of a visit on the page of a school's cycle; their address. */
async function begun(page: Page, school: number): Promise<string> {
  await visit(page, `/schools/${school}/cycles`);
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await settled(page);
  await page.getByRole('button', { name: 'Begin a checkpoint' }).click();
  await expect(page.getByRole('form', { name: 'Notes' })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function leaveOutAllButOne(page: Page): Promise<void> {
  const out = page.getByRole('button', { name: /^Leave out/ });
  while ((await out.count()) > 1) {
    await out.last().click();
  }
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
}

test('a system leader starts the notes of a visit two clicks from home', async ({ page }) => {
  await signIn(page, 'system.leader');
  await page.getByRole('button', { name: 'Begin a checkpoint' }).click();
  await page.getByLabel('All in all').fill('Calm and purposeful lessons');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('All in all')).toHaveValue('Calm and purposeful lessons');
  await expect(page.getByRole('checkbox', { name: /I came as the visitor/ })).toBeChecked();
  await page.getByRole('button', { name: 'Submit for signatures' }).click();
  await expect(page.getByRole('alert')).toContainText('Say on which day it was held');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete the draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the draft' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Priorities' })).toBeVisible();
});

test('a note becomes an action in two clicks, and what was shown is kept with it', async ({ page }) => {
  await signIn(page, 'head.900001');
  await begun(page, 900001);
  await leaveOutAllButOne(page);
  const note = `Observe the teaching of inference ${Date.now()}`;
  await page.getByLabel('Narrative').fill(note);
  await page.getByRole('button', { name: /^Next step/ }).click();
  await expect(page.getByRole('dialog').getByLabel('What is done')).toHaveValue(note);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Agree' }).click();
  const agreed = page.getByRole('region', { name: 'What was agreed' });
  await expect(agreed.getByRole('link', { name: note })).toBeVisible();
  await page.getByRole('button', { name: /^Evidence for the whole visit/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What was seen, or what it shows').fill('Twelve books');
  await dialog.getByLabel('File').setInputFiles({
    name: 'run.exe',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('MZ'),
  });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('run.exe');
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'books.txt', mimeType: 'text/plain', buffer: Buffer.from('Twelve books') });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const shown = page.getByRole('list', { name: 'Evidence: the whole visit' });
  await expect(shown).toContainText('Twelve books');
  const arriving = page.waitForEvent('download');
  await shown.getByRole('button', { name: 'books.txt' }).click();
  expect((await arriving).suggestedFilename()).toBe('books.txt');
  await expectAccessible(page);
  await agreed.getByRole('link', { name: note }).click();
  await settled(page);
  await expect(page.getByRole('heading', { name: note })).toBeVisible();
  await page.goBack();
  await agreed.getByRole('button', { name: /^Take back/ }).click();
  await expect(agreed.getByRole('link', { name: note })).toHaveCount(0);
  await shown.getByRole('button', { name: /^Take away/ }).click();
  await expect(shown).toHaveCount(0);
  // What belongs to a part that is left out afterwards is not lost with it.
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Evidence for/ })
    .click();
  await dialog.getByLabel('What was seen, or what it shows').fill('Four of twelve books');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('article')).toContainText('Four of twelve books');
  await page.getByRole('button', { name: /^Leave out/ }).click();
  await expect(shown).toContainText('Four of twelve books');
});

test('without a connection the notes go on, and are saved when it is back', async ({ browser }) => {
  const page = await pageOf(browser, 'head.900001');
  const context = page.context();
  const path = await begun(page, 900001);
  await saved(page);
  await context.setOffline(true);
  await page.getByLabel('All in all').fill('Written in the basement');
  await expect(page.getByRole('status').filter({ hasText: 'Kept on this device' })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('textbox', { name: 'Title' }).fill('Basement walk');
  await context.setOffline(false);
  await saved(page);
  const other = await pageOf(browser, 'deputy.900001', path);
  await expect(other.getByLabel('All in all')).toHaveValue('Written in the basement');
  await expect(other.getByRole('textbox', { name: 'Title' })).toHaveValue('Basement walk');
  await other.context().close();
  await context.close();
});

test('what this device alone has survives closing the page', async ({ page, context }) => {
  await signIn(page, 'head.900001');
  const path = await begun(page, 900001);
  await saved(page);
  await page.route('**/api/v1/checkpoints/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.getByLabel('All in all').fill('Not sent yet');
  await expect(page.getByRole('status').filter({ hasText: 'Kept on this device' })).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto(path);
  await expect(again.getByLabel('All in all')).toHaveValue('Not sent yet');
  await saved(again);
});

test('two people write in one checkpoint, and nothing that either wrote is lost', async ({ browser }) => {
  const first = await pageOf(browser, 'head.900001');
  const path = await begun(first, 900001);
  await leaveOutAllButOne(first);
  await saved(first);
  const second = await pageOf(browser, 'deputy.900001', path);
  await second.context().setOffline(true);
  await second.getByLabel('Narrative').fill('The deputy saw group work');
  await second.getByLabel('Judgement').selectOption('at-risk');
  await first.getByLabel('Narrative').fill('The head saw quiet reading');
  await first.getByRole('textbox', { name: 'Title' }).fill('Two of us');
  await saved(first);
  await second.context().setOffline(false);
  const choice = second.getByRole('alert').filter({ hasText: 'Somebody else has written here too' });
  await expect(choice).toContainText('The head saw quiet reading', { timeout: 20_000 });
  await expect(second.getByLabel('Narrative')).toHaveValue('The deputy saw group work');
  await expect(second.getByRole('textbox', { name: 'Title' })).toHaveValue('Two of us');
  await expectAccessible(second);
  await choice.getByRole('button', { name: /^Keep mine/ }).click();
  await saved(second);
  await second.reload();
  await expect(second.getByLabel('Narrative')).toHaveValue('The deputy saw group work');
  await expect(second.getByLabel('Judgement')).toHaveValue('at-risk');
  await first.context().close();
  await second.context().close();
});

test('what comes too late to be saved can still be read', async ({ browser }) => {
  const first = await pageOf(browser, 'head.900001');
  const path = await begun(first, 900001);
  await leaveOutAllButOne(first);
  await first.getByLabel('Held on').fill(await first.getByLabel('Planned for').inputValue());
  await first.getByLabel('Judgement').selectOption('on-track');
  await first.getByLabel('Narrative').fill(NARRATIVE);
  await saved(first);
  const second = await pageOf(browser, 'deputy.900001', path);
  await second.context().setOffline(true);
  await second.getByLabel('All in all').fill('Written on the train');
  await first.getByRole('button', { name: 'Submit for signatures' }).click();
  await expect(first.getByText('Nobody has signed yet.')).toBeVisible();
  await second.context().setOffline(false);
  const late = second.getByRole('region', { name: 'What you wrote has come too late to be saved' });
  await expect(late).toContainText('Written on the train', { timeout: 20_000 });
  await expectAccessible(second);
  await first.context().close();
  await second.context().close();
});

test('two people sign, and then a head cannot change it in any way', async ({ browser }) => {
  const head = await pageOf(browser, 'head.900001');
  const path = await begun(head, 900001);
  await leaveOutAllButOne(head);
  await head.getByLabel('Held on').fill(await head.getByLabel('Planned for').inputValue());
  await head.getByLabel('Judgement').selectOption('on-track');
  await head.getByLabel('Narrative').fill(NARRATIVE);
  await head.getByRole('button', { name: 'Submit for signatures' }).click();
  await head.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(head.getByText('You have signed.')).toBeVisible();
  const leader = await pageOf(browser, 'trust.leader', '/checkpoints?show=to-sign');
  await visit(leader, path);
  await leader.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(leader.getByText('Signed off')).toBeVisible();
  await leader.context().close();
  await head.reload();
  await expect(head.getByText('Signed off')).toBeVisible();
  await expect(head.locator('main').getByRole('textbox')).toHaveCount(2);
  await expect(head.getByLabel('Add to it')).toBeVisible();
  await expect(head.getByLabel('Comment', { exact: true })).toBeVisible();
  await expect(head.getByRole('button', { name: /Sign$|Return|Delete|Submit/ })).toHaveCount(0);
  const id = path.split('/').at(-1);
  const requests = head.waitForRequest((request) => request.url().includes('/api/v1/'));
  await head.reload();
  const token = (await (await requests).allHeaders()).authorization ?? '';
  for (const [method, address, data] of [
    ['PATCH', '', { summary: 'All well' }],
    ['DELETE', '', undefined],
    ['POST', '/submission', {}],
    ['POST', '/sign-off', {}],
    ['POST', '/return', { reason: 'I changed my mind' }],
  ] as const) {
    const answer = await head.request.fetch(`/api/v1/checkpoints/${id}${address}`, {
      method,
      headers: {
        Authorization: token,
        'If-Match': '*',
        'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
      },
      data: data === undefined ? undefined : JSON.stringify(data),
    });
    expect(answer.status(), `${method} ${address}`).toBe(409);
  }
  await head.getByLabel('Add to it').fill('The books have come since.');
  await head.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(head.getByText(/^Addition by/)).toBeVisible();
  await expectAccessible(head);
  await head.context().close();
});

test('a committee member sees that there was a checkpoint, and how it judged', async ({ page }) => {
  await signIn(page, 'committee.900001', '/checkpoints?show=signed-off');
  await page
    .getByRole('link', { name: /^School improvement visit/ })
    .first()
    .click();
  await expect(page.getByText('This is the assurance view')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Teacher of year 3');
  await expect(page.locator('main')).not.toContainText('Books of year 6');
  await expectAccessible(page);
});

test('the pages of checkpoints are accessible and fit, in light and dark', async ({ browser }) => {
  const page = await pageOf(browser, 'head.900001', '/checkpoints');
  await page
    .getByRole('link', { name: /^School improvement visit/ })
    .first()
    .click();
  await settled(page);
  const signed = new URL(page.url()).pathname;
  await visit(page, '/checkpoints?show=draft');
  await page
    .getByRole('link', { name: /^Pupil progress meeting/ })
    .first()
    .click();
  await settled(page);
  const draft = new URL(page.url()).pathname;
  for (const path of ['/checkpoints', signed, draft, '/learning']) {
    await visit(page, path);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [1366, 820, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  }
  await page.context().close();
});

test('a note becomes a small improvement in two clicks, is kept, and is found in the learning log', async ({
  page,
}) => {
  await signIn(page, 'head.900001');
  await begun(page, 900001);
  await leaveOutAllButOne(page);
  const stamp = String(Date.now());
  await page.getByLabel('Narrative').fill(`Corrections are rarely followed up ${stamp}`);
  await page.getByRole('button', { name: /^Small improvement for/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What was noticed')).toHaveValue(
    `Corrections are rarely followed up ${stamp}`,
  );
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('What is changed').fill(`Time for corrections ${stamp}`);
  await dialog.getByLabel('Expected effect').fill('Nearly all are done');
  await dialog.getByLabel('Expected by').fill('2027-03-31');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await visit(page, `/learning?search=correcting%20${stamp}`);
  const found = page.getByRole('article', { name: `Time for corrections ${stamp}` });
  await found.getByRole('button', { name: /^Keep or drop/ }).click();
  await dialog.getByLabel('Effect seen').fill('All are done');
  await dialog.getByLabel('Reason').fill('It works');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(found.getByText('Kept').first()).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expectAccessible(page);
});
