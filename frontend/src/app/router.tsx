import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import type { PeopleSearch } from '../access/PeoplePage';
import type { CheckpointSearch } from '../checkpoint/CheckpointList';
import type { LearningSearch } from '../checkpoint/LearningLog';
import type { AskSearch } from '../commission/AskPage';
import type { CommissionSearch } from '../commission/CommissionList';
import type { PartnerSearch } from '../commission/PartnersPage';
import type { SupportSearch } from '../commission/SupportPage';
import type { ChallengeSearch } from '../committee/ChallengeList';
import type { CommitteeSearch } from '../committee/CommitteeList';
import type { MeetingSearch } from '../committee/MeetingList';
import type { ConcernSearch } from '../concern/ConcernList';
import type { CycleSearch } from '../cycle/CycleList';
import { dataSetSearch } from '../dataset/query';
import type { SchemeSearch } from '../delegation/SchemePage';
import type { ExpertiseSearch } from '../expertise/ExpertisePage';
import type { ImportSearch } from '../ingest/ImportPage';
import type { WaitingSearch } from '../ingest/WaitingPage';
import type { DataQualitySearch } from '../integration/DataQualityPage';
import type { IntegrationSearch } from '../integration/IntegrationsPage';
import type { HeatSearch } from '../need/HeatMap';
import type { NeedSearch } from '../need/NeedPage';
import type { NotificationSearch } from '../notification/NotificationsPage';
import { attendanceSearch } from '../outcome/attendance';
import { outcomeSearch, TERMS } from '../outcome/search';
import type { AssessmentSearch } from '../outcome/TeacherAssessment';
import type { TrustSearch } from '../outcome/TrustOutcomes';
import { SORTS, type TrustSort } from '../outcome/trust';
import type { PracticeSearch } from '../practice/GoodPracticePage';
import type { SchoolSearch } from '../school/SchoolList';
import type { TermDatesSearch } from '../term/TermDatesPage';
import type { ProposalSearch } from '../timetable/ProposalPage';
import type { TemplateSearch } from '../timetable/TemplatePage';
import type { TimetableSearch } from '../timetable/TimetablePage';
import { Failed, Loading, Page } from '../ui/Page';
import type { WebhookSearch } from '../webhook/WebhookPage';
import type { WebhooksSearch } from '../webhook/WebhooksPage';
import { parseSearch, stringifySearch } from './address';
import { Home } from './Home';
import { Shell } from './Shell';

const root = createRootRoute();

function NotFound() {
  return (
    <Page title="There is nothing here">
      <p className="sheet">
        Check the address, search with Ctrl K, or begin at <Link to="/">Home</Link>.
      </p>
    </Page>
  );
}

/** A page that broke, or could not be fetched; what stands around it goes on working. */
function Broken({ error }: { error: unknown }) {
  return (
    <Page title="This page does not work">
      <Failed cause={error} retry={() => location.reload()} />
    </Page>
  );
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
/** One of the words that a part of the address can be; anything else counts as not said. */
const oneOf = <W extends string>(value: unknown, allowed: readonly W[]) =>
  allowed.find((word) => word === value);
const academicYear = (value: unknown) =>
  typeof value === 'string' && /^\d{4}\/\d{4}$/.test(value) ? value : undefined;
/** The URN of a school. */
const urnOf = (value: unknown) => (/^\d{6}$/.test(String(value)) ? Number(value) : undefined);
const page = (value: unknown) => (Number(value) > 1 ? Math.floor(Number(value)) : undefined);

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });
const signedIn = createRoute({
  getParentRoute: () => shell,
  path: '/signed-in',
  component: () => <Navigate to="/" />,
});

