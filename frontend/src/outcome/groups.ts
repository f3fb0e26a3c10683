/** The groups of pupils that outcomes and targets are about, in the order of the code list. */
export const GROUPS: Record<string, string> = {
  ALL: 'All pupils',
  MALE: 'Boys',
  FEMALE: 'Girls',
  DISADVANTAGED: 'Disadvantaged',
  NOT_DISADVANTAGED: 'Not disadvantaged',
  NO_SEN: 'No special educational need',
  SEN_SUPPORT: 'SEN support',
  EHCP: 'Education, health and care plan',
  EAL: 'English as an additional language',
  NOT_EAL: 'English as first language',
  PRIOR_LOW: 'Low prior attainment',
  PRIOR_MIDDLE: 'Middle prior attainment',
  PRIOR_HIGH: 'High prior attainment',
  MOBILE: 'Mobile',
  LOOKED_AFTER: 'Looked after',
};
