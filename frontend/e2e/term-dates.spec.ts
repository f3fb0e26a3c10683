import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Call, caller, expectAccessible, pageOf, settled, signIn, visit } from './app';

type Terms = Record<'Autumn' | 'Spring' | 'Summer', [string, string, string, string]>;

const DAYS = ['First day', 'First day of half-term', 'Last day of half-term', 'Last day'] as const;

/** Terms of the academic year that starts in a calendar year. */
function termsOf(start: number): Terms {
  const next = start + 1;
  return {
    Autumn: [`${start}-09-03`, `${start}-10-25`, `${start}-10-31`, `${start}-12-18`],
    Spring: [`${next}-01-05`, `${next}-02-12`, `${next}-02-18`, `${next}-03-24`],
    Summer: [`${next}-04-11`, `${next}-05-27`, `${next}-06-02`, `${next}-07-20`],
  };
}

/** The first year of those to come of which nobody has said anything, by the calendar year in which it starts. */
async function blankYear(call: Call): Promise<number> {
  for (let start = 2031; ; start++) {
    const dates = (await call(`/term-dates?academicYear=${start}/${start + 1}`)) as unknown as {
      version: number;
    };
    if (dates.version === 0) {
      return start;
    }
  }
}

function address(start: number, school?: number): string {
  return `/term-dates?year=${start}%2F${start + 1}${school ? `&school=${school}` : ''}`;
}

async function fill(page: Page, terms: Partial<Terms>): Promise<void> {
  for (const [name, days] of Object.entries(terms)) {
    const term = page.getByRole('group', { name: `${name} term` });
    for (const [at, label] of DAYS.entries()) {
      await term.getByLabel(label, { exact: true }).fill(days[at] ?? '');
    }
  }
}

async function opened(browser: Browser, account: string): Promise<[Page, number]> {
  const [page, call] = await caller(browser, account);
  const start = await blankYear(call);
  await visit(page, address(start));
  return [page, start];
}

