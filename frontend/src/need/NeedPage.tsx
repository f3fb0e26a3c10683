import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import type { NeedDetail, NeedLevel } from '../api/types.gen';
import { may, mayIn, useMe } from '../app/me';
import { AskButton } from '../commission/AskButton';
import { ThisYear } from '../cycle/ThisYear';
import { Decide } from '../delegation/Decide';
import { Choice } from '../ui/Choice';
import { hasDraft } from '../ui/drafts';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { DIRECTIONS, termName, termOf } from './bands';
import { Contributions } from './Contributions';
import { LevelPill } from './LevelPill';
import { draftOf, ModerateForm } from './ModerateForm';
import { Moderations } from './Moderations';
import { NeedHistory } from './NeedHistory';
import { useLevels, useSchoolNeed } from './useNeed';
import { WhatWouldChange } from './WhatWouldChange';

/** What the address of the page can say. */
export interface NeedSearch {
  year?: string | undefined;
  term?: 'autumn' | 'spring' | 'summer' | undefined;
}

const route = getRouteApi('/shell/schools/$urn/need');

/** How much support a school needs in a term, why, what people made of it, and how it went over the terms. */
export function NeedPage() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const { year, term } = route.useSearch();
  const navigate = route.useNavigate();
  const levels = useLevels();
  const need = useSchoolNeed(urn, year && term ? { academicYear: year, term } : undefined);
  const { current, history = [] } = need.data ?? {};
  const failed = [need, levels].find((one) => one.isError);
  const known = levels.data?.results ?? [];
  return (
    <div className="stack">
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && (need.isPending || levels.isPending) && <Loading what="the need of the school" />}
      {need.data && history.length === 0 && (
        <section className="sheet" aria-label="Need">
          <Empty>
            This school has not been assessed yet. It is done each night; a trust leader can do it now, under
            Need.
          </Empty>
        </section>
      )}
      {history.length > 0 && (
        <section className="sheet" aria-label="Which term">
          <div className="filters">
            <Choice
              label="Term"
              options={history.map((one): [string, string] => [termName(one), termName(one)])}
              chosen={current ? termName(current.assessment) : ''}
              onChoose={(next) => {
                const chosen = termOf(next);
                navigate({
                  search: { year: chosen.academicYear, term: chosen.term },
                  replace: true,
                });
              }}
            />
            <p className="apart">
              <Link to="/need/method">How need is computed</Link>
            </p>
          </div>
        </section>
      )}
      {need.data && history.length > 0 && !current && (
        <section className="sheet" aria-label="Need">
          <Empty>The school was not assessed in this term. Choose another one.</Empty>
        </section>
      )}
      {current && levels.data && (
        <>
          <div className="aside">
            <div className="stack">
              <Standing need={current} levels={known} />
              <Contributions key={current.assessment.id} need={current} />
            </div>
            <div className="stack">
              <WhatWouldChange
                assessment={current.assessment}
                contributions={current.contributions}
                levels={known}
              />
              <Support need={current} />
              {mayIn(me, 'cycles:read', urn) && <ThisYear urn={urn} />}
            </div>
          </div>
          <Moderations moderations={current.moderations} />
          <NeedHistory history={history} levels={known} />
          {may(me, 'activity:read', urn) && (
            <ActivityList title="Activity" filter={{ subject: 'need', subjectId: current.assessment.id }} />
          )}
        </>
      )}
    </div>
  );
}

/** The level, the score, and what is to be said about them. */
function Standing({ need, levels }: { need: NeedDetail; levels: NeedLevel[] }) {
  const me = useMe();
  const { assessment } = need;
  const [moderating, setModerating] = useState(() => hasDraft(draftOf(me.id, assessment.id)));
  const { score, computedLevelLabel, levelLabel, moderated, direction } = assessment;
  return (
    <section className="sheet stack" aria-labelledby="standing-title">
      <header>
        <h2 id="standing-title" tabIndex={-1}>
          Need in {termName(assessment)}
        </h2>
        <LevelPill assessment={assessment} levels={levels} />
      </header>
      <dl className="counts">
        <div>
          <dt>Score, 0 to 100</dt>
          <dd>{score === undefined ? 'Not enough data' : number(score, 1)}</dd>
        </div>
        <div>
          <dt>Computed level</dt>
          <dd>{computedLevelLabel ?? 'None'}</dd>
        </div>
        <div>
          <dt>Level that counts</dt>
          <dd>{levelLabel ?? 'None'}</dd>
        </div>
      </dl>
      <p className="soft small">
        As at {day(assessment.asAt)}
        {direction && `, ${DIRECTIONS[direction]}`}
      </p>
      {assessment.floor && (
        <p className="notice warn">
          Whatever its score, the school is at least at the level of a school in concern. {assessment.floor}
        </p>
      )}
      {moderated && computedLevelLabel !== levelLabel && (
        <p className="notice">
          People have set {levelLabel?.toLowerCase()}; computed is{' '}
          {computedLevelLabel?.toLowerCase() ?? 'no level'}. The reason stands under Moderation.
        </p>
      )}
      {moderated && computedLevelLabel === levelLabel && (
        <p className="notice good">What people have set is what is computed now.</p>
      )}
      {assessment.riskOfDecline && (
        <div className="notice warn">
          <strong>Risk of decline</strong>
          <ul className="small">
            {assessment.riskReasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {need.mayDecide && <Decide subject={{ kind: 'need', id: assessment.id, cycleId: assessment.id }} />}
      {need.newest && mayIn(me, 'need:moderate', assessment.schoolUrn) && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setModerating(true)}>
            Set another level
          </button>
        </p>
      )}
      {moderating && (
        <ModerateForm assessment={assessment} levels={levels} onClose={() => setModerating(false)} />
      )}
    </section>
  );
}

/** What the level gives. */
function Support({ need: { assessment } }: { need: NeedDetail }) {
  return (
    <section className="sheet stack" aria-labelledby="support-title">
      <h2 id="support-title">How it is supported</h2>
      {assessment.entitlementDays === undefined ? (
        <p>Without a level there is no entitlement; a trust leader can set one.</p>
      ) : (
        <p>
          <strong>{assessment.entitlementDays} days</strong> of support in {assessment.academicYear}, by its
          level. What is done with them stands in the plan, and under{' '}
          <Link to="/commissions" search={{ school: assessment.schoolUrn }}>
            Support
          </Link>
          .
        </p>
      )}
      <p className="actions">
        <AskButton
          kind="need"
          id={assessment.id}
          title={`Need in ${termName(assessment)}`}
          schoolUrn={assessment.schoolUrn}
        />
      </p>
    </section>
  );
}
