import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Call, caller, expectAccessible, pageOf, settled, visit } from './app';

const NAME = `Committee of packs ${Date.now()}`;
const QUESTION = `How many pupils read at home in ${Date.now()}?`;

/** A day so many days from today, as the API writes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function personOf(call: Call, username: string): Promise<string> {
  const found = (await call(`/people?search=${username}&pageSize=200`)) as unknown as {
    results: { id: string; username: string }[];
  };
  return found.results.find((person) => person.username === username)?.id ?? '';
}

/** A committee of a school with a member and a clerk. */
async function seated(browser: Browser): Promise<{ committeeId: string; leader: string }> {
  const [page, call] = await caller(browser, 'administrator');
  const schools = [{ schoolUrn: 900001, from: '2024-09-01' }];
  const { id: committeeId } = await call('/committees', { kind: 'development', name: NAME, schools });
  for (const [username, role] of [
    ['committee.900001', 'committee-member'],
    ['clerk', 'clerk'],
  ] as const) {
    const personId = await personOf(call, username);
    await call('/memberships', { personId, role, scope: 'committee', committeeId, from: '2024-09-01' });
  }
  const leader = await personOf(call, 'trust.leader');
  await page.context().close();
  return { committeeId, leader };
}

/** What waits for somebody now. */
async function work(page: Page) {
  await page.reload();
  await settled(page);
  return page.getByRole('region', { name: 'My work' });
}

test('a clerk builds a pack in three clicks, a member opens it in one and its PDF in two, and it stays as it is', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const { committeeId, leader } = await seated(browser);
  const [clerk, call] = await caller(browser, 'clerk');
  const meeting = async (days: number) =>
    (
      await call('/meetings', {
        committeeId,
        terms: { day: inDays(days), startsAt: '17:30', minutes: 90, place: 'Library' },
      })
    ).id;
  const first = await meeting(3);
  // Three clicks: the meeting, what builds its pack, and the confirmation.
  await (await work(clerk)).locator(`a[href="/meetings/${first}"]`).click();
  await settled(clerk);
  await expect(clerk.getByText('No pack has been built yet.')).toBeVisible();
  await clerk.getByRole('button', { name: 'Build the pack' }).click();
  await expect(clerk.getByRole('dialog')).toBeVisible();
  await expectAccessible(clerk);
  await clerk.getByRole('dialog').getByRole('button', { name: 'Build the pack' }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: /^Pack for the meeting of/ })).toBeVisible();
  const path = new URL(clerk.url()).pathname;

  const [member, ask] = await caller(browser, 'committee.900001');
  await (await work(member)).locator(`a[href="${path}"]`).click();
  await settled(member);
  await expect(member.locator('main h2').first()).toHaveText('What needs the committee');
  await expect(member.getByText('The data on this page is what was frozen')).toBeVisible();
  await expect(member.getByRole('heading', { name: 'Since the pack before' })).toHaveCount(0);
  await expectAccessible(member);
  const downloading = member.waitForEvent('download');
  await member.getByRole('button', { name: /^PDF/ }).click();
  const bytes = await readFile(await (await downloading).path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const before = await member.locator('main').textContent();
  const data = JSON.stringify(await ask(`${path}/content`));
  const asked = (await ask('/challenges', {
    committeeId,
    schoolUrn: 900001,
    askedPersonId: leader,
    question: QUESTION,
    answerBy: inDays(20),
  })) as unknown as { challenge: { id: string } };
  await member.reload();
  await settled(member);
  expect(await member.locator('main').textContent()).toBe(before);
  expect(JSON.stringify(await ask(`${path}/content`))).toBe(data);
  await expect(member.getByText(QUESTION)).toHaveCount(0);

  await visit(clerk, `/meetings/${first}`);
  await clerk.getByRole('button', { name: 'Build it anew' }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: 'Build it anew' }).click();
  await expect(clerk.getByText('pack 2', { exact: false }).first()).toBeVisible();
  await settled(clerk);
  await expect(clerk.getByText(QUESTION)).toBeVisible();
  await member.reload();
  await settled(member);
  await expect(member.getByText('A later pack was built for this meeting.', { exact: false })).toBeVisible();
  await member.getByRole('link', { name: /^Open pack 2/ }).click();
  await expect(member.getByText(QUESTION)).toBeVisible();

  const second = await meeting(10);
  const { id: next } = await call('/packs', { meetingId: second });
  await visit(member, `/packs/${next}`);
  const since = member.getByRole('region', { name: 'Since the pack before' });
  await expect(
    since.getByText('Nothing that packs are compared by has changed', { exact: false }),
  ).toBeVisible();
  await expect(since.getByRole('link', { name: /^Pack 2 for the meeting of/ })).toBeVisible();
  await visit(member, `/committees/${committeeId}`);
  await expect(member.getByRole('link', { name: /^Pack 2 for the meeting/ })).toBeVisible();

  const stranger = await pageOf(browser, 'head.900001', path);
  await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(stranger.getByText('What needs the committee')).toHaveCount(0);
  await expect(stranger.getByText(NAME)).toHaveCount(0);
  await expectAccessible(stranger);
  await visit(member, `/challenges/${asked.challenge.id}`);
  await member.getByRole('button', { name: 'Withdraw' }).click();
  await member.getByRole('dialog').getByLabel('Reason').fill('It is answered by the new pack');
  await member.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(member.getByRole('dialog')).toHaveCount(0);
  for (const id of [first, second]) {
    await visit(clerk, `/meetings/${id}`);
    await clerk.getByRole('button', { name: 'Cancel the meeting' }).click();
    await clerk.getByRole('dialog').getByLabel('Reason').fill('It was one too many');
    await clerk.getByRole('dialog').getByRole('button', { name: 'Cancel the meeting' }).click();
    await expect(clerk.getByRole('dialog')).toHaveCount(0);
  }
});
