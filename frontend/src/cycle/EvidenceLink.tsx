import { Link } from '@tanstack/react-router';
import type { Evidence } from '../api/types.gen';
import { may, useMe } from '../app/me';

/** What a priority rests on, with the way to it. */
export function EvidenceLink({ evidence, school }: { evidence: Evidence; school: number | undefined }) {
  const me = useMe();
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
  if (kind === 'need' && reference) {
    return urn ? (
      <Link to="/schools/$urn/need" params={{ urn }} hash={`indicator-${reference}`}>
        {label}
      </Link>
    ) : (
      <Link to="/heat-map" search={{ indicator: reference }}>
        {label}
      </Link>
    );
  }
  if (kind === 'concern' && reference && may(me, 'concerns:read', school)) {
    return (
      <Link to="/concerns/$id" params={{ id: reference }}>
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
