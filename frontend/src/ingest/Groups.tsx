import { useQuery } from '@tanstack/react-query';
import type { IngestAnswer } from '../api/types.gen';
import { number } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { errorsOf } from './errors';
import { type ErrorGroup, errorLines, fixOf, grouped } from './groups';
import { KINDS } from './kinds';
import { COUNTED } from './rows';

/** What was wrong, the same of many rows together: where, what was found and expected, and what to do. */
export function Groups({ answer }: { answer: IngestAnswer }) {
  const { jobId, kind, firstRow } = answer;
  const groups = useQuery({
    queryKey: ['job', jobId, 'errors'],
    queryFn: async () => grouped(errorLines(await errorsOf(jobId))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fields = KINDS.find((one) => one.code === kind)?.fields;
  const headings = new Map(Object.entries(answer.columns ?? {}).map(([heading, name]) => [name, heading]));
  const columnOf = ({ column }: ErrorGroup) => headings.get(column) ?? fields?.[column]?.label ?? column;
  return (
    <>
      {groups.isPending && <Loading what="errors" />}
      {groups.isError && <Failed cause={groups.error} retry={() => groups.refetch()} />}
      {groups.data && (
        <ul className="plain groups">
          {groups.data.map((group) => (
            <li key={group.key}>
              <h3>
                <Pill tone={group.outcome === 'rejected' ? 'bad' : 'warn'}>
                  {COUNTED[group.outcome as keyof typeof COUNTED]}
                </Pill>{' '}
                {group.column ? columnOf(group) : 'The whole row'}{' '}
                <span className="soft small">
                  {number(group.rows)} {group.rows === 1 ? 'row' : 'rows'}
                </span>
              </h3>
              <p>
                Row {(group.lines[0]?.row ?? 0) + firstRow}: {group.lines[0]?.message}
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
                        Row {line.row + firstRow}: {line.message}
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
