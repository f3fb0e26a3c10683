import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { bankHolidayResourceAdd, bankHolidayResourceTakeAway } from '../api/sdk.gen';
import type { BankHoliday } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Confirm } from '../ui/Confirm';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { Table } from '../ui/Table';
import { useChange } from '../ui/useChange';
import { told } from './dates';

/** The bank holidays of England in a year; an administrator adds them and takes them away. */
export function BankHolidays({ year, holidays }: { year: string; holidays: BankHoliday[] }) {
  const me = useMe();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<BankHoliday>();
  const keeps = may(me, 'bank-holidays:keep');
  return (
    <section className="sheet" aria-labelledby="holidays-title">
      <header>
        <h2 id="holidays-title">Bank holidays</h2>
        {keeps && (
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Add
          </button>
        )}
      </header>
      {holidays.length === 0 ? (
        <Empty>
          None are known for {year}. {keeps ? 'Add those that are announced.' : 'An administrator adds them.'}
        </Empty>
      ) : (
        <Table
          caption="Of England"
          columns={[
            { label: 'Day', text: (row) => day(row.date) },
            { label: 'Holiday', text: (row) => row.label },
            ...(keeps
              ? [
                  {
                    label: 'Change',
                    text: () => '',
                    show: (row: BankHoliday) => (
                      <button className="link" type="button" onClick={() => setLeaving(row)}>
                        Take away<span className="visually-hidden"> {row.label}</span>
                      </button>
                    ),
                  },
                ]
              : []),
          ]}
          rows={holidays}
          keyOf={(row) => row.date}
        />
      )}
      {adding && <Add onClose={() => setAdding(false)} />}
      {leaving && (
        <Confirm
          title={`Take away ${leaving.label}`}
          action="Take away"
          work={async () => {
            await answered(bankHolidayResourceTakeAway({ path: { date: leaving.date } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setLeaving(undefined)}
        >
          {day(leaving.date)} becomes a school day in every school that has a term then.
        </Confirm>
      )}
    </section>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const problem = told(change.problem);
  const [date, setDate] = useState('');
  const [label, setLabel] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      await answered(bankHolidayResourceAdd({ headers: { 'Idempotency-Key': key }, body: { date, label } }));
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title="Add a bank holiday" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={problem} />
        <Field
          label="Day"
          hint="Where it falls on a weekend: its substitute day"
          wrong={problem?.at('/date')}
        >
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </Field>
        <Field label="What it is called" wrong={problem?.at('/label')}>
          <input maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Add
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