const schools = createRoute({
  getParentRoute: () => shell,
  path: '/schools',
  validateSearch: (raw): SchoolSearch => ({
    search: text(raw.search),
    status: oneOf(raw.status, ['in-trust', 'left', 'register']),
    sort: oneOf(raw.sort, ['urn', 'number-on-roll']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../school/SchoolList'), 'SchoolList'),
});
const school = createRoute({
  getParentRoute: () => shell,
  path: '/schools/$urn',
  component: lazyRouteComponent(() => import('../school/SchoolPage'), 'SchoolPage'),
});
const overview = createRoute({
  getParentRoute: () => school,
  path: '/',
  component: lazyRouteComponent(() => import('../school/SchoolOverview'), 'SchoolOverview'),
});
const outcomes = createRoute({
  getParentRoute: () => school,
  path: 'outcomes',
  validateSearch: outcomeSearch,
  component: lazyRouteComponent(() => import('../outcome/OutcomesPage'), 'OutcomesPage'),
});
const teacherAssessment = createRoute({
  getParentRoute: () => school,
  path: 'outcomes/teacher-assessment',
  validateSearch: (raw): AssessmentSearch => ({
    from: text(raw.from),
    to: text(raw.to),
    group: text(raw.group),
  }),
  component: lazyRouteComponent(() => import('../outcome/TeacherAssessment'), 'TeacherAssessment'),
});
const similarSchools = createRoute({
  getParentRoute: () => school,
  path: 'outcomes/similar',
  component: lazyRouteComponent(() => import('../outcome/SimilarSchools'), 'SimilarSchools'),
});
const attendance = createRoute({
  getParentRoute: () => school,
  path: 'attendance',
  validateSearch: attendanceSearch,
  component: lazyRouteComponent(() => import('../outcome/AttendancePage'), 'AttendancePage'),
});
const inspections = createRoute({
  getParentRoute: () => school,
  path: 'inspections',
  component: lazyRouteComponent(() => import('../inspection/InspectionTimeline'), 'InspectionTimeline'),
});
const schoolCycles = createRoute({
  getParentRoute: () => school,
  path: 'cycles',
  component: lazyRouteComponent(() => import('../cycle/SchoolCycles'), 'SchoolCycles'),
});
const schoolNeed = createRoute({
  getParentRoute: () => school,
  path: 'need',
  validateSearch: (raw): NeedSearch => ({ year: academicYear(raw.year), term: oneOf(raw.term, TERMS) }),
  component: lazyRouteComponent(() => import('../need/NeedPage'), 'NeedPage'),
});
const heatMap = createRoute({
  getParentRoute: () => shell,
  path: '/heat-map',
  validateSearch: (raw): HeatSearch => ({
    term: /^(autumn|spring|summer) \d{4}\/\d{4}$/.test(String(raw.term)) ? String(raw.term) : undefined,
    indicator: text(raw.indicator),
    level: text(raw.level),
    view: oneOf(raw.view, ['table']),
    sort: oneOf(raw.sort, ['name']),
  }),
  component: lazyRouteComponent(() => import('../need/HeatMap'), 'HeatMap'),
});
const needMethod = createRoute({
  getParentRoute: () => shell,
  path: '/need/method',
  component: lazyRouteComponent(() => import('../need/MethodPage'), 'MethodPage'),
});
const needAssessment = createRoute({
  getParentRoute: () => shell,
  path: '/need-assessments/$id',
  component: lazyRouteComponent(() => import('../need/NeedOf'), 'NeedOf'),
});
const trustOutcomes = createRoute({
  getParentRoute: () => shell,
  path: '/outcomes',
  validateSearch: (raw): TrustSearch => {
    const { measure, group, cohort, term, years } = outcomeSearch(raw);
    return {
      measure,
      group,
      cohort,
      term,
      years,
      year: text(raw.year),
      sort: oneOf(raw.sort, Object.keys(SORTS) as TrustSort[]),
    };
  },
  component: lazyRouteComponent(() => import('../outcome/TrustOutcomes'), 'TrustOutcomes'),
});
const cycles = createRoute({
  getParentRoute: () => shell,
  path: '/cycles',
  validateSearch: (raw): CycleSearch => ({
    year: academicYear(raw.year),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../cycle/CycleList'), 'CycleList'),
});
const cycle = createRoute({
  getParentRoute: () => shell,
  path: '/cycles/$id',
  component: lazyRouteComponent(() => import('../cycle/CyclePage'), 'CyclePage'),
});
const evaluation = createRoute({
  getParentRoute: () => shell,
  path: '/cycles/$id/evaluation',
  component: lazyRouteComponent(() => import('../evaluation/EvaluationPage'), 'EvaluationPage'),
});
const trust = createRoute({
  getParentRoute: () => shell,
  path: '/trust',
  component: lazyRouteComponent(() => import('../plan/TrustPage'), 'TrustPage'),
});
const target = createRoute({
  getParentRoute: () => shell,
  path: '/targets/$id',
  component: lazyRouteComponent(() => import('../target/TargetPage'), 'TargetPage'),
});
const milestone = createRoute({
  getParentRoute: () => shell,
  path: '/milestones/$id',
  component: lazyRouteComponent(() => import('../target/MilestonePage'), 'MilestonePage'),
});
const checkpoints = createRoute({
  getParentRoute: () => shell,
  path: '/checkpoints',
  validateSearch: (raw): CheckpointSearch => ({
    show: oneOf(raw.show, ['to-sign', 'draft', 'submitted', 'signed-off']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../checkpoint/CheckpointList'), 'CheckpointList'),
});
const checkpoint = createRoute({
  getParentRoute: () => shell,
  path: '/checkpoints/$id',
  component: lazyRouteComponent(() => import('../checkpoint/CheckpointPage'), 'CheckpointPage'),
});
const learning = createRoute({
  getParentRoute: () => shell,
  path: '/learning',
  validateSearch: (raw): LearningSearch => ({
    search: text(raw.search),
    status: oneOf(raw.status, ['open', 'kept', 'dropped']),
    year: academicYear(raw.year),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../checkpoint/LearningLog'), 'LearningLog'),
});
const goodPractice = createRoute({
  getParentRoute: () => shell,
  path: '/good-practice',
  validateSearch: (raw): PracticeSearch => ({
    search: text(raw.search),
    area: text(raw.area),
    school: urnOf(raw.school),
    like: urnOf(raw.like),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../practice/GoodPracticePage'), 'GoodPracticePage'),
});
const commissions = createRoute({
  getParentRoute: () => shell,
  path: '/commissions',
  validateSearch: (raw): CommissionSearch => ({
    status: oneOf(raw.status, [
      'requested',
      'matched',
      'approved',
      'active',
      'completed',
      'declined',
      'cancelled',
    ]),
    school: urnOf(raw.school),
    mine: raw.mine === true || undefined,
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../commission/CommissionList'), 'CommissionList'),
});
const askForSupport = createRoute({
  getParentRoute: () => shell,
  path: '/commissions/new',
  validateSearch: (raw): AskSearch => ({
    school: urnOf(raw.school),
    kind: oneOf(raw.kind, ['need', 'priority', 'checkpoint']),
    source: text(raw.source),
    title: text(raw.title),
  }),
  component: lazyRouteComponent(() => import('../commission/AskPage'), 'AskPage'),
});
const commission = createRoute({
  getParentRoute: () => shell,
  path: '/commissions/$id',
  component: lazyRouteComponent(() => import('../commission/CommissionPage'), 'CommissionPage'),
});
const support = createRoute({
  getParentRoute: () => shell,
  path: '/support',
  validateSearch: (raw): SupportSearch => ({ year: academicYear(raw.year) }),
  component: lazyRouteComponent(() => import('../commission/SupportPage'), 'SupportPage'),
});
const partners = createRoute({
  getParentRoute: () => shell,
  path: '/partners',
  validateSearch: (raw): PartnerSearch => ({ ended: raw.ended === true || undefined, page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../commission/PartnersPage'), 'PartnersPage'),
});
const practice = createRoute({
  getParentRoute: () => shell,
  path: '/good-practice/$id',
  component: lazyRouteComponent(() => import('../practice/PracticePage'), 'PracticePage'),
});
const synonyms = createRoute({
  getParentRoute: () => shell,
  path: '/good-practice/synonyms',
  component: lazyRouteComponent(() => import('../practice/Synonyms'), 'Synonyms'),
});
const expertise = createRoute({
  getParentRoute: () => shell,
  path: '/expertise',
  validateSearch: (raw): ExpertiseSearch => ({
    view: oneOf(raw.view, ['capacity']),
    search: text(raw.search),
    specialism: text(raw.specialism),
    area: text(raw.area),
    designation: text(raw.designation),
    free: Number(raw.free) > 0 ? Number(raw.free) : undefined,
    term: oneOf(raw.term, TERMS),
    profile: oneOf(raw.profile, ['confirmed', 'waiting']),
    beyond: oneOf(raw.beyond, ['only']),
    sort: oneOf(raw.sort, ['free']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../expertise/ExpertisePage'), 'ExpertisePage'),
});
const expert = createRoute({
  getParentRoute: () => shell,
  path: '/expertise/$id',
  component: lazyRouteComponent(() => import('../expertise/ExpertPage'), 'ExpertPage'),
});
const concerns = createRoute({
  getParentRoute: () => shell,
  path: '/concerns',
  validateSearch: (raw): ConcernSearch => ({
    show: oneOf(raw.show, ['mine', 'unowned', 'overdue', 'closed']),
    severity: oneOf(raw.severity, ['low', 'moderate', 'high', 'critical']),
    category: text(raw.category),
    school: urnOf(raw.school),
    sort: oneOf(raw.sort, ['age', 'raised', 'review']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../concern/ConcernList'), 'ConcernList'),
});
const concern = createRoute({
  getParentRoute: () => shell,
  path: '/concerns/$id',
  component: lazyRouteComponent(() => import('../concern/ConcernPage'), 'ConcernPage'),
});
const committees = createRoute({
  getParentRoute: () => shell,
  path: '/committees',
  validateSearch: (raw): CommitteeSearch => ({
    kind: oneOf(raw.kind, ['trust-board', 'development', 'other']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../committee/CommitteeList'), 'CommitteeList'),
});
const committee = createRoute({
  getParentRoute: () => shell,
  path: '/committees/$id',
  component: lazyRouteComponent(() => import('../committee/CommitteePage'), 'CommitteePage'),
});
const meetings = createRoute({
  getParentRoute: () => shell,
  path: '/meetings',
  validateSearch: (raw): MeetingSearch => ({
    show: oneOf(raw.show, ['past']),
    committee: text(raw.committee),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../committee/MeetingList'), 'MeetingList'),
});
const meeting = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('../committee/MeetingPage'), 'MeetingPage'),
});
const pack = createRoute({
  getParentRoute: () => shell,
  path: '/packs/$id',
  component: lazyRouteComponent(() => import('../pack/PackPage'), 'PackPage'),
});
const challenges = createRoute({
  getParentRoute: () => shell,
  path: '/challenges',
  validateSearch: (raw): ChallengeSearch => ({
    status: oneOf(raw.status, ['open', 'overdue', 'answered', 'satisfied', 'withdrawn']),
    committee: text(raw.committee),
    school: urnOf(raw.school),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../committee/ChallengeList'), 'ChallengeList'),
});
const challenge = createRoute({
  getParentRoute: () => shell,
  path: '/challenges/$id',
  component: lazyRouteComponent(() => import('../committee/ChallengePage'), 'ChallengePage'),
});
const termDates = createRoute({
  getParentRoute: () => shell,
  path: '/term-dates',
  validateSearch: (raw): TermDatesSearch => ({
    year: typeof raw.year === 'string' && /^\d{4}\/\d{4}$/.test(raw.year) ? raw.year : undefined,
    school: urnOf(raw.school),
    authority: /^\d{3}$/.test(String(raw.authority)) ? Number(raw.authority) : undefined,
  }),
  component: lazyRouteComponent(() => import('../term/TermDatesPage'), 'TermDatesPage'),
});
const timetable = createRoute({
  getParentRoute: () => shell,
  path: '/timetable',
  validateSearch: (raw): TimetableSearch => ({
    view: oneOf(raw.view, ['year', 'month', 'list', 'participation']),
    year: academicYear(raw.year),
    school: urnOf(raw.school),
    person: text(raw.person),
    status: oneOf(raw.status, ['planned', 'done', 'overdue', 'missed', 'cancelled']),
    month: /^([0-9]|1[01])$/.test(String(raw.month)) ? Number(raw.month) : undefined,
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../timetable/TimetablePage'), 'TimetablePage'),
});
const timetableTemplate = createRoute({
  getParentRoute: () => shell,
  path: '/timetable/template',
  validateSearch: (raw): TemplateSearch => ({ year: academicYear(raw.year) }),
  component: lazyRouteComponent(() => import('../timetable/TemplatePage'), 'TemplatePage'),
});
const timetableProposal = createRoute({
  getParentRoute: () => shell,
  path: '/timetable/proposal',
  validateSearch: (raw): ProposalSearch => ({
    year: academicYear(raw.year),
    from: /^\d{4}-\d{2}-\d{2}$/.test(String(raw.from)) ? String(raw.from) : undefined,
  }),
  component: lazyRouteComponent(() => import('../timetable/ProposalPage'), 'ProposalPage'),
});
const occurrence = createRoute({
  getParentRoute: () => shell,
  path: '/timetable/$id',
  component: lazyRouteComponent(() => import('../timetable/OccurrencePage'), 'OccurrencePage'),
});
const delegation = createRoute({
  getParentRoute: () => shell,
  path: '/delegation',
  validateSearch: (raw): SchemeSearch => ({
    decision: oneOf(raw.decision, [
      'school-cycle',
      'trust-cycle',
      'need-by-one-level',
      'need-by-two-levels',
      'high-concern-closed',
      'critical-concern-closed',
      'internal-commission',
      'external-commission',
    ]),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../delegation/SchemePage'), 'SchemePage'),
});
const dataSets = createRoute({
  getParentRoute: () => shell,
  path: '/data',
  component: lazyRouteComponent(() => import('../dataset/DataSetsPage'), 'DataSetsPage'),
});
const dataSet = createRoute({
  getParentRoute: () => shell,
  path: '/data/$id',
  validateSearch: dataSetSearch,
  component: lazyRouteComponent(() => import('../dataset/DataSetPage'), 'DataSetPage'),
});
const dataSetQuery = createRoute({
  getParentRoute: () => dataSet,
  path: '/',
  component: lazyRouteComponent(() => import('../dataset/QueryPage'), 'QueryPage'),
});
const dataSetDictionary = createRoute({
  getParentRoute: () => dataSet,
  path: 'dictionary',
  component: lazyRouteComponent(() => import('../dataset/DictionaryPage'), 'DictionaryPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: (raw): ImportSearch => ({ kind: text(raw.kind), page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../ingest/ImportPage'), 'ImportPage'),
});
const waiting = createRoute({
  getParentRoute: () => shell,
  path: '/imports/waiting',
  validateSearch: (raw): WaitingSearch => ({
    kind: text(raw.kind),
    code: text(raw.code),
    school: text(raw.school),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../ingest/WaitingPage'), 'WaitingPage'),
});
const job = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../ingest/JobPage'), 'JobPage'),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (raw): PeopleSearch => ({ search: text(raw.search), page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../access/PeoplePage'), 'PeoplePage'),
});
const dataQuality = createRoute({
  getParentRoute: () => shell,
  path: '/data-quality',
  validateSearch: (raw): DataQualitySearch => ({
    school: urnOf(raw.school),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../integration/DataQualityPage'), 'DataQualityPage'),
});
const integrations = createRoute({
  getParentRoute: () => shell,
  path: '/integrations',
  validateSearch: (raw): IntegrationSearch => ({ page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../integration/IntegrationsPage'), 'IntegrationsPage'),
});
const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/integrations/webhooks',
  validateSearch: (raw): WebhooksSearch => ({ page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../webhook/WebhooksPage'), 'WebhooksPage'),
});
const webhook = createRoute({
  getParentRoute: () => shell,
  path: '/integrations/webhooks/$id',
  validateSearch: (raw): WebhookSearch => ({
    status: oneOf(raw.status, ['waiting', 'delivered', 'dead']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../webhook/WebhookPage'), 'WebhookPage'),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: (raw): NotificationSearch => ({
    show: oneOf(raw.show, ['unread']),
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../notification/NotificationsPage'), 'NotificationsPage'),
});

const elsewhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

const help = createRoute({
  getParentRoute: () => shell,
  path: '/help',
  component: lazyRouteComponent(() => import('./Help'), 'Help'),
});

/** Every page, and what its address can say. */
export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      home,
      signedIn,
      schools,
      school.addChildren([
        overview,
        outcomes,
        teacherAssessment,
        similarSchools,
        attendance,
        inspections,
        schoolCycles,
        schoolNeed,
      ]),
      heatMap,
      needMethod,
      needAssessment,
      trustOutcomes,
      cycles,
      cycle,
      evaluation,
      trust,
      target,
      milestone,
      checkpoints,
      checkpoint,
      learning,
      commissions,
      askForSupport,
      commission,
      support,
      partners,
      goodPractice,
      practice,
      synonyms,
      expertise,
      expert,
      concerns,
      concern,
      committees,
      committee,
      meetings,
      meeting,
      pack,
      challenges,
      challenge,
      termDates,
      timetable,
      timetableTemplate,
      timetableProposal,
      occurrence,
      delegation,
      dataQuality,
      dataSets,
      dataSet.addChildren([dataSetQuery, dataSetDictionary]),
      imports,
      waiting,
      job,
      people,
      integrations,
      webhooks,
      webhook,
      notifications,
      help,
      elsewhere,
    ]),
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultPendingComponent: () => <Loading what="the page" />,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
