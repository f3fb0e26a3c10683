import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { activityResourceList } from '../api/sdk.gen';
import type { Subject } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { useSchoolNames } from '../school/useSchool';
import { day, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { When } from '../ui/When';

interface Props {
  title: string;
  filter: { schoolUrn?: number; subject?: Subject; subjectId?: string };
}

const FEW = 6;
const MANY = 200;

/** A value of before or after, dates as people write them. */
function said(value: string | null | undefined): string {
  return value && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : (value ?? '–');
}

/** Who did what, when and why. */
export function ActivityList({ title, filter }: Props) {
  const [size, setSize] = useState(FEW);
  const nameOf = useSchoolNames(may(useMe(), 'schools:read') && !filter.schoolUrn);
  const lines = useQuery({
    queryKey: ['activity', filter, size],
    queryFn: () => answered(activityResourceList({ query: { ...filter, pageSize: size } })),
    placeholderData: keepPreviousData,
  });
  const more = (lines.data?.paging.totalResults ?? 0) > size && size < MANY;
  return (
    <section className="sheet record" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {lines.isPending && <Loading what="activity" />}
      {lines.isError && <Failed cause={lines.error} retry={() => lines.refetch()} />}
      {lines.data && lines.data.results.length === 0 && <Empty>Nothing has been changed here yet.</Empty>}
      {lines.data && lines.data.results.length > 0 && (
        <ul className="activity">
          {lines.data.results.map((line) => (
            <li key={line.id}>
              <span>
                <strong>{line.actor}</strong> {line.summary}
              </span>
              {line.changes.length > 0 && (
                <span className="small">
                  {line.changes
                    .slice(0, 6)
                    .map((change) => `${words(change.field)}: ${said(change.before)} → ${said(change.after)}`)
                    .join(' · ')}
                </span>
              )}
              {line.reason && <span className="small">Because: {line.reason}</span>}
              <span className="soft small">
                <When at={line.at} />
                {line.schoolUrn && !filter.schoolUrn && (
                  <>
                    {' · '}
                    <Link to="/schools/$urn" params={{ urn: String(line.schoolUrn) }}>
                      {nameOf(line.schoolUrn)}
                    </Link>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p className="actions">
          <button className="button quiet" type="button" onClick={() => setSize(Math.min(MANY, size * 5))}>
            Show earlier ones
          </button>
        </p>
      )}
    </section>
  );
}
