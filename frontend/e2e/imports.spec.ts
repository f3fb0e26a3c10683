import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, signIn, visit } from './app';
import { workbook } from './workbook';

/** No two runs send the same pupils and headings, so that each begins anew. */
const RUN = Date.now() % 100_000;
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A UPN that nobody has, with the letter that belongs in front of it. */
function upn(number: number): string {
  const rest = `999${String(number).padStart(9, '0')}`;
  const sum = [...rest].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return LETTERS.charAt(sum % LETTERS.length) + rest;
}

const headings = (mark: string) => [
  'MIS',
  'School URN',
  'Unique Pupil Number',
  'Academic Year',
  'NC Year',
  'Gender',
  `Forename ${mark}${RUN}`,
  'Last updated',
];

/** Pupils as a system exports them that calls everything by other names. */
function exported(rows: string[][]): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [headings(''), ...rows].map((row) => row.join(';'));
  return {
    name: 'export 2025-2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'),
  };
}

const row = (number: string, year: string, sex: string) => [
  'Ours',
  '900001',
  number,
  '2025/2026',
  year,
  sex,
  'Zoë',
  '2026-09-10T08:00:00Z',
];

async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a data manager brings in a file with other headings, and the next one like it in five clicks', async ({
  page,
  browser,
}) => {
  await signIn(page, 'data.manager');
  await page.getByRole('link', { name: 'Imports' }).click();
  await settled(page);
  const many = Array.from({ length: 30 }, (_, at) => row(upn(RUN * 100 + at), '3', at < 3 ? 'Q' : 'F'));
  await page.getByLabel('File', { exact: true }).setInputFiles(exported([...many, row('A1', '3', 'M')]));
  await expect(page.getByLabel('What is in the file')).toHaveValue('pupils');
  await expect(page.getByLabel('Unique pupil number (needed)')).toHaveValue('Unique Pupil Number');
  await expect(page.getByText(`Passed over: Forename ${RUN}.`)).toBeVisible();
  await page.getByLabel('Year group (needed)').selectOption('');
  await expect(page.getByText('A needed field has no column yet.')).toBeVisible();
  await page.getByLabel('Year group (needed)').selectOption('NC Year');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  const groups = page.locator('.groups > li');
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toContainText('Gender');
  await expect(groups.first()).toContainText('3 rows');
  await expect(groups.first()).toContainText('Row 2: "Q" is none of F, M.');
  await groups.first().getByText('All 3 rows').click();
  await expect(groups.first()).toContainText('Row 4');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.locator('.counts')).toContainText('Created27');
  await expectAccessible(page);
  expect((await downloaded(page, 'Download the errors')).name).toBe('pupils-errors.csv');

  const elsewhere = await pageOf(browser, 'data.manager', new URL(page.url()).pathname);
  await expect(elsewhere.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(elsewhere.locator('.groups > li').first()).toContainText('Gender');
  const rejected = await downloaded(elsewhere, 'Download the rejected rows');
  expect(rejected.name).toBe('pupils-rejected.csv');
  const lines = rejected.text.trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^Row,sourceSystem,schoolUrn,upn,.*,sourceUpdatedAt,Why it was not taken$/);
  expect(lines[1]).toMatch(/^2,Ours,900001,.*is none of F, M\."$/);
  expect(rejected.text).not.toContain('Zoë');
  const corrected = Buffer.from(rejected.text.replaceAll(',Q,', ',F,'));
  await visit(elsewhere, '/imports');
  await elsewhere
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: rejected.name, mimeType: 'text/csv', buffer: corrected });
  await expect(elsewhere.getByLabel('What is in the file')).toHaveValue('pupils');
  await elsewhere.getByRole('button', { name: 'Check' }).click();
  await expect(elsewhere.locator('.counts')).toContainText('Created3Updated');
  await elsewhere.context().close();

  await visit(page, '/');
  let clicks = 0;
  const click = async (work: Promise<void>) => {
    clicks++;
    await work;
  };
  await click(page.getByRole('link', { name: 'Imports' }).click());
  await click(
    page.getByLabel('File', { exact: true }).setInputFiles(exported([row(upn(RUN * 100), '3', 'F')])),
  );
  await expect(page.getByText('The columns are read as in your last file like this one.')).toBeVisible();
  await click(page.getByRole('button', { name: 'Check' }).click());
  await expect(page.getByText('Nothing is wrong with any row.')).toBeVisible();
  await click(page.getByRole('button', { name: 'Import', exact: true }).click());
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(5);
});

