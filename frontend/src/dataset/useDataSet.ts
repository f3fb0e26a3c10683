import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  dataSetResourceDownload,
  dataSetResourceList,
  dataSetResourceMeta,
  dataSetResourceQuery,
} from '../api/sdk.gen';
import type { DataSetQuery, DownloadFormat } from '../api/types.gen';
import { answered, Problem } from '../ui/problem';
import { MOST_ROWS } from './chart';
import { type Asked, queryOf } from './query';

/** So many rows are on a page. */
const ROWS = 50;

/** The data sets of which somebody may read something. */
export function useDataSets(enabled = true) {
  return useQuery({
    queryKey: ['data-sets'],
    queryFn: () => answered(dataSetResourceList()),
    staleTime: 300_000,
    enabled,
  });
}

/** What is in a data set. */
export function useDataSetMeta(id: string, enabled = true) {
  return useQuery({
    queryKey: ['data-sets', id],
    queryFn: () => answered(dataSetResourceMeta({ path: { id } })),
    staleTime: 60_000,
    enabled,
  });
}

/** A page of the answer to a question. */
export function useRows(id: string, asked: Asked) {
  const body: DataSetQuery = { ...queryOf(asked), labels: 'both', page: asked.page, pageSize: ROWS };
  return useQuery({
    queryKey: ['data-sets', id, 'rows', body],
    queryFn: () => answered(dataSetResourceQuery({ path: { id }, body })),
    placeholderData: keepPreviousData,
  });
}

/** One indicator of every row that is asked for, so that it can be drawn. */
export function useDrawnRows(id: string, asked: Asked, indicator: string, enabled: boolean) {
  const body: DataSetQuery = {
    ...queryOf({ ...asked, sort: [] }),
    indicators: [indicator],
    labels: 'both',
    pageSize: MOST_ROWS,
  };
  return useQuery({
    queryKey: ['data-sets', id, 'drawn', body],
    queryFn: () => answered(dataSetResourceQuery({ path: { id }, body })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/**
 * Fetches all rows that a question is about, under the name that the service gives them.
 *
 * @param arrived is told how many bytes have come
 */
export async function fetchRows(
  id: string,
  format: DownloadFormat,
  query: DataSetQuery,
  arrived: (bytes: number) => void,
): Promise<{ file: Blob; name: string }> {
  const call = dataSetResourceDownload({
    path: { id },
    query: { format, query: JSON.stringify(query) },
    parseAs: 'stream',
  });
  const stream = (await answered(call)) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  const { response } = await call;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = stream.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      bytes += piece.value.length;
      arrived(bytes);
    }
  } catch {
    throw new Problem(
      0,
      'The download broke off',
      'Nothing was saved. Try again; ask for fewer rows, or as CSV, if it breaks off once more.',
    );
  }
  const name = /filename="([^"]+)"/.exec(response?.headers.get('Content-Disposition') ?? '')?.[1];
  return {
    file: new Blob(pieces, { type: response?.headers.get('Content-Type') ?? '' }),
    name: name ?? `${id}.${format}`,
  };
}
