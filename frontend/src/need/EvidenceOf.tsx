import { Link } from '@tanstack/react-router';
import type { NeedContribution } from '../api/types.gen';

/** The name of an indicator, with the way to what it follows from. */
export function EvidenceOf({ of, urn: school }: { of: NeedContribution; urn: number }) {
  const urn = String(school);
  const [measure] = of.measureCodes;
  switch (of.source) {
    case 'measure':
      return of.area === 'Attendance and behaviour' ? (
        <Link to="/schools/$urn/attendance" params={{ urn }}>
          {of.label}
        </Link>
      ) : (
        <Link
          to="/schools/$urn/outcomes"
          params={{ urn }}
          search={{ measure, ...(of.indicatorCode.endsWith('_GAP') ? { view: 'gap' } : {}) }}
        >
          {of.label}
        </Link>
      );
    case 'inspection':
      return (
        <Link to="/schools/$urn/inspections" params={{ urn }}>
          {of.label}
        </Link>
      );
    case 'context':
      return of.indicatorCode === 'LAST_EVALUATION' ? (
        <Link to="/schools/$urn/cycles" params={{ urn }}>
          {of.label}
        </Link>
      ) : (
        of.label
      );
    default:
      return of.label;
  }
}
