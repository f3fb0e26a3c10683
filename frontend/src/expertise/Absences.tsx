import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { expertAbsenceResourceAdd, expertAbsenceResourceRemove } from '../api/sdk.gen';
import type { ExpertAbsence, ExpertDetail } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day, today } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';

interface Props {
  profile: ExpertDetail;
  absences: ExpertAbsence[];
}

/** The days on which somebody cannot come, for those alone who may know. */
export function Absences({ profile: { expert, mayChange }, absences }: Props) {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ExpertAbsence>();
  const said = ({ from, until }: ExpertAbsence) =>
    from === until ? day(from) : `${day(from)} to ${day(until)}`;
  return (
    <section className="sheet stack" aria-labelledby="absences-title">
      <header>
        <h2 id="absences-title">Absences</h2>
        {mayChange && (
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Add an absence
          </button>
        )}
      </header>
      {absences.length === 0 ? (
        <Empty>No absence is planned.</Empty>
      ) : (
        <ul className="plain stack tight">
          {absences.map((absence) => (
            <li key={absence.id}>
              {said(absence)}
              {absence.until < today() && <span className="soft small"> · over</span>}
              {mayChange && (
                <>
                  {' · '}
                  <button className="link" type="button" onClick={() => setRemoving(absence)}>
                    Take it back<span className="visually-hidden">: {said(absence)}</span>
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="soft small">
        Seen by {mayChange ? 'you' : expert.name}, the leaders of the school and the trust’s. Whoever matches
        is told on how many days somebody is away.
      </p>
      {adding && (
        <AskDialog
          title="When can you not come?"
          action="Add"
          initial={{ from: today(), until: today() }}
          asked={() => [
            { name: 'from', label: 'First day', kind: 'date' },
            { name: 'until', label: 'Last day', kind: 'date' },
          ]}
          work={async ({ from, until }) => {
            await answered(
              expertAbsenceResourceAdd({
                path: { id: expert.id },
                body: { from: from ?? '', until: until ?? '' },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setAdding(false)}
        >
          <p className="soft">Why is not asked.</p>
        </AskDialog>
      )}
      {removing && (
        <Confirm
          title="Take this absence back?"
          action="Take it back"
          work={async () => {
            await answered(expertAbsenceResourceRemove({ path: { id: expert.id, absenceId: removing.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setRemoving(undefined)}
        >
          You can come again: {said(removing)}.
        </Confirm>
      )}
    </section>
  );
}
