import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { needModerationResourceModerate } from '../api/sdk.gen';
import type { Concern } from '../api/types.gen';
import { useLevels, useSchoolNeed } from '../need/useNeed';
import { AskDialog } from '../ui/AskDialog';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';

/** Lets who needs to know of a restricted concern set the level of need because of it, without telling others why. */
export function NeedBecause({ concern }: { concern: Concern }) {
  const queries = useQueryClient();
  const need = useSchoolNeed(concern.schoolUrn);
  const levels = useLevels();
  const [asking, setAsking] = useState(false);
  const assessment = need.data?.current?.assessment;
  const others = (levels.data?.results ?? []).filter(({ code }) => code !== assessment?.level);
  const failed = [need, levels].find(({ isError }) => isError);
  return (
    <section className="sheet stack" aria-labelledby="need-because-title">
      <h2 id="need-because-title">Level of need</h2>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && (need.isPending || levels.isPending) && <Loading what="the need of the school" />}
      {need.data && (
        <p>
          {assessment?.levelLabel ?? 'No level'} today.{' '}
          <Link to="/schools/$urn/need" params={{ urn: String(concern.schoolUrn) }}>
            Need of the school
          </Link>
        </p>
      )}
      {assessment && others.length > 0 && concern.status !== 'closed' && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setAsking(true)}>
            Set the level because of this
          </button>
        </p>
      )}
      {asking && assessment && (
        <AskDialog
          title="Set the level because of this concern"
          action="Set the level"
          initial={{ level: others[0]?.code ?? '' }}
          asked={() => [
            {
              name: 'level',
              label: 'Level',
              options: others.map(({ code, label, entitlementDays }): [string, string] => [
                code,
                `${label}, ${entitlementDays} days of support`,
              ]),
            },
            { name: 'rationale', label: 'Why', hint: '20 characters or more', kind: 5 },
          ]}
          work={async ({ level, rationale }) => {
            await answered(
              needModerationResourceModerate({
                path: { id: assessment.id },
                headers: { 'If-Match': `"${assessment.version}"` },
                body: { level: level ?? '', rationale: rationale ?? '', concernId: concern.id },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setAsking(false)}
        >
          <p className="small">
            Everybody who reads the need of the school sees the level and the score. Why is written into the
            chronology of this concern, for those who need to know of it. By two levels a second trust leader
            agrees first.
          </p>
        </AskDialog>
      )}
    </section>
  );
}
