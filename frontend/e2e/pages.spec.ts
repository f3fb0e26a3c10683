import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, visit } from './app';

const WIDTHS = [1366, 820, 320];
const IMAGES = '../docs/images';

interface Shown {
  name: string;
  account: string;
  path: (page: Page) => Promise<string>;
  heading: RegExp;
  /** Opens something over the page, which is looked at as well. */
  open?: (page: Page) => Promise<void>;
}

/** Presses a button, and waits for what it opens. */
function press(name: string | RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog').last()).toBeVisible();
  };
}

async function firstTarget(page: Page): Promise<string> {
  await visit(page, await firstCycle(page));
  return (await page.locator('.target a').first().getAttribute('href')) ?? '';
}

async function firstMilestone(page: Page): Promise<string> {
  await visit(page, await firstCycle(page));
  const link = page.locator('.target a[href^="/milestones/"]').first();
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

async function firstOccurrence(page: Page): Promise<string> {
  await visit(page, '/timetable?view=list');
  const link = page.getByRole('link', { name: "Headteachers' meeting" }).first();
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

async function firstPractice(page: Page): Promise<string> {
  await visit(page, '/good-practice?school=900001');
  return (
    (await page.getByRole('article').first().getByRole('heading').getByRole('link').getAttribute('href')) ??
    ''
  );
}

async function ownProfile(page: Page): Promise<string> {
  await visit(page, '/expertise');
  const link = page.getByRole('link', { name: 'Your profile' });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

async function firstCycle(page: Page): Promise<string> {
  await visit(page, '/schools/900001/cycles');
  return (
    (await page
      .getByRole('region', { name: 'Improvement cycles' })
      .getByRole('link')
      .first()
      .getAttribute('href')) ?? ''
  );
}

/** The newest support in a status. */
function firstCommission(status: string): (page: Page) => Promise<string> {
  return async (page) => {
    await visit(page, `/commissions?status=${status}`);
    const link = page.getByRole('region', { name: 'Support' }).getByRole('link').first();
    return (await link.getAttribute('href')) ?? '';
  };
}

/** The oldest open concern of a category. */
function firstConcern(category: string): (page: Page) => Promise<string> {
  return async (page) => {
    await visit(page, `/concerns?category=${category}&sort=age`);
    const link = page.getByRole('region', { name: 'Concerns' }).getByRole('link').first();
    return (await link.getAttribute('href')) ?? '';
  };
}

/** The evaluation of the year before, of the first school. */
async function lastEvaluation(page: Page): Promise<string> {
  await visit(page, '/schools/900001/cycles');
  const link = page
    .getByRole('row', { name: /Closed/ })
    .getByRole('link')
    .first();
  return `${await link.getAttribute('href')}/evaluation`;
}

/** One that is still written. */
async function openEvaluation(page: Page): Promise<string> {
  await visit(page, '/schools/900002/cycles');
  const link = page
    .getByRole('row', { name: /Evaluating/ })
    .getByRole('link')
    .first();
  return `${await link.getAttribute('href')}/evaluation`;
}

/** The committee of the first school. */
async function firstCommittee(page: Page): Promise<string> {
  await visit(page, '/committees?kind=development');
  const link = page.getByRole('link', { name: 'Academy Development Committee of Alder Grove' });
  return (await link.getAttribute('href')) ?? '';
}

/** One of its meetings: 0 is the next one, 1 the one that was held. */
function meetingOf(at: number): (page: Page) => Promise<string> {
  return async (page) => {
    await visit(page, await firstCommittee(page));
    const link = page
      .getByRole('table', { name: 'The latest first' })
      .locator('a[href^="/meetings/"]')
      .nth(at);
    return (await link.getAttribute('href')) ?? '';
  };
}

/** The pack of the next meeting of the committee of the first school. */
async function firstPack(page: Page): Promise<string> {
  await visit(page, await firstCommittee(page));
  const link = page.locator('a[href^="/packs/"]').first();
  return (await link.getAttribute('href')) ?? '';
}

/** A pack of all schools, built for the next meeting of the trust board. */
async function boardPack(page: Page): Promise<string> {
  await visit(page, '/committees?kind=trust-board');
  await page.getByRole('link', { name: 'Trust board' }).first().click();
  await settled(page);
  await page.locator('table a[href^="/meetings/"]').first().click();
  await settled(page);
  await page.getByRole('button', { name: /^Build (the pack|it anew)$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Build/ })
    .click();
  await expect(page).toHaveURL(/\/packs\//);
  return new URL(page.url()).pathname;
}

/** The oldest of the challenges that somebody may see. */
async function firstChallenge(page: Page): Promise<string> {
  await visit(page, '/challenges');
  const link = page.getByRole('region', { name: 'Challenges' }).getByRole('link').last();
  return (await link.getAttribute('href')) ?? '';
}

/** A webhook with a test that has failed; it is registered by the first who looks, at a name that nobody has. */
async function firstWebhook(page: Page): Promise<string> {
  const name = 'Warehouse of the pages';
  await visit(page, '/integrations/webhooks');
  await expect(page.getByRole('region', { name: 'Webhooks' })).toBeVisible();
  const link = page.getByRole('link', { name });
  if ((await link.count()) === 0) {
    await page.getByRole('button', { name: 'Register a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Address').fill('https://hooks.invalid/uplift');
    await dialog.getByLabel('Who decides').check();
    await dialog.getByRole('button', { name: 'Register it' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await link.click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.getByText('Failed for good').last()).toBeVisible({ timeout: 30_000 });
    await visit(page, '/integrations/webhooks');
    await expect(link).toBeVisible();
  }
  return (await link.getAttribute('href')) ?? '';
}

const PAGES: Shown[] = [
  { name: 'home', account: 'head.900001', path: async () => '/', heading: /Welcome/ },
  { name: 'home-analyst', account: 'analyst', path: async () => '/', heading: /Welcome/ },
  { name: 'schools', account: 'trust.leader', path: async () => '/schools', heading: /Schools/ },
  { name: 'school', account: 'head.900001', path: async () => '/schools/900001', heading: /Alder Grove/ },
  {
    name: 'outcomes',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes',
    heading: /Alder Grove/,
  },
  {
    name: 'outcomes-table',
    account: 'committee.900001',
    path: async () => '/schools/900001/outcomes?view=table&group=EHCP',
    heading: /Alder Grove/,
  },
  {
    name: 'outcomes-target',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes?view=table',
    heading: /Alder Grove/,
  },
  {
    name: 'outcomes-gap',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes?view=gap',
    heading: /Alder Grove/,
  },
  {
    name: 'attendance',
    account: 'head.900001',
    path: async () => '/schools/900001/attendance',
    heading: /Alder Grove/,
  },
  {
    name: 'attendance-terms',
    account: 'trust.leader',
    path: async () => '/schools/900008/attendance?by=term&of=persistent&view=table',
    heading: /Hawthorn Vale/,
  },
  {
    name: 'attendance-gap',
    account: 'committee.900001',
    path: async () => '/schools/900001/attendance?view=gap&group=EHCP',
    heading: /Alder Grove/,
  },
  {
    name: 'outcomes-absence',
    account: 'trust.leader',
    path: async () => '/schools/900001/outcomes?measure=ATT_PERSISTENT_ABSENCE&years=all',
    heading: /Alder Grove/,
  },
  {
    name: 'outcomes-none',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes?measure=KS2_READ_PROG',
    heading: /Alder Grove/,
  },
  {
    name: 'outcome-history',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes?view=table',
    heading: /Alder Grove/,
    open: press(/^History of/),
  },
  {
    name: 'teacher-assessment',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes/teacher-assessment',
    heading: /Alder Grove/,
  },
  {
    name: 'similar-schools',
    account: 'head.900001',
    path: async () => '/schools/900001/outcomes/similar',
    heading: /Alder Grove/,
  },
  { name: 'trust-outcomes', account: 'trust.leader', path: async () => '/outcomes', heading: /Outcomes/ },
  {
    name: 'trust-outcomes-suppressed',
    account: 'trustee',
    path: async () => '/outcomes?group=EHCP',
    heading: /Outcomes/,
  },
  {
    name: 'inspections',
    account: 'head.900001',
    path: async () => '/schools/900001/inspections',
    heading: /Alder Grove/,
  },
  {
    name: 'school-cycles',
    account: 'head.900001',
    path: async () => '/schools/900001/cycles',
    heading: /Alder Grove/,
  },
  { name: 'cycles', account: 'trust.leader', path: async () => '/cycles', heading: /Cycles/ },
  { name: 'cycle', account: 'head.900001', path: firstCycle, heading: /Alder Grove/ },
  { name: 'evaluation', account: 'head.900001', path: lastEvaluation, heading: /Evaluation/ },
  { name: 'evaluation-open', account: 'head.900002', path: openEvaluation, heading: /Evaluation/ },
  { name: 'evaluation-assured', account: 'committee.900001', path: lastEvaluation, heading: /Evaluation/ },
  {
    name: 'publish-practice',
    account: 'head.900002',
    path: openEvaluation,
    heading: /Evaluation/,
    open: press(/^Publish as good practice/),
  },
  {
    name: 'good-practice',
    account: 'head.900002',
    path: async () => '/good-practice',
    heading: /Good practice/,
  },
  {
    name: 'good-practice-write',
    account: 'head.900001',
    path: async () => '/good-practice?like=900001',
    heading: /Good practice/,
    open: press('Write good practice'),
  },
  {
    name: 'good-practice-entry',
    account: 'head.900001',
    path: firstPractice,
    heading: /./,
    open: press('Offer a time'),
  },
  { name: 'good-practice-elsewhere', account: 'committee.900001', path: firstPractice, heading: /./ },
  {
    name: 'good-practice-words',
    account: 'administrator',
    path: async () => '/good-practice/synonyms',
    heading: /Words that mean the same/,
    open: press('Add a pair'),
  },
  {
    name: 'expertise',
    account: 'trust.leader',
    path: async () => '/expertise',
    heading: /Expertise/,
  },
  {
    name: 'expertise-capacity',
    account: 'head.900002',
    path: async () => '/expertise?view=capacity',
    heading: /Expertise/,
  },
  { name: 'expert', account: 'head.900002', path: ownProfile, heading: /Headteacher/ },
  {
    name: 'edit-profile',
    account: 'system.leader',
    path: ownProfile,
    heading: /System leader/i,
    open: press('Edit your profile'),
  },
  { name: 'heat-map', account: 'trust.leader', path: async () => '/heat-map', heading: /Need/ },
  {
    name: 'heat-map-table',
    account: 'trustee',
    path: async () => '/heat-map?view=table',
    heading: /Need/,
  },
  {
    name: 'heat-map-over-time',
    account: 'trust.leader',
    path: async () => '/heat-map?indicator=PERSISTENT_ABSENCE',
    heading: /Need/,
  },
  {
    name: 'heat-map-levels',
    account: 'trust.leader',
    path: async () => '/heat-map?indicator=score',
    heading: /Need/,
  },
  {
    name: 'school-need',
    account: 'head.900001',
    path: async () => '/schools/900001/need',
    heading: /Alder Grove/,
  },
  {
    name: 'school-need-assured',
    account: 'committee.900001',
    path: async () => '/schools/900001/need',
    heading: /Alder Grove/,
  },
  {
    name: 'moderate',
    account: 'trust.leader',
    path: async () => '/schools/900006/need',
    heading: /Fernbrook/,
    open: press('Set another level'),
  },
  {
    name: 'need-method',
    account: 'clerk',
    path: async () => '/need/method',
    heading: /How need is computed/,
  },
  { name: 'delegation', account: 'clerk', path: async () => '/delegation', heading: /Who decides/ },
  {
    name: 'delegation-version',
    account: 'administrator',
    path: async () => '/delegation',
    heading: /Who decides/,
    open: press('Record a version'),
  },
  { name: 'trust', account: 'trust.leader', path: async () => '/trust', heading: /The trust/ },
  {
    name: 'update-action',
    account: 'head.900001',
    path: async () => '/',
    heading: /Welcome/,
    open: press(/^Update/),
  },
  {
    name: 'add-action',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press('Add an action'),
  },
  {
    name: 'end-priority',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press(/^End the priority/),
  },
  {
    name: 'target',
    account: 'head.900001',
    path: firstTarget,
    heading: /Reading, writing and maths/,
  },
  {
    name: 'milestone',
    account: 'head.900001',
    path: firstMilestone,
    heading: /arithmetic/,
  },
  { name: 'timetable', account: 'trust.leader', path: async () => '/timetable', heading: /Timetable/ },
  {
    name: 'timetable-plan',
    account: 'head.900001',
    path: async () => '/timetable',
    heading: /Timetable/,
    open: press('Plan an activity'),
  },
  {
    name: 'timetable-subscribe',
    account: 'head.900001',
    path: async () => '/timetable?school=900001',
    heading: /Timetable/,
    open: press('In your own calendar'),
  },
  {
    name: 'timetable-month',
    account: 'head.900001',
    path: async () => '/timetable?view=month',
    heading: /Timetable/,
  },
  {
    name: 'timetable-list',
    account: 'committee.900001',
    path: async () => '/timetable?view=list',
    heading: /Timetable/,
  },
  {
    name: 'timetable-participation',
    account: 'trustee',
    path: async () => '/timetable?view=participation',
    heading: /Timetable/,
  },
  {
    name: 'timetable-template',
    account: 'trust.leader',
    path: async () => '/timetable/template',
    heading: /Template of the timetable/,
    open: press(/^Add$/),
  },
  {
    name: 'timetable-type',
    account: 'trust.leader',
    path: async () => '/timetable/template',
    heading: /Template of the timetable/,
    open: press('Add a type'),
  },
  {
    name: 'timetable-proposal',
    account: 'trust.leader',
    path: async () => '/timetable/proposal?year=2050%2F2051',
    heading: /Make the year/,
  },
  { name: 'occurrence', account: 'trust.leader', path: firstOccurrence, heading: /Headteachers' meeting/ },
  { name: 'term-dates', account: 'trust.leader', path: async () => '/term-dates', heading: /Term dates/ },
  {
    name: 'term-dates-school',
    account: 'head.900001',
    path: async () => '/term-dates?school=900001',
    heading: /Term dates/,
    open: press('Change'),
  },
  {
    name: 'term-dates-assumed',
    account: 'administrator',
    path: async () => '/term-dates?year=2061%2F2062',
    heading: /Term dates/,
  },
  { name: 'imports', account: 'data.manager', path: async () => '/imports', heading: /Imports/ },
  {
    name: 'imports-waiting',
    account: 'data.manager',
    path: async () => '/imports/waiting',
    heading: /Waiting rows/,
  },
  {
    name: 'data-quality',
    account: 'data.manager',
    path: async () => '/data-quality',
    heading: /Data quality/,
  },
  {
    name: 'data-quality-school',
    account: 'head.900001',
    path: async () => '/data-quality?school=900001',
    heading: /Data quality/,
  },
  {
    name: 'data-quality-not-mine',
    account: 'committee.900001',
    path: async () => '/data-quality',
    heading: /Data quality/,
  },
  {
    name: 'integrations',
    account: 'administrator',
    path: async () => '/integrations',
    heading: /Integrations/,
  },
  {
    name: 'webhooks',
    account: 'administrator',
    path: async (page) => {
      await firstWebhook(page);
      return '/integrations/webhooks';
    },
    heading: /Webhooks/,
  },
  { name: 'webhook', account: 'administrator', path: firstWebhook, heading: /Warehouse/ },
  {
    name: 'webhooks-not-mine',
    account: 'head.900001',
    path: async () => '/integrations/webhooks',
    heading: /Webhooks/,
  },
  { name: 'data-sets', account: 'analyst', path: async () => '/data', heading: /Data sets/ },
  {
    name: 'data-set',
    account: 'analyst',
    path: async () =>
      '/data/headline-outcomes?measureCode=KS2_RWM_EXP&schoolUrn=900001,900002&pupilGroup=ALL&source=published',
    heading: /Headline outcomes/,
    open: async (page) => {
      await page.locator('summary', { hasText: 'Measure' }).click();
      await expect(page.getByRole('searchbox')).toBeVisible();
      await page.getByRole('button', { name: 'Python' }).click();
    },
  },
  {
    name: 'data-set-empty',
    account: 'analyst',
    path: async () => '/data/headline-outcomes?where=value.gte.1000',
    heading: /Headline outcomes/,
  },
  {
    name: 'data-dictionary',
    account: 'analyst',
    path: async () => '/data/headline-outcomes/dictionary',
    heading: /Headline outcomes/,
  },
  {
    name: 'data-sets-forbidden',
    account: 'clerk',
    path: async () => '/data',
    heading: /Data sets/,
  },
  { name: 'people', account: 'administrator', path: async () => '/people', heading: /People/ },
  { name: 'help', account: 'head.900001', path: async () => '/help', heading: /Help/ },
  { name: 'no-membership', account: 'nobody', path: async () => '/', heading: /not yet part of a school/ },
  { name: 'not-found', account: 'head.900001', path: async () => '/nowhere', heading: /nothing here/ },
  {
    name: 'notifications',
    account: 'head.900001',
    path: async () => '/notifications',
    heading: /Notifications/,
  },
  { name: 'committees', account: 'trustee', path: async () => '/committees', heading: /Committees/ },
  {
    name: 'committees-create',
    account: 'administrator',
    path: async () => '/committees',
    heading: /Committees/,
    open: press('Create a committee'),
  },
  { name: 'committee', account: 'clerk', path: firstCommittee, heading: /Alder Grove/ },
  {
    name: 'committee-change',
    account: 'administrator',
    path: firstCommittee,
    heading: /Alder Grove/,
    open: press('Change the committee'),
  },
  {
    name: 'committee-challenge',
    account: 'committee.900001',
    path: firstCommittee,
    heading: /Alder Grove/,
    open: press('Raise a challenge'),
  },
  { name: 'meetings', account: 'clerk', path: async () => '/meetings', heading: /Meetings/ },
  {
    name: 'meetings-past',
    account: 'committee.900001',
    path: async () => '/meetings?show=past',
    heading: /Meetings/,
  },
  { name: 'meeting-planned', account: 'clerk', path: meetingOf(0), heading: /Meeting of/ },
  { name: 'meeting-held', account: 'committee.900001', path: meetingOf(1), heading: /Meeting of/ },
  {
    name: 'meeting-decision',
    account: 'clerk',
    path: meetingOf(1),
    heading: /Meeting of/,
    open: press('Record a decision'),
  },
  { name: 'pack', account: 'committee.900001', path: firstPack, heading: /Pack for the meeting of/ },
  { name: 'pack-board', account: 'clerk', path: boardPack, heading: /Pack for the meeting of/ },
  {
    name: 'pack-build',
    account: 'clerk',
    path: meetingOf(0),
    heading: /Meeting of/,
    open: press('Build it anew'),
  },
  { name: 'commissions', account: 'head.900001', path: async () => '/commissions', heading: /Support/ },
  {
    name: 'commission',
    account: 'head.900001',
    path: firstCommission('completed'),
    heading: /Attendance/,
  },
  {
    name: 'commission-outside',
    account: 'head.900002',
    path: firstCommission('active'),
    heading: /Training/,
    open: press('Propose a change'),
  },
  {
    name: 'ask-for-support',
    account: 'head.900001',
    path: async () => '/commissions/new?school=900001&title=Reading',
    heading: /Ask for support/,
  },
  { name: 'support', account: 'trust.leader', path: async () => '/support', heading: /Who supports whom/ },
  {
    name: 'partners',
    account: 'trust.leader',
    path: async () => '/partners',
    heading: /Partners/,
    open: press('Add a partner'),
  },
  { name: 'challenges', account: 'committee.900001', path: async () => '/challenges', heading: /Challenges/ },
  { name: 'challenge', account: 'head.900001', path: firstChallenge, heading: /Challenge/ },
  { name: 'concerns', account: 'head.900001', path: async () => '/concerns', heading: /Concerns/ },
  {
    name: 'concerns-raise',
    account: 'trust.leader',
    path: async () => '/concerns',
    heading: /Concerns/,
    open: press('Raise a concern'),
  },
  { name: 'concern', account: 'head.900001', path: firstConcern('attendance'), heading: /Absence/ },
  {
    name: 'concern-complaint',
    account: 'head.900001',
    path: firstConcern('parent-complaint'),
    heading: /A call/,
    open: press('End the stage'),
  },
  {
    name: 'concern-restricted',
    account: 'safeguarding.900001',
    path: firstConcern('safeguarding'),
    heading: /Concern/,
  },
  { name: 'home-system-leader', account: 'system.leader', path: async () => '/', heading: /Welcome/ },
  { name: 'home-trust', account: 'trust.leader', path: async () => '/', heading: /Welcome/ },
  {
    name: 'comments',
    account: 'head.900001',
    path: firstTarget,
    heading: /Reading, writing and maths/,
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Mention' }).fill('a');
      await expect(page.getByRole('listbox', { name: 'People' }).getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'search',
    account: 'trust.leader',
    path: async () => '/cycles',
    heading: /Cycles/,
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'edit-target',
    account: 'head.900001',
    path: firstTarget,
    heading: /Reading, writing and maths/,
    open: press('Edit the target'),
  },
  {
    name: 'set-target',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: async (page) => {
      await press('Add a target')(page);
      await page.getByText('The last years, here and elsewhere').click();
    },
  },
  {
    name: 'set-milestone',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: async (page) => {
      await press('Add a target')(page);
      await page.getByRole('button', { name: 'Milestone', exact: true }).click();
    },
  },
  {
    name: 'add-priority',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press('Add a priority'),
  },
  {
    name: 'add-evidence',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press('Add evidence'),
  },
  {
    name: 'move-stage',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press(/^Back to/),
  },
  {
    name: 'delete-priority',
    account: 'head.900001',
    path: firstCycle,
    heading: /Alder Grove/,
    open: press(/^Delete the priority/),
  },
  {
    name: 'place-in-trust',
    account: 'trust.leader',
    path: async () => '/schools/900001',
    heading: /Alder Grove/,
    open: press('Change'),
  },
  {
    name: 'person',
    account: 'administrator',
    path: async () => '/people?search=deputy',
    heading: /People/,
    open: press(/Deputy/),
  },
  {
    name: 'register-integration',
    account: 'administrator',
    path: async () => '/integrations',
    heading: /Integrations/,
    open: press('Register an integration'),
  },
  {
    name: 'register-webhook',
    account: 'administrator',
    path: async () => '/integrations/webhooks',
    heading: /Webhooks/,
    open: press('Register a webhook'),
  },
  {
    name: 'webhook-secret',
    account: 'administrator',
    path: firstWebhook,
    heading: /Warehouse/,
    open: async (page) => {
      await press('Make a new secret')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Make it' }).click();
      await expect(page.getByLabel('Secret')).toBeVisible();
    },
  },
  {
    name: 'revoke-integration',
    account: 'administrator',
    path: async () => '/integrations',
    heading: /Integrations/,
    open: press('Revoke Demonstration MIS'),
  },
  { name: 'not-mine', account: 'head.900002', path: async () => '/schools/900001', heading: /School 900001/ },
];

mkdirSync(IMAGES, { recursive: true });

for (const shown of PAGES) {
  test(`${shown.name} is accessible and fits, light and dark, at three widths`, async ({ browser }) => {
    const page = await pageOf(browser, shown.account);
    await visit(page, await shown.path(page));
    await expect(page.getByRole('heading', { level: 1, name: shown.heading })).toBeVisible();
    await shown.open?.(page);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `no sideways scrolling at ${width}`).toBeLessThanOrEqual(0);
        await expectAccessible(page);
        await page.screenshot({
          path: `test-results/screens/${shown.name}-${width}-${scheme}.png`,
          fullPage: !shown.open,
        });
      }
    }
    if (['cycle', 'outcomes', 'target', 'imports'].includes(shown.name) && process.env.UPLIFT_IMAGES) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.screenshot({ path: `${IMAGES}/${shown.name}-${scheme}.png` });
      }
    }
    await page.context().close();
  });
}
