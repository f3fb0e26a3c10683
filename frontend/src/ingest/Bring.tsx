import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { columnMappingResourceGet, columnMappingResourceKeep } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { Field, FormProblem } from '../ui/Field';
import { FileDrop } from '../ui/FileDrop';
import { academicYearOf } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { Checked } from './Checked';
import type { Head } from './head';
import { headOf } from './head';
import { KINDS, type KindCode } from './kinds';
import { MappingForm } from './MappingForm';
import { fingerprint, isPlain, lacking, type Mapping, suggested } from './mapping';
import { recognised } from './recognise';

/** A file, and what is known and said about it. */
interface Chosen {
  file: File;
  head: Head;
  /** Whether the file told what it is. */
  told: boolean;
  kind: KindCode | '';
  keyStage: string;
  academicYear: string;
  /** Null where the columns have the names of the fields, or there are none. */
  mapping: Mapping | null;
  /** The mapping was used before, so that there is nothing to look through. */
  remembered: boolean;
  /** The file as it is said to be: what is imported twice in this form is imported once. */
  key: string;
}

const ACCEPT = '.csv,.txt,.tsv,.ndjson,.jsonl,.xlsx,.xml,text/csv';

/** Brings a file in: choose, look, and only then import. */
export function Bring() {
  const me = useMe();
  const navigate = useNavigate();
  const change = useChange();
  const kinds = KINDS.filter((kind) => may(me, kind.permission));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [check, setCheck] = useState('');
  const [open, setOpen] = useState(false);
  const titleId = useId();
  const kind = kinds.find((one) => one.code === chosen?.kind);
  const missing = chosen?.mapping && kind?.fields ? lacking(chosen.mapping, kind.fields) : [];
  const misfit = chosen && kind && !kind.forms.includes(chosen.head.form);
  const blocked = !chosen
    ? 'Choose a file first.'
    : !kind
      ? 'Say what is in the file.'
      : misfit
        ? `${kind.label} cannot come in a file of this form. ${kind.hint}`
        : missing.length > 0
          ? 'A needed field has no column yet.'
          : '';

  const say = (next: Partial<Chosen>) => {
    change.clear();
    setCheck('');
    setChosen((before) => before && { ...before, ...next, key: crypto.randomUUID() });
  };

  const choose = (file: File | null) =>
    change.run(async () => {
      setCheck('');
      setChosen(null);
      if (!file) {
        return;
      }
      const head = await headOf(file);
      const seen = recognised(file.name, head);
      const start = Number(academicYearOf(new Date()).slice(0, 4)) - 1;
      const told = kinds.some((one) => one.code === seen?.kind);
      const code = told && seen ? seen.kind : '';
      setChosen({
        file,
        head,
        told,
        kind: code,
        keyStage: seen?.keyStage ?? 'KS2',
        academicYear: seen?.academicYear ?? `${start}/${start + 1}`,
        key: crypto.randomUUID(),
        ...(await mappingOf(code, head)),
      });
    });

  const overrule = (code: KindCode | '') =>
    change.run(async () => {
      say({ kind: code, told: false, ...(chosen && (await mappingOf(code, chosen.head))) });
    });

  const send = async (what: Chosen, dryRun: boolean) => {
    if (!kind) {
      return;
    }
    const answer = await kind.send({
      file: what.file,
      form: what.head.form,
      key: dryRun ? crypto.randomUUID() : what.key,
      dryRun,
      keyStage: what.keyStage,
      academicYear: what.academicYear,
      mapping: what.mapping ? await fingerprint(what.head.headings) : undefined,
    });
    return answer.jobId;
  };

  const look = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      if (!chosen || blocked) {
        return;
      }
      setCheck('');
      if (chosen.mapping && kind && !chosen.remembered) {
        const fields = Object.fromEntries(
          Object.entries(chosen.mapping).map(([name, heading]) => [heading, name]),
        );
        const path = { kind: kind.code, fingerprint: await fingerprint(chosen.head.headings) };
        await answered(columnMappingResourceKeep({ path, body: { fields } }));
        setChosen({ ...chosen, remembered: true });
      }
      setOpen(false);
      setCheck((await send(chosen, true)) ?? '');
    });
  };

  const keep = () =>
    change.run(async () => {
      const id = chosen && (await send(chosen, false));
      if (id) {
        await navigate({ to: '/imports/$id', params: { id } });
      }
    });

  const maps = chosen?.mapping && kind?.fields && (!chosen.remembered || open);
  return (
    <section className="sheet" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>Bring a file in</h2>
      </header>
      <form className="form" onSubmit={look} noValidate>
        <FileDrop label="File" accept={ACCEPT} file={chosen?.file ?? null} onFile={choose} />
        {chosen && (
          <>
            <div className="row">
              <Field
                label="What is in the file"
                hint={
                  chosen.told
                    ? 'Recognised from the file; choose another if it is not so.'
                    : (kind?.hint ?? 'The file does not tell. Choose what it is.')
                }
              >
                <select
                  value={chosen.kind}
                  onChange={(event) => overrule(event.target.value as KindCode | '')}
                >
                  {chosen.kind === '' && <option value="">choose …</option>}
                  {kinds.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one.label}
                    </option>
                  ))}
                </select>
              </Field>
              {kind?.code === 'published-results' && (
                <>
                  <Field label="Key stage" wrong={change.problem?.at('/keyStage')}>
                    <select
                      value={chosen.keyStage}
                      onChange={(event) => say({ keyStage: event.target.value })}
                    >
                      <option>KS2</option>
                      <option>KS4</option>
                    </select>
                  </Field>
                  <Field
                    label="Academic year of the results"
                    hint="As 2017/2018"
                    wrong={change.problem?.at('/academicYear')}
                  >
                    <input
                      value={chosen.academicYear}
                      onChange={(event) => say({ academicYear: event.target.value })}
                      maxLength={9}
                    />
                  </Field>
                </>
              )}
            </div>
            {chosen.mapping && chosen.remembered && (
              <p className="actions">
                <span>The columns are read as in your last file like this one.</span>
                <button className="link" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
                  {open ? 'Hide the columns' : 'Look at the columns'}
                </button>
              </p>
            )}
            {maps && chosen.mapping && kind?.fields && (
              <MappingForm
                head={chosen.head}
                fields={kind.fields}
                mapping={chosen.mapping}
                lacking={missing}
                onMap={(mapping) => say({ mapping, remembered: false })}
              />
            )}
          </>
        )}
        <FormProblem problem={change.problem} />
        <div className="actions">
          <button
            className={check ? 'button' : 'button primary'}
            type="submit"
            aria-disabled={blocked !== '' || change.busy}
          >
            Check
          </button>
          <span role="status">
            {change.busy
              ? chosen
                ? 'Sending the file …'
                : 'Reading the file …'
              : blocked ||
                (check ? '' : 'A check says what would change. Nothing is written before you press Import.')}
          </span>
        </div>
      </form>
      {check && <Checked id={check} busy={change.busy} onImport={keep} />}
    </section>
  );
}

/** What the columns of a file mean: what was said of the last file like it, or else what their names suggest. */
async function mappingOf(code: KindCode | '', head: Head): Promise<Pick<Chosen, 'mapping' | 'remembered'>> {
  const fields = KINDS.find((kind) => kind.code === code)?.fields;
  if (!fields || !(head.form === 'csv' || head.form === 'xlsx') || isPlain(head.headings, fields)) {
    return { mapping: null, remembered: false };
  }
  const path = { kind: code, fingerprint: await fingerprint(head.headings) };
  const known = await answered(columnMappingResourceGet({ path }));
  const said = Object.entries(known.fields).filter(([heading]) => head.headings.includes(heading));
  return said.length > 0
    ? { mapping: Object.fromEntries(said.map(([heading, name]) => [name, heading])), remembered: true }
    : { mapping: suggested(head.headings, fields), remembered: false };
}
