import { expect, type Page, test } from '@playwright/test';
import { caller, expectAccessible, pageOf, settled, visit } from './app';

const NAME = `Committee of a year ${Date.now()}`;
const QUESTION = `Why do fewer pupils reach the standard in writing than in ${Date.now()}?`;

/** A day so many days from today, as the API writes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function openCommittee(page: Page): Promise<void> {
  await visit(page, '/committees');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await settled(page);
}

async function plan(page: Page, day: string): Promise<void> {
  await openCommittee(page);
  await page.getByRole('button', { name: 'Plan a meeting' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Day').fill(day);
  await dialog.getByLabel('Place').fill('Library');
  await dialog.getByRole('button', { name: 'Plan' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('table', { name: 'The latest first' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Prepare the agenda' }).click();
  await expect(page.getByText('Declarations of interest', { exact: true })).toBeVisible();
}

async function answer(page: Page, text: string): Promise<void> {
  await visit(page, '/');
  await page.getByRole('region', { name: 'My work' }).getByRole('link', { name: QUESTION }).click();
  await page.getByRole('button', { name: /^(Answer|Add to the answer)$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Answer').fill(text);
  await dialog.getByRole('button', { name: 'Answer' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(text)).toBeVisible();
}

test('a committee’s year: seats, agenda, challenge, answer, minutes, and a term that ends', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [administrator, call] = await caller(browser, 'administrator');
  await visit(administrator, '/committees');
  await administrator.getByRole('button', { name: 'Create a committee' }).click();
  const creating = administrator.getByRole('dialog');
  await creating.getByLabel('Name').fill(NAME);
  await creating.getByLabel('Birch Hill Primary School').check();
  await creating.getByLabel('It looks after them from').fill('2024-09-01');
  await expectAccessible(administrator);
  await creating.getByRole('button', { name: 'Create' }).click();
  await expect(creating).toHaveCount(0);
  await openCommittee(administrator);
  await administrator.getByRole('button', { name: 'Change the committee' }).click();
  const changing = administrator.getByRole('dialog');
  await expect(changing.getByLabel('Birch Hill Primary School')).toBeChecked();
  await changing.getByLabel('So many days before').fill('60');
  await expectAccessible(administrator);
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing).toHaveCount(0);
  const committeeId = administrator.url().split('/').pop();
  const seat = async (username: string, role: string, more: object = {}) => {
    const found = (await call(`/people?search=${username}&pageSize=200`)) as unknown as {
      results: { id: string; username: string }[];
    };
    const personId = found.results.find((person) => person.username === username)?.id;
    await call('/memberships', {
      personId,
      role,
      scope: 'committee',
      committeeId,
      from: '2024-09-01',
      ...more,
    });
  };
  await seat('trustee', 'trustee');
  await seat('trustee.2', 'trustee', { until: inDays(30) });
  await seat('clerk', 'clerk');
  await visit(administrator, '/people?search=trustee.2');
  await administrator.getByRole('button', { name: /Second trustee/ }).click();
  await expect(administrator.getByRole('dialog').getByText(`Trustee, ${NAME}`)).toBeVisible();
  await administrator.context().close();

  const clerk = await pageOf(browser, 'clerk');
  await expect(
    clerk
      .getByRole('region', { name: 'My work' })
      .getByRole('link', { name: 'Term of office of Second trustee' })
      .first(),
  ).toBeVisible();
  await openCommittee(clerk);
  await expect(clerk.getByRole('heading', { name: 'Terms of office that end soon' })).toBeVisible();
  await clerk.getByRole('button', { name: 'Office of Trustee of the trust' }).click();
  await clerk.getByRole('dialog').getByLabel('Office').selectOption('chair');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(clerk.getByRole('dialog')).toHaveCount(0);
  await clerk.getByRole('button', { name: 'Record an interest' }).click();
  await clerk.getByRole('dialog').getByLabel('Who declares it').selectOption({ label: 'Second trustee' });
  await clerk.getByRole('dialog').getByLabel('Interest').fill('Governor of a school nearby');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(clerk.getByRole('dialog')).toHaveCount(0);
  await expect(clerk.getByRole('cell', { name: 'Governor of a school nearby', exact: true })).toBeVisible();
  await expectAccessible(clerk);
  await plan(clerk, inDays(-1));
  const first = clerk.url();

  const member = await pageOf(browser, 'trustee.2');
  await openCommittee(member);
  await member.getByRole('button', { name: 'Raise a challenge' }).click();
  const raising = member.getByRole('dialog');
  await raising.getByLabel('Question').fill(QUESTION);
  await raising.getByLabel('Who answers').selectOption({ label: 'Headteacher 900002' });
  await raising.getByLabel('Answer by').fill(inDays(10));
  await raising.getByRole('button', { name: 'Raise' }).click();
  await expect(raising).toHaveCount(0);
  await expect(member.getByRole('link', { name: QUESTION })).toBeVisible();

  const head = await pageOf(browser, 'head.900002');
  await answer(head, 'The year was small, and three pupils joined in spring.');
  await expectAccessible(head);

  const chair = await pageOf(browser, 'trustee');
  await openCommittee(chair);
  await chair.getByRole('link', { name: QUESTION }).click();
  await chair.getByRole('button', { name: 'Not satisfied' }).click();
  const judging = chair.getByRole('dialog');
  await judging.getByLabel('Reason').fill('What is done for those who are there now?');
  await judging.getByLabel('To be answered again by').fill(inDays(12));
  await judging.getByRole('button', { name: 'Not satisfied' }).click();
  await expect(judging).toHaveCount(0);
  await expect(chair.getByText('said that the committee is not satisfied')).toBeVisible();

  await clerk.getByRole('button', { name: /^Write the minutes.*Declarations/ }).click();
  await clerk.getByLabel('Minutes', { exact: true }).fill('Nobody declared an interest.');
  await clerk.getByRole('button', { name: 'Save the minutes' }).click();
  await expect(clerk.getByText('Nobody declared an interest.')).toBeVisible();
  await clerk.getByRole('button', { name: 'It was held' }).click();
  await expect(clerk.getByText('The minutes are a draft', { exact: false })).toBeVisible();

  await plan(clerk, inDays(0));
  const agenda = clerk.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByText(`Challenge: ${QUESTION}`, { exact: true })).toBeVisible();
  await expectAccessible(clerk);

  await answer(head, 'Each of them has ten minutes a day with an adult.');
  await chair.reload();
  await settled(chair);
  await chair.getByRole('button', { name: 'Satisfied', exact: true }).click();
  await chair.getByRole('dialog').getByLabel('Reason').fill('That is what we wanted to know.');
  await chair.getByRole('dialog').getByRole('button', { name: 'Satisfied' }).click();
  await expect(chair.getByRole('dialog')).toHaveCount(0);
  await expect(chair.getByText('said that the committee is satisfied')).toBeVisible();

  await visit(chair, new URL(first).pathname);
  await chair.getByRole('button', { name: 'Approve the minutes' }).click();
  await chair.getByRole('dialog').getByLabel('In the meeting of').selectOption({ index: 1 });
  await chair.getByRole('dialog').getByRole('button', { name: 'Approve the minutes' }).click();
  await expect(chair.getByRole('dialog')).toHaveCount(0);
  await expect(chair.getByText(/Minutes approved by/)).toBeVisible();
  await visit(clerk, new URL(first).pathname);
  await expect(clerk.getByRole('button', { name: /^(Write|Change) the minutes/ })).toHaveCount(0);
  await expect(clerk.getByRole('button', { name: 'Add to the minutes' })).toBeVisible();

  await visit(member, '/meetings');
  await member.getByLabel('Committee').selectOption({ label: NAME });
  await expect(member.getByRole('table', { name: 'The next one first' }).getByRole('row')).toHaveCount(2);
  await member.getByRole('button', { name: 'Past' }).click();
  const past = member.getByRole('table', { name: 'The latest first' });
  await expect(past.getByRole('row')).toHaveCount(2);
  await expect(past.getByText('Approved')).toBeVisible();
  await expect(member).toHaveURL(/show=past/);
  await past.getByRole('rowheader').getByRole('link').click();
  await expect(member).toHaveURL(first);
  await visit(member, '/challenges?status=satisfied');
  await expect(member.getByRole('link', { name: QUESTION })).toBeVisible();
  for (const path of ['/committees', '/meetings']) {
    await visit(head, path);
    await expect(head.getByText('You may not see this')).toBeVisible();
  }
  await expect(head.getByRole('link', { name: 'Meetings', exact: true })).toHaveCount(0);
});
