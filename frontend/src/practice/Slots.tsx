import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  practiceSlotResourceBook,
  practiceSlotResourceCancel,
  practiceSlotResourceGiveBack,
  practiceSlotResourceList,
  practiceSlotResourceOffer,
} from '../api/sdk.gen';
import type { GoodPractice, PracticeSlot } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day } from '../ui/format';
import { Empty, Failed } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useOwnSchools } from './usePractice';

/** As the API has it: 9:30 is 09:30. */
const clock = (typed: string) => (/^\d:\d\d$/.test(typed) ? `0${typed}` : typed);

type What = 'book' | 'give back' | 'cancel';

/** When others can come and see it: they book a place, and its school sees who comes. */
export function Slots({ practice }: { practice: GoodPractice }) {
  const me = useMe();
  const queries = useQueryClient();
  const [offering, setOffering] = useState(false);
  const [asked, setAsked] = useState<{ what: What; slot: PracticeSlot }>();
  const offers = !practice.withdrawnOn && mayIn(me, 'cycles:change', practice.schoolUrn);
  const own = useOwnSchools('checkpoints:record').filter(([urn]) => urn !== String(practice.schoolUrn ?? ''));
  const slots = useQuery({
    queryKey: ['good-practice', practice.id, 'slots'],
    queryFn: () => answered(practiceSlotResourceList({ path: { id: practice.id } })),
    // Others book and give back meanwhile.
    staleTime: 0,
  });
  const done = () => queries.invalidateQueries();
  if (slots.isPending) {
    return null;
  }
  const of = asked?.slot;
  const close = () => setAsked(undefined);
  return (
    <section className="sheet stack" aria-labelledby="slots-title">
      <header>
        <h2 id="slots-title">Come and see</h2>
        {offers && (
          <button className="button" type="button" onClick={() => setOffering(true)}>
            Offer a time
          </button>
        )}
      </header>
      {slots.isError && <Failed cause={slots.error} retry={() => slots.refetch()} />}
      {slots.data?.results.length === 0 && (
        <Empty>
          {offers
            ? 'No time is offered. Offer one, and others can book a place.'
            : 'No time is offered. Ask the school whether you can come.'}
        </Empty>
      )}
      {slots.data && slots.data.results.length > 0 && (
        <ul className="activity">
          {slots.data.results.map((slot) => (
            <Slot
              key={slot.id}
              slot={slot}
              offers={offers}
              books={!practice.withdrawnOn && own.length > 0}
              onAsk={(what) => setAsked({ what, slot })}
            />
          ))}
        </ul>
      )}
      {offering && (
        <AskDialog
          title="Offer a time"
          action="Offer it"
          initial={{ places: '2' }}
          asked={() => [
            { name: 'day', label: 'Day', kind: 'date' },
            { name: 'startsAt', label: 'From', hint: 'Hours and minutes, as 09:30', most: 5 },
            { name: 'endsAt', label: 'Until', hint: 'As 11:00', most: 5 },
            { name: 'places', label: 'How many can come', most: 2 },
            { name: 'place', label: 'Where to go' },
            { name: 'notes', label: 'What else to know', kind: 3, most: 1000 },
          ]}
          work={async ({ day: on = '', startsAt = '', endsAt = '', places, place = '', notes }, key) => {
            await answered(
              practiceSlotResourceOffer({
                path: { id: practice.id },
                headers: { 'Idempotency-Key': key },
                body: {
                  day: on,
                  startsAt: clock(startsAt),
                  endsAt: clock(endsAt),
                  places: Number(places) || 0,
                  place,
                  notes: notes || undefined,
                },
              }),
            );
            await done();
          }}
          onClose={() => setOffering(false)}
        />
      )}
      {asked?.what === 'book' && of && (
        <AskDialog
          title={`Book a place on ${day(of.day)}?`}
          action="Book a place"
          initial={{ schoolUrn: own[0]?.[0] ?? '' }}
          asked={() => [{ name: 'schoolUrn', label: 'You come for', options: own }]}
          work={async ({ schoolUrn }, key) => {
            await answered(
              practiceSlotResourceBook({
                path: { id: of.id },
                headers: { 'Idempotency-Key': key },
                body: { schoolUrn: schoolUrn ? Number(schoolUrn) : undefined },
              }),
            );
            await done();
          }}
          onClose={close}
        >
          <p>
            {practice.schoolName ?? 'The trust'} reads your name and school, and is told. It comes into your
            calendar.
          </p>
        </AskDialog>
      )}
      {asked?.what === 'give back' && of && (
        <Confirm
          title="Give the place back?"
          action="Give it back"
          work={async () => {
            await answered(practiceSlotResourceGiveBack({ path: { id: of.ownVisitId ?? '' } }));
            await done();
          }}
          onClose={close}
        >
          Somebody else can book it, and {practice.schoolName ?? 'the trust'} is told.
        </Confirm>
      )}
      {asked?.what === 'cancel' && of && (
        <ReasonDialog
          draftKey={`${me.id} cancellation of ${of.id}`}
          title={`Cancel ${day(of.day)}?`}
          action="Cancel the time"
          work={async (reason) => {
            await answered(
              practiceSlotResourceCancel({
                path: { id: of.id },
                headers: { 'If-Match': `"${of.version}"` },
                body: { reason },
              }),
            );
            await done();
          }}
          onClose={close}
        >
          Nobody can come then. Who has booked is told, and reads the reason.
        </ReasonDialog>
      )}
    </section>
  );
}

