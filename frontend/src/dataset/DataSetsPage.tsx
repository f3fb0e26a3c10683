import { may, useMe } from '../app/me';
import { Page } from '../ui/Page';
import { DataSetList } from './DataSetList';
import { Saved } from './Saved';

/** Every data set that somebody may read. */
export function DataSetsPage() {
  const allowed = may(useMe(), 'data-sets:read');
  return (
    <Page
      title="Data sets"
      lead="Ask a data set on the screen, take its rows with you, or ask it from a script."
    >
      {allowed ? (
        <div className="stack">
          <Saved />
          <section className="sheet" aria-label="Data sets">
            <DataSetList />
          </section>
        </div>
      ) : (
        <NoDataSets />
      )}
    </Page>
  );
}

/** For somebody whose roles read none. */
export function NoDataSets() {
  return (
    <div className="notice bad" role="alert">
      <h2>You may not see this</h2>
      <p>
        Data sets are for analysts, leaders, data managers, trustees and members of committees. Ask the
        administrator of Uplift in your trust if you need them.
      </p>
    </div>
  );
}