test('a trust sets its term dates, and a school that differs its own', async ({ browser }) => {
  const [page, start] = await opened(browser, 'trust.leader');
  const terms = page.getByRole('table', { name: 'Terms' });
  await expect(page.getByText('Assumed')).toBeVisible();
  await page.getByRole('button', { name: 'Set the dates' }).click();
  const form = page.getByRole('dialog');
  await fill(page, { Autumn: termsOf(start).Autumn, Spring: termsOf(start).Spring });
  await form.getByRole('button', { name: 'Add a closed day' }).click();
  await form.getByLabel('Day 1').fill(`${start}-09-03`);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('Summer term: first day is needed.');
  await expect(form.getByLabel('Why')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await fill(page, { Summer: ['2026-01-01', ...termsOf(start).Summer.slice(1)] as Terms['Summer'] });
  await form.getByLabel('Why').fill('Staff training');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(
    form.getByRole('group', { name: 'Summer term' }).getByLabel('First day', { exact: true }),
  ).toHaveAccessibleDescription(/1 January 2026 is not in/);
  await fill(page, { Summer: termsOf(start).Summer });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(terms.getByRole('row', { name: /^Autumn/ })).toContainText(new RegExp(`3 Sept? ${start}`));
  await expect(page.getByText('Assumed')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Closed days' })).toContainText('Staff training');
  await expect(
    page
      .getByRole('table', { name: `October ${start}` })
      .getByRole('cell', { name: /: Half-term$/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('changed the term dates');

  const head = await pageOf(browser, 'head.900001');
  await visit(head, address(start));
  await expect(head.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await head.getByLabel('Whose').selectOption({ label: 'Alder Grove Primary School' });
  await expect(head).toHaveURL(/school=900001/);
  await expect(head.locator('.pill')).toContainText('Terms of the trust');
  await head.getByRole('button', { name: 'Change' }).click();
  await head.getByLabel('Terms of its own').check();
  const autumn = head.getByRole('group', { name: 'Autumn term' });
  await autumn.getByLabel('First day of half-term').fill(`${start}-10-18`);
  await head.getByRole('button', { name: 'Add a closed day' }).click();
  await head.getByLabel('Day 1').fill(`${start + 1}-01-12`);
  await head.getByLabel('Why').fill('Snow');
  await head.getByRole('button', { name: 'Save' }).click();
  await expect(head.locator('.pill')).toContainText('Its own terms');
  await expect(head.getByRole('row', { name: /^Autumn/ })).toContainText(`18 Oct to 31 Oct ${start}`);
  const closed = head.getByRole('region', { name: 'Closed days' });
  await expect(closed.getByRole('row', { name: /Snow/ })).toContainText('This school');
  await expect(closed.getByRole('row', { name: /Staff training/ })).toContainText('Every school');
  await head.context().close();
  await page.reload();
  await settled(page);
  await expect(terms.getByRole('row', { name: /^Autumn/ })).toContainText(`25 Oct to 31 Oct ${start}`);
  await page.context().close();
});

test('two who change the same dates lose nothing', async ({ browser }) => {
  const [page, start] = await opened(browser, 'trust.leader');
  await page.getByRole('button', { name: 'Set the dates' }).click();
  const other = await pageOf(browser, 'trust.leader.2');
  await visit(other, address(start));
  await other.getByRole('button', { name: 'Set the dates' }).click();
  await fill(other, termsOf(start));
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await other.context().close();
  await page.getByRole('button', { name: 'Add a closed day' }).click();
  await page.getByLabel('Day 1').fill(`${start}-12-01`);
  await page.getByLabel('Why').fill('Flood');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else has saved a change')).toBeVisible();
  for (const term of ['Autumn', 'Spring', 'Summer']) {
    await page.getByRole('button', { name: `Take theirs for ${term} term` }).click();
  }
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Closed days' })).toContainText('Flood');
  await expect(page.getByRole('row', { name: /^Summer/ })).toContainText(`20 Jul ${start + 1}`);
  await page.context().close();
});

test('an administrator keeps the bank holidays', async ({ page }) => {
  await signIn(page, 'administrator', '/term-dates?year=2031%2F2032');
  const holidays = page.getByRole('region', { name: 'Bank holidays' });
  await holidays.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Day').fill('2031-12-27');
  await form.getByLabel('What it is called').fill('Boxing Day');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form.getByRole('alert')).toContainText('27 December 2031 is at a weekend');
  await form.getByLabel('Day').fill('2031-12-26');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form).toHaveCount(0);
  await expect(holidays.getByRole('row', { name: /Boxing Day/ })).toContainText('26 Dec 2031');
  await holidays.getByRole('button', { name: 'Take away Boxing Day' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away', exact: true }).click();
  await expect(holidays.getByRole('row', { name: /Boxing Day/ })).toHaveCount(0);
});

test('the dates are found from the school, and who may not change them sees how they stand', async ({
  page,
}) => {
  await signIn(page, 'committee.900001', '/schools/900001');
  await page
    .getByRole('region', { name: 'Term dates' })
    .getByRole('link', { name: 'The whole year' })
    .click();
  await settled(page);
  await expect(page).toHaveURL(/\/term-dates\?school=900001/);
  await expect(page.getByRole('row', { name: /^Autumn/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Change|Set the dates|Add)$/ })).toHaveCount(0);
  await visit(page, '/term-dates?school=900002');
  await expect(page.getByRole('alert')).toContainText('There is nothing here that you may see');
  await visit(page, '/term-dates?year=2061%2F2062');
  await expect(page.getByText('Nobody has set the terms of 2061/2062 yet')).toBeVisible();
});

test('dates that do not come are told, and asked for again', async ({ page }) => {
  await signIn(page, 'trust.leader', '/');
  let broken = true;
  await page.route('**/api/v1/term-dates*', (route) => (broken ? route.abort() : route.continue()));
  await visit(page, '/term-dates');
  await expect(page.getByRole('alert')).toContainText('No connection');
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('row', { name: /^Autumn/ })).toBeVisible();
});

test('terms of a local authority hold in its schools, and the page says whose they are', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'trust.leader', '/term-dates?year=2057%2F2058');
  await page.getByLabel('Whose').selectOption({ index: 1 });
  await expect(page).toHaveURL(/authority=\d{3}/);
  await settled(page);
  await page.getByRole('button', { name: 'Set the dates' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Terms of its own', { exact: false }).check();
  const days = [
    ['2057-09-04', '2057-12-20', '2057-10-22', '2057-10-26'],
    ['2058-01-07', '2058-03-29', '2058-02-18', '2058-02-22'],
    ['2058-04-15', '2058-07-24', '2058-05-27', '2058-05-31'],
  ];
  for (const [at, term] of ['Autumn', 'Spring', 'Summer'].entries()) {
    const group = dialog.getByRole('group', { name: `${term} term` });
    for (const [field, label] of [
      'First day',
      'Last day',
      'First day of half-term',
      'Last day of half-term',
    ].entries()) {
      await group.getByLabel(label, { exact: true }).fill(days[at]?.[field] ?? '');
    }
  }
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Its own terms')).toBeVisible();
  await expectAccessible(page);
  await visit(page, '/term-dates?year=2057%2F2058&school=900001');
  await expect(page.getByText('Terms of the local authority')).toBeVisible();
  await page.getByRole('link', { name: 'terms of its local authority' }).click();
  await expect(page).toHaveURL(/authority=\d{3}/);
  await visit(page, '/term-dates?year=2057%2F2058');
  await expect(page.getByText('Nobody has set the terms', { exact: false })).toBeVisible();
});
