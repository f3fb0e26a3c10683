import { getRouteApi } from '@tanstack/react-router';
import { useSchool } from '../school/useSchool';
import { Choice } from '../ui/Choice';
import { Empty, Failed, Loading } from '../ui/Page';
import { ExpectedShare } from './ExpectedShare';
import { GROUPS } from './groups';
import { Movements } from './Movements';
import { OutcomeParts } from './OutcomeParts';
import { type AssessmentPoint, codeOf, pointFrom, pointLabel, pointsIn } from './points';
import { useOutcomes } from './useOutcomes';

const route = getRouteApi('/shell/schools/$urn/outcomes/teacher-assessment');

/** What the address of the page can say: two points as 2025-autumn, and a group of pupils. */
export interface AssessmentSearch {
  from?: string | undefined;
  to?: string | undefined;
  group?: string | undefined;
}

/** The trust's own assessment: who is where at a point of the year, and how the same pupils moved since an earlier one. */
export function TeacherAssessment() {
  const urn = Number(route.useParams().urn);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: AssessmentSearch) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const { data: school } = useSchool(urn);
  const group = search.group ?? 'ALL';
  const together = useOutcomes(urn, 'TA_RWM_EXP', 'ALL');
  const points = pointsIn(together.data ?? []);
  const has = (point: AssessmentPoint | undefined) =>
    point && points.find((one) => codeOf(one) === codeOf(point));
  const to = has(pointFrom(search.to)) ?? points.at(-1);
  const earlier = to ? points.slice(0, points.indexOf(to)) : [];
  const asked = has(pointFrom(search.from));
  const from = asked && earlier.includes(asked) ? asked : earlier.at(-1);
  return (
    <div className="stack">
      <OutcomeParts urn={urn} />
      {together.isPending && <Loading what="teacher assessment" />}
      {together.isError && <Failed cause={together.error} retry={() => together.refetch()} />}
      {together.data && !to && (
        <section className="sheet" aria-label="Teacher assessment">
          <Empty>
            No teacher assessment has come in yet. It comes each term from the school’s system, in the grades
            of the trust.
          </Empty>
        </section>
      )}
      {to && (
        <>
          <section className="sheet" aria-label="What is shown">
            <div className="filters">
              <Choice
                label="At"
                options={optionsOf(points)}
                chosen={codeOf(to)}
                onChoose={(code) => change({ to: code, from: undefined })}
              />
              {from && (
                <Choice
                  label="Moved since"
                  options={optionsOf(earlier)}
                  chosen={codeOf(from)}
                  onChoose={(code) => change({ from: code })}
                />
              )}
              <Choice
                label="Pupils"
                options={Object.entries(GROUPS)}
                chosen={group}
                onChoose={(next) => change({ group: next })}
              />
            </div>
          </section>
          <ExpectedShare urn={urn} at={to} group={group} school={school?.name ?? String(urn)} />
          {from ? (
            <Movements urn={urn} from={from} to={to} group={group} school={school?.name ?? String(urn)} />
          ) : (
            <section className="sheet" aria-label="Movement">
              <Empty>There is one point so far. When the next one comes, this shows who moved.</Empty>
            </section>
          )}
        </>
      )}
    </div>
  );
}

/** The newest first. */
function optionsOf(points: AssessmentPoint[]): [string, string][] {
  return points.toReversed().map((point) => [codeOf(point), pointLabel(point)]);
}
