import { expect, type Page, test } from '@playwright/test';
import { type Call, caller, expectAccessible, pageOf, settled, visit } from './app';

const SCHOOL = 900002;

/** A cycle of a year long past, so that the demonstration stays as it is, which has come to its evaluation. */
async function evaluating(head: Call, leader: Call): Promise<string> {
  const begun = (await head('/cycles')).results?.map(({ academicYear }) => academicYear) ?? [];
  const start = [2015, 2017, 2019, 2021].find((year) => !begun.includes(`${year}/${year + 1}`)) ?? 2015;
  const { id: cycle } = await head('/cycles', {
    schoolUrn: SCHOOL,
    academicYear: `${start}/${start + 1}`,
  });
  const priorities: string[] = [];
  for (const title of ['Reading for pleasure', 'Attendance in key stage 1']) {
    const { id } = await head(`/cycles/${cycle}/priorities`, {
      title,
      rationale: 'It fell',
      leadRole: 'Reading lead',
    });
    priorities.push(id);
    await head(`/priorities/${id}/evidence`, { kind: 'note', label: 'Seen in a learning walk' });
    await head(`/priorities/${id}/targets`, {
      measureCode: 'KS2_READ_EXP',
      cohort: '6',
      pupilGroup: 'ALL',
      baselineValue: 60,
      baselineDate: `${start}-09-01`,
      targetValue: 70,
      dueDate: `${start + 1}-07-31`,
    });
    await head(`/priorities/${id}/actions`, {
      title: `Call home: ${title}`,
      leadRole: 'Reading lead',
      startsOn: `${start}-09-08`,
      dueOn: `${start}-12-18`,
      successCriterion: 'Every family is called',
    });
  }
  await head(`/cycles/${cycle}/stage`, { stage: 'target-setting' });
  await head(`/cycles/${cycle}/approval-request`, {});
  await leader(`/cycles/${cycle}/approval`, { outcome: 'approved' });
  await head(`/cycles/${cycle}/stage`, { stage: 'implementing' });
  const { id: visit } = await head('/checkpoints', {
    cycleId: cycle,
    type: 'book-look',
    plannedOn: '2021-06-01',
    heldOn: '2021-06-01',
    foci: priorities.map((reference) => ({
      kind: 'priority',
      reference,
      judgement: 'on-track',
      narrative: 'Pupils read with pleasure and for long.',
    })),
  });
  await head(`/checkpoints/${visit}/submission`, {});
  await head(`/checkpoints/${visit}/sign-off`, {});
  await leader(`/checkpoints/${visit}/sign-off`, {});
  await head(`/cycles/${cycle}/stage`, { stage: 'evaluating' });
  return cycle;
}

/** The evaluation of the last cycle of a school that has come so far. */
async function openEvaluation(page: Page, school: number): Promise<void> {
  await visit(page, `/schools/${school}/cycles`);
  await page
    .getByRole('row', { name: /Evaluating|Closed/ })
    .getByRole('link')
    .first()
    .click();
  await settled(page);
  await page
    .getByRole('navigation', { name: 'Evaluation and other years' })
    .getByRole('link', { name: 'Evaluation', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Evaluation/ })).toBeVisible();
  await settled(page);
}

test('what is typed of an evaluation survives a reload, and a stale save loses nothing', async ({
  browser,
}) => {
  const first = await pageOf(browser, 'head.900002');
  const second = await pageOf(browser, 'trust.leader');
  await openEvaluation(first, SCHOOL);
  await openEvaluation(second, SCHOOL);
  const mine = first.getByRole('form').last();
  const theirs = second.getByRole('form').last();
  await mine.getByLabel('What did not').fill('Half a thought');
  await first.reload();
  await settled(first);
  await expect(mine.getByLabel('What did not')).toHaveValue('Half a thought');
  await theirs.getByLabel('What to carry into the next cycle').fill('Begin before half term');
  await theirs.getByRole('button', { name: /^Save/ }).click();
  await expect(second.getByRole('status').filter({ hasText: 'Saved.' })).toHaveCount(1);
  await mine.getByRole('button', { name: /^Save/ }).click();
  await expect(mine.getByRole('alert')).toContainText('Somebody else has saved a change');
  await expect(mine.getByLabel('What did not')).toHaveValue('Half a thought');
  await expectAccessible(first);
  await mine.getByRole('button', { name: /^Take theirs for What to carry/ }).click();
  await mine.getByRole('button', { name: /^Save mine/ }).click();
  await expect(first.getByRole('status').filter({ hasText: 'Saved.' })).toHaveCount(1);
  await expect(mine.getByLabel('What to carry into the next cycle')).toHaveValue('Begin before half term');
  await expect(mine.getByLabel('What did not')).toHaveValue('Half a thought');
  await first.context().close();
  await second.context().close();
});

