import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';

const PROFILE = '/api/v1/experts';

/** Changes the profile of who is signed in, as the app would; the token is that of the page. */
async function change(page: Page, authorization: string, patch: object): Promise<void> {
  const mine = await page.request.get(`${PROFILE}?mine=true`, { headers: { authorization } });
  const [{ id }] = (await mine.json()).results;
  const answer = await page.request.fetch(`${PROFILE}/${id}`, {
    method: 'PATCH',
    data: JSON.stringify(patch),
    headers: { authorization, 'If-Match': '*', 'Content-Type': 'application/merge-patch+json' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A page of its own, signed in, with the token that it sends. */
async function withToken(...[browser, account]: Parameters<typeof pageOf>): Promise<[Page, string]> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const known = page.waitForRequest('**/api/v1/me');
  await signIn(page, account);
  const { authorization = '' } = await (await known).allHeaders();
  return [page, authorization];
}

function confirmation(page: Page) {
  return page.getByRole('dialog', { name: /^Confirm the profile of/ });
}

test('what a head offers is confirmed from My work, and found by its specialism with days left', async ({
  browser,
}) => {
  const [head, token] = await withToken(browser, 'head.900001');
  await head.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Expertise' }).click();
  await settled(head);
  await head.getByRole('button', { name: 'Offer your expertise' }).click();
  const dialog = head.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Offer it' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('What you can do for another school').fill('Languages from year 3 on');
  await dialog.getByLabel('Languages', { exact: true }).check();
  await dialog.getByLabel('Days for other schools in a term').fill('3.5');
  await head.reload();
  await settled(head);
  await expect(dialog.getByText('This is what you typed before.')).toBeVisible();
  await expect(dialog.getByLabel('Languages', { exact: true })).toBeChecked();
  await expectAccessible(head);
  await dialog.getByRole('button', { name: 'Offer it' }).click();
  await expect(head.getByText('Until it is confirmed you cannot be matched')).toBeVisible();
  await expect(head.getByRole('button', { name: 'Confirm the profile' })).toHaveCount(0);
  const name = (await head.getByRole('heading', { level: 1 }).textContent()) ?? '';

  const leader = await pageOf(browser, 'trust.leader');
  await leader
    .getByRole('region', { name: 'My work' })
    .getByRole('listitem')
    .filter({ hasText: 'Offers 3.5 days in a term' })
    .getByRole('link')
    .click();
  await leader.getByRole('button', { name: 'Confirm the profile' }).click();
  await expect(confirmation(leader)).toContainText('3.5 days in a term');
  await expectAccessible(leader);
  await confirmation(leader).getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(leader.getByRole('region', { name: 'About' })).toContainText('Confirmed');
  await expect(leader.getByRole('button', { name: 'Confirm the profile' })).toHaveCount(0);
  await leader.context().close();

  const other = await pageOf(browser, 'head.900002', '/expertise');
  await other.getByLabel('Specialism').selectOption({ label: 'Languages' });
  await other.getByLabel('Days left, at least').selectOption('3');
  const people = other.getByRole('region', { name: 'People' });
  await expect(people.getByRole('row')).toHaveCount(2);
  await expect(people).toContainText('3.5 of 3.5 days left');
  await expect(other).toHaveURL(/specialism=languages/);
  await other.getByLabel('Days left, at least').selectOption('5');
  await expect(people).toContainText('Nobody like that');
  await other.goBack();
  await people.getByRole('link', { name }).click();
  await expect(other.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Days' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Conflicts of interest' })).toHaveCount(0);
  await expect(other.getByRole('region', { name: 'Absences' })).toHaveCount(0);

  await change(head, token, { offering: false });
  await other.goto('/expertise?specialism=languages');
  await settled(other);
  await expect(people).toContainText('Nobody like that');
  await other.context().close();
  await head.context().close();
});

test('more days are confirmed again by the headteacher', async ({ browser }) => {
  const [deputy, token] = await withToken(browser, 'deputy.900001');
  await visit(deputy, '/expertise');
  await deputy.getByRole('link', { name: 'Your profile' }).click();
  await settled(deputy);
  const head = await pageOf(browser, 'head.900001');
  const waits = head
    .getByRole('region', { name: 'My work' })
    .getByRole('listitem')
    .filter({ hasText: 'days in a term; say that it is so' });
  await expect(waits).toContainText('To confirm');
  await waits.getByRole('link').click();
  await head.getByRole('button', { name: 'Confirm the profile' }).click();
  await confirmation(head).getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(head.getByRole('region', { name: 'About' })).toContainText('Confirmed');
  await expect(head.getByRole('region', { name: 'Absences' })).toBeVisible();

  // The profile was confirmed since the deputy has read it: nothing typed is lost.
  await deputy.getByRole('button', { name: 'Edit your profile' }).click();
  const form = deputy.getByRole('dialog');
  await form.getByLabel('Days for other schools in a term').fill('6');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Somebody else has saved a change since you opened this.')).toBeVisible();
  await form.getByRole('button', { name: 'Save mine' }).click();
  await expect(form).toHaveCount(0);
  await expect(deputy.getByRole('region', { name: 'About' })).toContainText('Waits for its head');

  await deputy.getByRole('button', { name: 'Declare a conflict' }).click();
  await form.getByLabel('School').selectOption({ label: 'Elm Road Junior School' });
  await form.getByLabel('What it is').fill('I worked there until last year.');
  await expectAccessible(deputy);
  await form.getByRole('button', { name: 'Declare' }).click();
  const interests = deputy.getByRole('region', { name: 'Conflicts of interest' });
  await expect(interests).toContainText('I worked there until last year.');
  await deputy
    .getByRole('button', { name: /^End ?: Elm Road/ })
    .first()
    .click();
  await form.getByRole('button', { name: 'End it' }).click();
  await expect(deputy.getByRole('button', { name: /^End ?: Elm Road/ })).toHaveCount(0);
  await change(deputy, token, { daysPerTerm: 5 });
  await head.context().close();
  await deputy.context().close();
});

test('who does not work with the directory is told so', async ({ page }) => {
  await signIn(page, 'trustee', '/expertise');
  await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Expertise' }),
  ).toHaveCount(0);
});
