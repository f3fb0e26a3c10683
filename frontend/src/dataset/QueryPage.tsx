import { getRouteApi } from '@tanstack/react-router';
import { Answer } from './Answer';
import { Builder } from './Builder';
import { Downloads } from './Downloads';
import { type Asked, askedIn, fits, queryOf, searchOf } from './query';
import { Snippets } from './Snippets';
import { scriptOf } from './snippets';
import { useDataSetMeta, useRows } from './useDataSet';

const route = getRouteApi('/shell/data/$id');

/** Asks a data set: what is wanted, the answer, and how to have it elsewhere. All of the question is in the address. */
export function QueryPage() {
  const { id } = route.useParams();
  const asked = askedIn(route.useSearch());
  const navigate = route.useNavigate();
  const { data: meta } = useDataSetMeta(id);
  const rows = useRows(id, asked);
  if (!meta) {
    return null;
  }
  const ask = (next: Partial<Asked>) =>
    navigate({
      search: searchOf({ ...asked, page: 1, ...next }),
      replace: true,
      resetScroll: false,
    });
  const query = queryOf(asked);
  return (
    <div className="stack">
      <Builder meta={meta} asked={asked} onAsk={ask} />
      <Answer meta={meta} asked={asked} rows={rows} onAsk={ask} />
      {fits(asked).download ? (
        <div className="columns">
          <Downloads
            id={id}
            query={query}
            total={rows.data?.paging.totalResults}
            onLabels={(labels) => ask({ labels, page: asked.page })}
          />
          <Snippets script={scriptOf(location.origin, meta, query)} />
        </div>
      ) : (
        <section className="sheet stack" aria-labelledby="download-title">
          <h2 id="download-title">Download</h2>
          <p>
            This question is too long for a download, which states it in its address. Pick fewer, or none
            where you want all.
          </p>
        </section>
      )}
    </div>
  );
}
