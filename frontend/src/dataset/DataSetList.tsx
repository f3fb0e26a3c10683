import { Link } from '@tanstack/react-router';
import { Empty, Failed, Loading } from '../ui/Page';
import { useDataSets } from './useDataSet';

/** The data sets that somebody can ask, each with what it is about. */
export function DataSetList() {
  const sets = useDataSets();
  if (sets.isPending) {
    return <Loading what="data sets" />;
  }
  if (sets.isError) {
    return <Failed cause={sets.error} retry={() => sets.refetch()} />;
  }
  if (sets.data.results.length === 0) {
    return (
      <Empty>
        There is no data set of which you may read something. Ask the administrator of Uplift in your trust
        for a membership of the schools that you look into.
      </Empty>
    );
  }
  return (
    <ul className="data-sets">
      {sets.data.results.map(({ id, title, description, ofPupils, remembers }) => (
        <li key={id}>
          <h3>
            <Link to="/data/$id" params={{ id }}>
              {title}
            </Link>
          </h3>
          <p>{description}</p>
          {(ofPupils || remembers) && (
            <p className="soft small">
              {[
                ofPupils && 'Of single pupils, under pseudonyms',
                remembers && 'Remembers what its values were',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
