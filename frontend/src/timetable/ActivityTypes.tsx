import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { activityTypeResourceAdd, activityTypeResourceChange } from '../api/sdk.gen';
import type { ActivityType, ActivityTypeTermsPatch, CheckpointType } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { useTypes } from '../checkpoint/useCheckpoints';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useActivityTypes } from './useTimetable';
import { inUse } from './words';

const ATTENDED: [string, string][] = [
  ['yes', 'People have to be there'],
  ['no', 'It is a day by which something is due'],
];
const PLACES: [string, string][] = [
  ['school', 'Each school'],
  ['trust', 'The trust'],
];
const MINUTES = { name: 'minutes', label: 'How many minutes it usually takes', hint: 'Nothing: all day' };

/** What an empty field of minutes says, or what stands in it. */
const minutesOf = (typed: string | undefined) => (typed ? Number(typed) || 0 : null);

const columnsOf = (checkpoints: CheckpointType[]): Column<ActivityType>[] => [
  { label: 'Type', text: ({ label }) => label },
  { label: 'Of', text: ({ ofTrust }) => (ofTrust ? 'The trust' : 'Each school') },
  {
    label: 'Takes',
    text: ({ attended, minutes }) =>
      attended ? (minutes ? `${minutes} minutes` : 'All day') : 'A day by which it is due',
  },
  {
    label: 'Done when',
    text: ({ checkpointType }) =>
      checkpointType
        ? `Its checkpoint is signed off: ${
            checkpoints.find(({ code }) => code === checkpointType)?.label ?? checkpointType
          }`
        : 'Somebody says so',
  },
  {
    label: 'In use',
    text: (type) =>
      type.validUntil
        ? inUse(type)
          ? `Until ${day(type.validUntil)}`
          : `Ended on ${day(type.validUntil)}`
        : 'Yes',
  },
];

/** Which activities there are; those keep them who plan for the whole trust. */
export function ActivityTypes() {
  const me = useMe();
  const types = useActivityTypes();
  const checkpoints = useTypes();
  const [asked, setAsked] = useState<{ what: 'add' | 'change' | 'end' | 'again'; code?: string }>();
  const changeable = mayIn(me, 'timetable:plan', undefined);
  const one = types.data?.find(({ code }) => code === asked?.code);
  const close = () => setAsked(undefined);
  const columns = columnsOf(checkpoints.data ?? []);
  const changing: Column<ActivityType> = {
    label: 'Change',
    text: () => '',
    show: ({ code, label, validUntil }) => (
      <div className="actions">
        <button className="link" type="button" onClick={() => setAsked({ what: 'change', code })}>
          Change<span className="visually-hidden"> the type {label}</span>
        </button>
        <button
          className="link"
          type="button"
          onClick={() => setAsked({ what: validUntil ? 'again' : 'end', code })}
        >
          {validUntil ? 'Use again' : 'End'}
          <span className="visually-hidden"> the type {label}</span>
        </button>
      </div>
    ),
  };
  return (
    <section className="sheet" aria-labelledby="types-title">
      <header>
        <h2 id="types-title">Types of activities</h2>
        {changeable && (
          <button className="button" type="button" onClick={() => setAsked({ what: 'add' })}>
            Add a type
          </button>
        )}
      </header>
      {types.isPending && <Loading what="the types of activities" />}
      {types.isError && <Failed cause={types.error} retry={() => types.refetch()} />}
      {types.data?.length === 0 && (
        <Empty>There are no types of activities, and nothing can be planned without one.</Empty>
      )}
      {types.data && types.data.length > 0 && (
        <Table
          caption="What can be planned"
          columns={changeable ? [...columns, changing] : columns}
          rows={types.data}
          keyOf={({ code }) => code}
        />
      )}
      {asked?.what === 'add' && <AddType checkpoints={checkpoints.data ?? []} onClose={close} />}
      {one && asked?.what === 'change' && <ChangeType type={one} onClose={close} />}
      {one && asked?.what === 'end' && <EndType type={one} onClose={close} />}
      {one && asked?.what === 'again' && <UseAgain type={one} onClose={close} />}
    </section>
  );
}

interface Props {
  type: ActivityType;
  onClose: () => void;
}

function AddType({ checkpoints, onClose }: { checkpoints: CheckpointType[]; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title="Add a type of activities"
      action="Add"
      initial={{ of: 'school', attended: 'yes' }}
      asked={({ of }) => [
        { name: 'label', label: 'What it is called', most: 100 },
        { name: 'of', label: 'Of', options: PLACES },
        { name: 'attended', label: 'What it is', options: ATTENDED },
        ...(of === 'school'
          ? [
              {
                name: 'checkpointType',
                label: 'Done when',
                options: [
                  ['', 'Somebody says so'],
                  ...checkpoints
                    .filter((type) => inUse(type))
                    .map(({ code, label }): [string, string] => [
                      code,
                      `Its checkpoint is signed off: ${label}`,
                    ]),
                ] as [string, string][],
              },
            ]
          : []),
        MINUTES,
      ]}
      work={async ({ label, of, attended, checkpointType, minutes }, key) => {
        await answered(
          activityTypeResourceAdd({
            headers: { 'Idempotency-Key': key },
            body: {
              label: label ?? '',
              ofTrust: of === 'trust',
              attended: attended === 'yes',
              checkpointType: (of === 'school' && checkpointType) || undefined,
              minutes: minutesOf(minutes) ?? undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p className="soft">Of whom it is and when it is done cannot be changed later.</p>
    </AskDialog>
  );
}

/** Changes a type as it is now; what is planned by it is shown so too. */
function useChangeType({ code, version }: ActivityType) {
  const queries = useQueryClient();
  return async (body: ActivityTypeTermsPatch) => {
    await answered(
      activityTypeResourceChange({
        path: { code },
        headers: { 'If-Match': `"${version}"` },
        body,
      }),
    );
    await queries.invalidateQueries();
  };
}

function ChangeType({ type, onClose }: Props) {
  const change = useChangeType(type);
  return (
    <AskDialog
      title={`Change ${type.label}`}
      action="Save"
      initial={{
        label: type.label,
        attended: type.attended ? 'yes' : 'no',
        minutes: String(type.minutes ?? ''),
      }}
      asked={() => [
        {
          name: 'label',
          label: 'What it is called',
          hint: 'What is planned already is called so too',
          most: 100,
        },
        { name: 'attended', label: 'What it is', options: ATTENDED },
        MINUTES,
      ]}
      work={({ label, attended, minutes }) =>
        change({ label: label ?? '', attended: attended === 'yes', minutes: minutesOf(minutes) })
      }
      onClose={onClose}
    />
  );
}

function EndType({ type, onClose }: Props) {
  const change = useChangeType(type);
  return (
    <AskDialog
      title={`End ${type.label}`}
      action="End"
      initial={{ validUntil: today() }}
      asked={() => [
        {
          name: 'validUntil',
          label: 'The first day on which it is not planned any more',
          kind: 'date',
        },
      ]}
      work={({ validUntil }) => change({ validUntil: validUntil ?? '' })}
      onClose={onClose}
    >
      <p>It is not offered any more from that day on. What is planned by it stays.</p>
    </AskDialog>
  );
}

function UseAgain({ type, onClose }: Props) {
  const change = useChangeType(type);
  return (
    <Confirm
      title={`Use ${type.label} again`}
      action="Use again"
      work={() => change({ validUntil: null })}
      onClose={onClose}
    >
      It can be planned again, and templates in which it stands ask for it again.
    </Confirm>
  );
}
