import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { digestResourceChange, digestResourceGet } from '../api/sdk.gen';
import type { DigestFrequency } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { FormProblem } from '../ui/Field';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

const OFTEN: Record<DigestFrequency, string> = {
  daily: 'Every day',
  weekly: 'Every Monday',
  none: 'Never',
};

/** How often a digest comes by e-mail: what is chosen is saved at once, and can be taken back. */
export function DigestSetting() {
  const queries = useQueryClient();
  const change = useChange();
  const [before, setBefore] = useState<DigestFrequency>();
  const digest = useQuery({ queryKey: ['digest'], queryFn: () => answered(digestResourceGet()) });
  const choose = (frequency: DigestFrequency, undo?: DigestFrequency) =>
    change.run(async () => {
      if (digest.data) {
        const saved = await answered(
          digestResourceChange({
            headers: { 'If-Match': `"${digest.data.version}"` },
            body: { frequency },
          }),
        );
        queries.setQueryData(['digest'], saved);
        setBefore(undo);
      }
    });
  return (
    <section className="sheet stack" aria-labelledby="digest-title">
      <h2 id="digest-title">E-mail digest</h2>
      {digest.isPending && <Loading what="the setting" />}
      {digest.isError && <Failed cause={digest.error} retry={() => digest.refetch()} />}
      {digest.data && (
        <>
          <p className="small">
            It says how much waits for you, and never what that is: no names, no titles, no figures of pupils.
          </p>
          <FormProblem problem={change.problem} />
          <Choice
            label="How often"
            options={Object.entries(OFTEN) as [DigestFrequency, string][]}
            chosen={digest.data.frequency}
            onChoose={(next) => choose(next, digest.data.frequency)}
          />
          <p role="status">
            {before && (
              <>
                Saved: {OFTEN[digest.data.frequency].toLowerCase()}.{' '}
                <button className="button quiet" type="button" onClick={() => choose(before)}>
                  Undo<span className="visually-hidden">: {OFTEN[before]}</span>
                </button>
              </>
            )}
          </p>
          <p className="soft small">
            {!digest.data.sent
              ? 'This installation sends no e-mail at the moment.'
              : digest.data.address
                ? `It goes to ${digest.data.address}, which your account says.`
                : 'Your account says no e-mail address, so nothing can be sent. Ask your administrator.'}
          </p>
        </>
      )}
    </section>
  );
}
