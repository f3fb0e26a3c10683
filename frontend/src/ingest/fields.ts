import type {
  AttendancePushRow,
  MeasureValuePushRow,
  PupilPushRow,
  ResultPushRow,
  SuspensionPushRow,
} from '../api/types.gen';

/** A field that a column can hold. */
interface Field {
  label: string;
  /** How its values look. */
  form?: string;
  needed?: boolean;
  /** What other systems call it, in small letters and digits only. */
  aliases?: string[];
}

export type Fields = Record<string, Field>;

const SOURCE: Field = {
  label: 'Sending system',
  needed: true,
  aliases: ['source', 'system', 'mis', 'supplier'],
};
const SCHOOL: Field = {
  label: 'URN of the school',
  form: 'six digits',
  needed: true,
  aliases: ['urn', 'school', 'establishmenturn', 'schoolcode'],
};
const UPN: Field = {
  label: 'Unique pupil number',
  needed: true,
  aliases: ['uniquepupilnumber', 'pupilupn', 'pupilnumber', 'studentsourcedid'],
};
const YEAR: Field = {
  label: 'Academic year',
  form: '2026/2027',
  needed: true,
  aliases: ['year', 'acyear', 'schoolyear', 'acadyear'],
};
const TERM: Field = {
  label: 'Term',
  form: 'autumn, spring or summer',
  needed: true,
  aliases: ['termname'],
};
const CHANGED: Field = {
  label: 'Last changed at the source',
  form: '2026-09-10T08:00:00Z',
  needed: true,
  aliases: [
    'lastmodified',
    'lastupdated',
    'lastchanged',
    'updatedat',
    'updated',
    'modified',
    'datelastmodified',
  ],
};

type Of<Row> = Record<keyof Row, Field>;

export const PUPIL_FIELDS: Of<PupilPushRow> = {
  sourceSystem: SOURCE,
  schoolUrn: SCHOOL,
  upn: UPN,
  formerUpn: { label: 'Former UPN', aliases: ['previousupn', 'oldupn'] },
  academicYear: YEAR,
  yearGroup: {
    label: 'Year group',
    form: 'N1, N2, R, 1 to 13',
    needed: true,
    aliases: ['ncyear', 'ncyearactual', 'nationalcurriculumyear', 'yr', 'yeargrp'],
  },
  sex: { label: 'Sex', form: 'F, M', aliases: ['gender', 'legalsex'] },
  disadvantaged: {
    label: 'Disadvantaged',
    form: 'true, false',
    aliases: ['pp', 'pupilpremium', 'fsm6', 'everfsm6', 'ppindicator'],
  },
  senProvision: { label: 'SEN provision', form: 'N, K, E', aliases: ['sen', 'senstatus', 'sencode'] },
  eal: { label: 'English as an additional language', form: 'true, false', aliases: ['ealstatus'] },
  lookedAfter: { label: 'Looked after', form: 'true, false', aliases: ['lac', 'cla', 'incare'] },
  priorAttainment: {
    label: 'Prior attainment',
    form: 'low, middle, high',
    aliases: ['priorattainmentband', 'pagroup', 'ks1band'],
  },
  mobile: {
    label: 'Joined late in the key stage',
    form: 'true, false',
    aliases: ['mobility', 'mobilepupil'],
  },
  sourceUpdatedAt: CHANGED,
};

export const RESULT_FIELDS: Of<ResultPushRow> = {
  sourceSystem: SOURCE,
  schoolUrn: SCHOOL,
  upn: UPN,
  academicYear: YEAR,
  assessmentPoint: {
    label: 'Assessment point',
    form: 'autumn, spring or summer',
    needed: true,
    aliases: ['term', 'point', 'assessmentterm'],
  },
  assessmentCode: {
    label: 'Assessment',
    form: 'KS2, PHONICS …',
    needed: true,
    aliases: ['assessment', 'assessmenttype', 'keystage', 'stage'],
  },
  subject: { label: 'Subject', aliases: ['subjectcode'] },
  component: { label: 'Component', form: 'TEST or TA', aliases: ['method'] },
  facet: { label: 'Facet', form: 'achieved, target …', aliases: ['resulttype', 'resultqualifier'] },
  gradeSet: { label: 'Grade set', aliases: ['scale'] },
  grade: { label: 'Grade', aliases: ['outcome', 'judgement'] },
  score: { label: 'Score', aliases: ['scaledscore', 'mark', 'marks', 'points'] },
  resultDate: { label: 'Date of the result', form: '2026-07-14', aliases: ['date', 'scoredate'] },
  sourceUpdatedAt: CHANGED,
  resultStatus: { label: 'Status of the result', form: 'provisional, revised, final', aliases: ['status'] },
};

export const ATTENDANCE_FIELDS: Of<AttendancePushRow> = {
  sourceSystem: SOURCE,
  schoolUrn: SCHOOL,
  upn: UPN,
  academicYear: YEAR,
  term: TERM,
  sessionsPossible: {
    label: 'Possible sessions',
    form: 'half days',
    needed: true,
    aliases: ['possiblesessions', 'possible', 'possiblemarks'],
  },
  sessionsAuthorisedAbsence: {
    label: 'Authorised absence',
    form: 'half days',
    needed: true,
    aliases: ['authorisedabsences', 'authorisedabsence', 'authorised', 'authabsences'],
  },
  sessionsUnauthorisedAbsence: {
    label: 'Unauthorised absence',
    form: 'half days',
    needed: true,
    aliases: ['unauthorisedabsences', 'unauthorisedabsence', 'unauthorised', 'unauthabsences'],
  },
  sourceUpdatedAt: CHANGED,
};

export const SUSPENSION_FIELDS: Of<SuspensionPushRow> = {
  sourceSystem: SOURCE,
  schoolUrn: SCHOOL,
  upn: UPN,
  academicYear: YEAR,
  term: TERM,
  suspensions: {
    label: 'Suspensions',
    form: 'how many',
    needed: true,
    aliases: ['numberofsuspensions', 'exclusions'],
  },
  sessionsSuspended: {
    label: 'Sessions suspended',
    form: 'half days',
    needed: true,
    aliases: ['suspendedsessions', 'sessionslost', 'sessionsmissed'],
  },
  permanentlyExcluded: {
    label: 'Permanently excluded',
    form: 'true, false',
    needed: true,
    aliases: ['permanentexclusion', 'pex'],
  },
  sourceUpdatedAt: CHANGED,
};

export const MEASURE_VALUE_FIELDS: Of<MeasureValuePushRow> = {
  sourceSystem: SOURCE,
  schoolUrn: SCHOOL,
  measureCode: {
    label: 'Measure',
    form: 'its code in the catalogue',
    needed: true,
    aliases: ['measure', 'indicator'],
  },
  academicYear: YEAR,
  date: { label: 'Date', form: '2026-07-14', needed: true, aliases: ['measuredate', 'asof', 'surveydate'] },
  value: { label: 'Value', needed: true, aliases: ['result', 'percentage'] },
  cohortSize: {
    label: 'Cohort size',
    form: 'how many people',
    aliases: ['cohort', 'responses', 'count', 'number'],
  },
  sourceUpdatedAt: CHANGED,
};