test('a workbook with other headings is mapped, and the next one like it without asking', async ({
  page,
}) => {
  await signIn(page, 'data.manager', '/imports');
  const number = RUN * 100 + 700_000_000;
  const pupils = Array.from({ length: 5 }, (_, at) => row(upn(number + at), at === 4 ? '15' : '3', 'F'));
  const file = (rows: string[][]) => ({
    name: 'export.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook([headings('of '), ...rows]),
  });
  await page.getByLabel('File', { exact: true }).setInputFiles(file(pupils));
  await expect(page.getByLabel('What is in the file')).toHaveValue('pupils');
  await expect(page.getByLabel('Unique pupil number (needed)')).toHaveValue('Unique Pupil Number');
  await expect(page.getByText(`first: ${upn(number)}`)).toBeVisible();
  await expect(page.getByText(`Passed over: Forename of ${RUN}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.groups > li')).toContainText('Row 6: "15" is none of');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.locator('.counts')).toContainText('Created4Updated');
  await expect(page.locator('.groups > li')).toContainText('NC Year');

  await visit(page, '/imports');
  await page.getByLabel('File', { exact: true }).setInputFiles(file(pupils.slice(0, 1)));
  await expect(page.getByText('The columns are read as in your last file like this one.')).toBeVisible();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.counts')).toContainText('Unchanged1Rejected');
});

test('what is no workbook is told when it is chosen', async ({ page }) => {
  await signIn(page, 'data.manager', '/imports');
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'broken.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from('PK\u0003\u0004 and nothing more'),
  });
  await expect(page.getByRole('alert')).toContainText('cannot be read as a workbook');
});

test('a job that goes on is found again after a reload, and can be cancelled', async ({ page }) => {
  await signIn(page, 'data.manager', '/imports');
  const lines = Array.from({ length: 200_000 }, (_, at) => row(upn(500_000_000 + at), '4', 'M'));
  await page.getByLabel('File', { exact: true }).setInputFiles(exported(lines));
  await expect(page.getByLabel('What is in the file')).toHaveValue('pupils');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.reload();
  await settled(page);
  const running = page.getByRole('region', { name: 'On its way' });
  await expect(running.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await running.getByRole('button', { name: 'Cancel' }).click();
  await expect(running).toHaveCount(0, { timeout: 30_000 });
  await expect(
    page
      .getByRole('region', { name: 'Sent before' })
      .getByRole('row', { name: /Cancelled by/ })
      .first(),
  ).toBeVisible();
});

test('a data manager checks the register, sees what would change, and imports it', async ({ page }) => {
  await signIn(page, 'data.manager', '/imports');
  const header =
    'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name)';
  const file = {
    name: 'register.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `${header}\n${700_000 + RUN},999,Exampleshire,2050,Maple Rise Primary School,Academy converter,Open,Primary\n9,999,Exampleshire,2051,Wrong,Academy converter,Open,Primary\n`,
    ),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await expect(page.getByLabel('What is in the file')).toHaveValue('schools');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Created' })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.getByText('A URN has six digits')).toBeVisible();
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ ...file, buffer: Buffer.from(`URN,EstablishmentName\n${700_000 + RUN},Maple Rise\n`) });
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('alert')).toContainText('The file has no column');
});
