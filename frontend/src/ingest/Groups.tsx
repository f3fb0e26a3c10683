import { useQuery } from '@tanstack/react-query';
import { number, words } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { errorsOf } from './errors';
import { type ErrorGroup, errorLines, fixOf, grouped } from './groups';
import type { Held } from './held';
import { KINDS } from './kinds';

/** The first row of data is the second row of a spreadsheet. A Common Transfer File has no header line. */
function rowNumber(kind: string, row: number): number {
  return kind === 'ctf' ? row + 1 : row + 2;
}

interface Props {
  jobId: string;
  kind: string;
  held: Held | undefined;
}

/** What was wrong, the same of many rows together: where, what was found and expected, and what to do. */
export function Groups({ jobId, kind, held }: Props) {
  const groups = useQuery({
    queryKey: ['job', jobId, 'errors'],
    queryFn: async () => grouped(await errorLines(await errorsOf(jobId))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fields = KINDS.find((one) => one.code === kind)?.fields;
  const columnOf = (group: ErrorGroup) =>
    held?.mapping?.[group.column] ?? fields?.[group.column]?.label ?? group.column;
  return (
    <>
      {groups.isPending && <Loading what="errors" />}
      {groups.isError && <Failed cause={groups.error} retry={() => groups.refetch()} />}
      {groups.data && (
        <ul className="plain groups">
          {groups.data.map((group) => (
            <li key={group.key}>
              <h3>
                <Pill tone={group.outcome === 'rejected' ? 'bad' : 'warn'}>{words(group.outcome)}</Pill>{' '}
                {group.column ? columnOf(group) : 'The whole row'}{' '}
                <span className="soft small">
                  {number(group.rows)} {group.rows === 1 ? 'row' : 'rows'}
                </span>
              </h3>
              <p>
                Row {rowNumber(kind, group.lines[0]?.row ?? 0)}: {group.lines[0]?.message}
              </p>
              <p className="soft">
                {fixOf(group.code)} <code className="small">{group.code}</code>
              </p>
              {group.rows > 1 && (
                <details>
                  <summary>
                    {group.lines.length < group.rows
                      ? `The first ${group.lines.length} rows`
                      : `All ${group.rows} rows`}
                  </summary>
                  <ul>
                    {group.lines.map((line) => (
                      <li key={`${line.row} ${line.message}`}>
                        Row {rowNumber(kind, line.row)}: {line.message}
                        {line.detail && <span className="soft"> {line.detail}</span>}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
