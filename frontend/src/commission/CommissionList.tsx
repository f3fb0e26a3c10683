import { getRouteApi, Link } from '@tanstack/react-router';
import type { CommissionStatus } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { useSchools } from '../school/useSchool';
import { Choice } from '../ui/Choice';
import { Export } from '../ui/Export';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { COMMISSION_COLUMNS, CommissionTable } from './CommissionTable';
import { useCommissions } from './useCommissions';
import { STATUS } from './words';

const route = getRouteApi('/shell/commissions');

/** What the address of the list can say. */
export interface CommissionSearch {
  status?: CommissionStatus | undefined;
  school?: number | undefined;
  mine?: boolean | undefined;
  page?: number | undefined;
}

/** The support that schools have asked for, that is under way, and that has ended. */
export function CommissionList() {
  const me = useMe();
  const { status, school, mine, page } = route.useSearch();
  const navigate = route.useNavigate();
  const schools = useSchools();
  const commissions = useCommissions({ status, schoolUrn: school, mine, page, pageSize: 50 });
  const choose = (next: Partial<CommissionSearch>) =>
    navigate({ search: (before) => ({ ...before, ...next, page: undefined }) });
  const narrowed = status || school || mine;
  return (
    <Page
      title="Support"
      lead="What schools ask for, who gives it, and what comes of it: inside the trust first, outside when necessary."
      actions={
        <>
          {may(me, 'support:request') && (
            <Link className="button primary" to="/commissions/new" search={{}}>
              Ask for support
            </Link>
          )}
          <Link className="button" to="/support" search={{}}>
            Who supports whom
          </Link>
          {may(me, 'support:request') && (
            <Link className="button" to="/partners" search={{}}>
              Partners
            </Link>
          )}
          {commissions.data && commissions.data.results.length > 0 && (
            <Export name={['support']} columns={COMMISSION_COLUMNS} rows={commissions.data.results} />
          )}
        </>
      }
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Status"
            options={[
              ['', 'All'],
              ...(Object.entries(STATUS).map(([code, { label }]) => [code, label]) as [
                CommissionStatus,
                string,
              ][]),
            ]}
            chosen={status ?? ''}
            onChoose={(next) => choose({ status: next || undefined })}
          />
          {(schools.data?.results.length ?? 0) > 1 && (
            <Choice
              label="School"
              options={[
                ['', 'All'],
                ...(schools.data?.results ?? []).map(({ urn, name }): [string, string] => [
                  String(urn),
                  name,
                ]),
              ]}
              chosen={school ? String(school) : ''}
              onChoose={(next) => choose({ school: next ? Number(next) : undefined })}
            />
          )}
          <Choice
            label="Given by"
            options={[
              ['', 'Anybody'],
              ['me', 'Me'],
            ]}
            chosen={mine ? 'me' : ''}
            onChoose={(next) => choose({ mine: next ? true : undefined })}
          />
        </div>
        {commissions.isPending && <Loading what="support" />}
        {commissions.isError && <Failed cause={commissions.error} retry={() => commissions.refetch()} />}
        {commissions.data && (
          <section className="sheet" aria-label="Support">
            {commissions.data.results.length === 0 ? (
              <Empty>
                {narrowed
                  ? 'No such support. Choose All to see the rest.'
                  : 'No support yet. A school asks for it from its need, a priority or a checkpoint, or here.'}
              </Empty>
            ) : (
              <CommissionTable commissions={commissions.data.results} />
            )}
            <Paging
              paging={commissions.data.paging}
              what="commissions"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