test('a cycle is evaluated, closed, published from, and the next begins from it', async ({ browser }) => {
  const [page, head] = await caller(browser, 'head.900002');
  const [other, leader] = await caller(browser, 'trust.leader');
  const cycle = await evaluating(head, leader);
  await other.context().close();
  await visit(page, `/cycles/${cycle}`);
  await page
    .getByRole('region', { name: 'Stage' })
    .getByRole('link', { name: /Attendance.*has no evaluation/ })
    .click();
  const title = page.getByRole('heading', { level: 2, name: 'Attendance in key stage 1' });
  await expect(title).toBeFocused();
  const closing = page.getByRole('region', { name: 'How far it is' });
  await expect(closing).toContainText('0 of 2 priorities evaluated');
  const priority = page.getByRole('region', { name: 'Attendance in key stage 1' });
  const form = priority.getByRole('form');
  await form.getByLabel('Judgement').selectOption('Partly achieved');
  await form.getByRole('button', { name: /^Save/ }).click();
  await expect(form.getByRole('alert')).toContainText('20 characters');
  await form.getByLabel('What worked').fill('Calls on the first day of absence have become a habit.');
  await form.getByRole('button', { name: /^Save/ }).click();
  await expect(closing).toContainText('1 of 2 priorities evaluated');
  await expect(title).toBeFocused();
  await form.getByRole('button', { name: /^Carry forward/ }).click();
  await expect(form.getByRole('button', { name: /Carried forward/ })).toHaveAttribute('aria-pressed', 'true');
  await priority.getByRole('button', { name: /^Carry forward : Call home/ }).click();
  const reading = page.getByRole('region', { name: 'Reading for pleasure' });
  await reading.getByLabel('Judgement').selectOption('Not achieved');
  await reading.getByLabel('What did not').fill('Books came in spring, when the year was half over.');
  await reading.getByRole('button', { name: /^Save/ }).click();
  await expect(closing).toContainText('2 of 2 priorities evaluated');
  await closing.getByRole('link', { name: /Call home: Reading.*still open/ }).click();
  await expect(
    page.getByRole('heading', { level: 4, name: 'Call home: Reading for pleasure' }),
  ).toBeFocused();
  await reading.getByRole('button', { name: /^Drop/ }).click();
  await expect(closing.getByText('Missing before the cycle can close')).toHaveCount(0);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^evaluation-\d{4}-\d{4}-900002\.pdf$/);
  await closing.getByRole('button', { name: 'Close the cycle' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the cycle' }).click();
  await expect(page.getByText('The cycle is closed: its evaluation can only be read.')).toBeVisible();
  await expect(page.getByRole('form')).toHaveCount(0);
  await priority.getByRole('button', { name: /^Publish as good practice/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish as good practice' });
  const entry = `Calls on the first day ${Date.now()}`;
  await dialog.getByLabel('Title').fill(entry);
  await dialog.getByLabel('What came of it').fill('Fewer absences of a single day.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible();
  await page.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Only a trial.');
  await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click();
  await expect(page.getByText('Only a trial.').first()).toBeVisible();
  await page.goBack();
  await settled(page);
  await page.getByRole('button', { name: /^Begin \d{4}\/\d{4} from this evaluation/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: '1. Attendance in key stage 1' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 4, name: /^Call home: Attendance/ })).toBeVisible();
  await page.getByRole('link', { name: 'From the evaluation of the year before' }).click();
  await expect(title).toBeFocused();
  await expect(closing.getByRole('link', { name: /^The cycle of/ })).toBeVisible();
  await page.context().close();
});

test('a committee member reads the judgements and not the words, and a head finds good practice of others', async ({
  browser,
}) => {
  const member = await pageOf(browser, 'committee.900001');
  await openEvaluation(member, 900001);
  await expect(member.getByText('The words are for those who work on the cycle').first()).toBeVisible();
  await expect(member.getByRole('form')).toHaveCount(0);
  await expectAccessible(member);
  await member.context().close();
  const head = await pageOf(browser, 'head.900002', '/good-practice');
  await head.getByLabel('Search').fill('read aloud');
  const found = head.getByRole('article', { name: /^Reading aloud/ });
  await expect(found).toContainText('Alder Grove');
  await found.getByRole('link', { name: /^Reading aloud/ }).click();
  await settled(head);
  await expect(head.getByRole('link', { name: 'Its evaluation' })).toHaveCount(0);
  await expect(head.getByRole('button', { name: 'Retire' })).toHaveCount(0);
  await head.goBack();
  await head.getByLabel('Search').fill('nothing of the kind');
  await expect(head.getByText('No such good practice')).toBeVisible();
  await head.context().close();
});
