import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { IngestAnswer } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Field, FormProblem } from '../ui/Field';
import { FileDrop } from '../ui/FileDrop';
import { academicYearOf } from '../ui/format';
import { Page } from '../ui/Page';
import { useChange } from '../ui/useChange';
import { Answer } from './Answer';
import { JobList } from './JobList';
import { KINDS } from './kinds';
import { QuarantineList } from './QuarantineList';

/** Bring a file in: look first at what it would change, then commit. */
export function ImportPage() {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const kinds = KINDS.filter((kind) => may(me, kind.permission));
  const [code, setCode] = useState(kinds[0]?.code ?? '');
  const [year, setYear] = useState(() => {
    const start = Number(academicYearOf(new Date()).slice(0, 4)) - 1;
    return `${start}/${start + 1}`;
  });
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<IngestAnswer | null>(null);
  const kind = kinds.find((one) => one.code === code);
  const choose = (next: File | null) => {
    setFile(next);
    setAnswer(null);
    change.clear();
  };
  const send = (dryRun: boolean) =>
    change.run(async () => {
      if (!kind || !file) {
        return;
      }
      setAnswer(await kind.send({ file, key: crypto.randomUUID(), dryRun, academicYear: year }));
      await queries.invalidateQueries();
    });
  const look = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };
  return (
    <Page title="Imports" lead="Look first at what a file would change; nothing is kept before you say so.">
      <div className="stack">
        <section className="sheet" aria-labelledby="send-title">
          <header>
            <h2 id="send-title">Bring a file in</h2>
          </header>
          <form className="form" onSubmit={look} noValidate>
            <div className="row">
              <Field label="What is in the file" hint={kind?.hint}>
                <select
                  value={code}
                  onChange={(event) => {
                    setCode(event.target.value);
                    setAnswer(null);
                    change.clear();
                  }}
                >
                  {kinds.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one.label}
                    </option>
                  ))}
                </select>
              </Field>
              {kind?.needsYear && (
                <Field
                  label="Academic year of the results"
                  hint="As 2017/2018"
                  wrong={change.problem?.at('/academicYear')}
                >
                  <input value={year} onChange={(event) => setYear(event.target.value)} maxLength={9} />
                </Field>
              )}
            </div>
            <FileDrop label="File" accept=".csv,text/csv" file={file} onFile={choose} />
            <FormProblem problem={change.problem} />
            <div className="actions">
              <button className="button" type="submit" aria-disabled={!file || change.busy}>
                Look what it would change
              </button>
              <button
                className="button primary"
                type="button"
                aria-disabled={!file || change.busy}
                onClick={() => send(false)}
              >
                Import
              </button>
              <span role="status">
                {change.busy ? 'Reading the file …' : file ? '' : 'Choose a file first.'}
              </span>
            </div>
          </form>
        </section>
        {answer && <Answer answer={answer} />}
        <JobList />
        {may(me, 'quarantine:read') && <QuarantineList />}
      </div>
    </Page>
  );
}
