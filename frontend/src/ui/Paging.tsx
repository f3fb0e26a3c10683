import type { Paging as Place } from '../api/types.gen';
import { number } from './format';

interface Props {
  paging: Place;
  onPage: (page: number) => void;
  what: string;
}

/** Where a page stands in its list, and the way to its neighbours. */
export function Paging({ paging, onPage, what }: Props) {
  const from = (paging.page - 1) * paging.pageSize + 1;
  const to = Math.min(paging.page * paging.pageSize, paging.totalResults);
  return (
    <nav className="paging" aria-label="Pages">
      <p className="soft" role="status">
        {paging.totalResults === 0 ? `No ${what}` : `${from}–${to} of ${number(paging.totalResults)} ${what}`}
      </p>
      {paging.totalPages > 1 && (
        <div className="actions">
          <button
            className="button"
            type="button"
            aria-disabled={paging.page <= 1}
            onClick={() => paging.page > 1 && onPage(paging.page - 1)}
          >
            Previous
            {paging.page <= 1 && <span className="visually-hidden"> (this is the first page)</span>}
          </button>
          <button
            className="button"
            type="button"
            aria-disabled={paging.page >= paging.totalPages}
            onClick={() => paging.page < paging.totalPages && onPage(paging.page + 1)}
          >
            Next
            {paging.page >= paging.totalPages && (
              <span className="visually-hidden"> (this is the last page)</span>
            )}
          </button>
        </div>
      )}
    </nav>
  );
}
