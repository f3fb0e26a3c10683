import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { feedResourceIssue, feedResourceRevoke } from '../api/sdk.gen';
import type { CalendarFeed } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { useFeeds } from './useTimetable';

interface Props {
  /** The schools whose calendars can be had. */
  schools: { urn: number; name: string }[];
  onClose: () => void;
}

/** The addresses under which a calendar program finds the timetable. */
export function Subscribe({ schools, onClose }: Props) {
  const feeds = useFeeds();
  const known = feeds.data?.results ?? [];
  const gone = known.filter(({ schoolUrn }) => schoolUrn && !schools.some(({ urn }) => urn === schoolUrn));
  const meets = may(useMe(), 'meetings:read');
  const calendars: { about: string; label: string }[] = [
    {
      about: 'me',
      label: meets
        ? 'What I lead or take part in, and the meetings of my committees'
        : 'What I lead or take part in',
    },
    { about: 'trust', label: 'What the trust does as a whole' },
    ...schools.map(({ urn, name }) => ({ about: String(urn), label: `${name} and the trust` })),
    ...gone.map(({ schoolUrn, schoolName }) => ({
      about: String(schoolUrn),
      label: schoolName ?? `School ${schoolUrn}`,
    })),
  ];
  return (
    <Dialog title="In your own calendar" onClose={onClose}>
      <div className="stack">
        <p>
          Make an address and give it to your calendar program as a subscription. It shows what is planned,
          where and when, and nothing more; whoever has the address can read it.
        </p>
        {feeds.isPending && <Loading what="your calendars" />}
        {feeds.isError && <Failed cause={feeds.error} retry={() => feeds.refetch()} />}
        {feeds.data && (
          <ul className="bare stack">
            {calendars.map(({ about, label }) => (
              <Calendar
                key={about}
                about={about}
                label={label}
                feed={known.find((feed) => aboutOf(feed) === about)}
              />
            ))}
          </ul>
        )}
        <div className="actions">
          <button className="button" type="button" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </Dialog>
  );
}

const aboutOf = ({ about, schoolUrn }: CalendarFeed) =>
  about === 'person' ? 'me' : about === 'trust' ? 'trust' : String(schoolUrn);

function Calendar({ about, label, feed }: { about: string; label: string; feed: CalendarFeed | undefined }) {
  const queries = useQueryClient();
  const change = useChange();
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState(false);
  const issue = () =>
    change.run(async () => {
      setAddress((await answered(feedResourceIssue({ path: { about } }))).address);
      setCopied(false);
      await queries.invalidateQueries({ queryKey: ['calendar-feeds'] });
    });
  const revoke = () =>
    change.run(async () => {
      await answered(feedResourceRevoke({ path: { about } }));
      setAddress(undefined);
      await queries.invalidateQueries({ queryKey: ['calendar-feeds'] });
    });
  return (
    <li>
      <FormProblem problem={change.problem} />
      <p>
        <strong>{label}</strong>
        <span className="line soft small">
          {feed
            ? `Has an address since ${day(feed.issuedAt)}; ${feed.lastReadOn ? `last fetched on ${day(feed.lastReadOn)}` : 'not fetched yet'}.`
            : 'No address yet.'}
        </span>
      </p>
      {address && (
        <Field label="Address" hint="It is shown once: copy it now">
          <input readOnly value={address} onFocus={({ target }) => target.select()} />
        </Field>
      )}
      <div className="actions">
        {address && (
          <button
            className="button primary"
            type="button"
            onClick={async () => {
              await navigator.clipboard.writeText(address);
              setCopied(true);
            }}
          >
            Copy the address
          </button>
        )}
        <button className="button" type="button" aria-disabled={change.busy} onClick={issue}>
          {feed ? 'Make a new address' : 'Make an address'}
          <span className="visually-hidden">: {label}</span>
        </button>
        {feed && (
          <button className="button" type="button" aria-disabled={change.busy} onClick={revoke}>
            Take it back<span className="visually-hidden">: {label}</span>
          </button>
        )}
        <span role="status" className="soft small">
          {copied ? 'Copied.' : ''}
        </span>
      </div>
    </li>
  );
}
