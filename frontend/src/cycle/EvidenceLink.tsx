import { Link } from '@tanstack/react-router';
import type { Evidence } from '../api/types.gen';

/** What a priority rests on, with the way to it. */
export function EvidenceLink({ evidence, school }: { evidence: Evidence; school: number | undefined }) {
  const { kind, reference, label } = evidence;
  const urn = school === undefined ? undefined : String(school);
  if (kind === 'outcome' && urn) {
    return (
      <Link to="/schools/$urn/outcomes" params={{ urn }} search={{ measure: reference }}>
        {label}
      </Link>
    );
  }
  if (kind === 'inspection' && urn) {
    return (
      <Link to="/schools/$urn/inspections" params={{ urn }}>
        {label}
      </Link>
    );
  }
  if (kind === 'url' && reference && /^https?:\/\//i.test(reference)) {
    return (
      <a href={reference} rel="noreferrer">
        {label}
      </a>
    );
  }
  return label;
}
