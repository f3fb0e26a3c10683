import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { delegationResourceTakeBack } from '../api/sdk.gen';
import type { DelegationRule } from '../api/types.gen';
import { Confirm } from '../ui/Confirm';
import { day, today } from '../ui/format';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { BODIES, bodies, lineOf } from './words';

function standing({ validFrom, validUntil }: DelegationRule): { label: string; tone: Tone } {
  if (validFrom > today()) {
    return { label: 'To come', tone: 'warn' };
  }
  return validUntil && validUntil <= today()
    ? { label: 'Past', tone: 'calm' }
    : { label: 'In force', tone: 'good' };
}

const COLUMNS: Column<DelegationRule>[] = [
  { label: 'Decision', text: (rule) => lineOf(rule) },
  { label: 'Decides', text: ({ decides }) => BODIES[decides] },
  { label: 'Recommends', text: ({ recommends }) => (recommends ? BODIES[recommends] : '–') },
  { label: 'Is consulted', text: ({ consulted }) => bodies(consulted) },
  { label: 'Is informed', text: ({ informed }) => bodies(informed) },
  { label: 'From', text: ({ validFrom }) => day(validFrom) },
  { label: 'Until', text: ({ validUntil }) => (validUntil ? day(validUntil) : '–') },
  {
    label: 'Status',
    text: (rule) => standing(rule).label,
    show: (rule) => <Pill tone={standing(rule).tone}>{standing(rule).label}</Pill>,
  },
  {
    label: 'Why',
    text: ({ reason, recordedBy }) => (reason ? `${reason} (${recordedBy})` : 'Came with Uplift'),
  },
];

/** The versions of the lines of the scheme; one that is to come can be taken back by who may change the scheme. */
export function RuleVersions({ versions, changes }: { versions: DelegationRule[]; changes: boolean }) {
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<DelegationRule>();
  const toCome = versions.some(({ validFrom }) => validFrom > today());
  const columns: Column<DelegationRule>[] =
    changes && toCome
      ? [
          ...COLUMNS,
          {
            label: 'Change',
            text: () => '',
            show: (rule) =>
              rule.validFrom > today() && (
                <button className="link" type="button" onClick={() => setLeaving(rule)}>
                  Take back<span className="visually-hidden">: {lineOf(rule)}</span>
                </button>
              ),
          },
        ]
      : COLUMNS;
  return (
    <>
      <Table caption="The newest first" columns={columns} rows={versions} keyOf={({ id }) => id} />
      {leaving && (
        <Confirm
          title="Take this version back?"
          action="Take back"
          work={async () => {
            await answered(delegationResourceTakeBack({ path: { id: leaving.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setLeaving(undefined)}
        >
          {lineOf(leaving)} stays decided as it is now, beyond {day(leaving.validFrom)}.
        </Confirm>
      )}
    </>
  );
}
