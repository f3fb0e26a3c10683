import type { Paging } from '../api/types.gen';

/** All entries of a list that is shown as a whole: its pages, one after another. */
export async function everyPage<R>(
  read: (page: number) => Promise<{ results: R[]; paging: Paging }>,
): Promise<R[]> {
  const first = await read(1);
  const all = [...first.results];
  for (let page = 2; page <= first.paging.totalPages; page++) {
    all.push(...(await read(page)).results);
  }
  return all;
}