interface SlotProps {
  slot: PracticeSlot;
  offers: boolean;
  books: boolean;
  onAsk: (what: What) => void;
}

function Slot({ slot, offers, books, onAsk }: SlotProps) {
  const when = `${day(slot.day)}, ${slot.startsAt.slice(0, 5)} to ${slot.endsAt.slice(0, 5)}`;
  const ahead = !slot.past && !slot.cancelledOn;
  const full = slot.taken >= slot.places;
  return (
    <li>
      <span>
        <strong>{when}</strong> · {slot.place}
      </span>
      {slot.notes && <span className="line small">{slot.notes}</span>}
      <span className="small">
        <Standing slot={slot} />
      </span>
      {slot.cancellationReason && <span className="small">Because: {slot.cancellationReason}</span>}
      {offers && slot.visits.length > 0 && (
        <span className="small">
          Who comes:{' '}
          {slot.visits.map(({ name, schoolName }) => `${name} (${schoolName ?? 'the trust'})`).join(', ')}
        </span>
      )}
      {ahead && (
        <span className="actions">
          {slot.ownVisitId ? (
            <button className="button" type="button" onClick={() => onAsk('give back')}>
              Give back<span className="visually-hidden"> the place on {when}</span>
            </button>
          ) : (
            books &&
            !full && (
              <button className="button" type="button" onClick={() => onAsk('book')}>
                Book a place<span className="visually-hidden"> on {when}</span>
              </button>
            )
          )}
          {offers && (
            <button className="button" type="button" onClick={() => onAsk('cancel')}>
              Cancel<span className="visually-hidden"> {when}</span>
            </button>
          )}
        </span>
      )}
    </li>
  );
}

function Standing({ slot }: { slot: PracticeSlot }) {
  const taken = `${slot.taken} of ${slot.places} ${slot.places === 1 ? 'place' : 'places'} taken`;
  if (slot.cancelledOn) {
    return <Pill tone="bad">Cancelled on {day(slot.cancelledOn)}</Pill>;
  }
  if (slot.past) {
    return <Pill tone="calm">Over, {taken}</Pill>;
  }
  return (
    <>
      {slot.ownVisitId && <Pill tone="good">You have a place</Pill>}{' '}
      <Pill tone={slot.taken >= slot.places ? 'warn' : 'calm'}>
        {slot.taken >= slot.places ? `Full, ${taken}` : taken}
      </Pill>
    </>
  );
}
