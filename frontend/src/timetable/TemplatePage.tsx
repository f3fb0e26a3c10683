import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { templateResourceSet } from '../api/sdk.gen';
import type { ActivityType, TemplateEntry, TimetableTemplate } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { useLevels } from '../need/useNeed';
import { yearsAround } from '../term/dates';
import { Field, FormProblem } from '../ui/Field';
import { academicYearOf, today, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useChange } from '../ui/useChange';
import { ActivityTypes } from './ActivityTypes';
import { EntryForm } from './EntryForm';
import { useActivityTypes, useTemplate } from './useTimetable';
import { halfLabel, inUse } from './words';

const route = getRouteApi('/shell/timetable/template');

/** What the address of the page can say. */
export interface TemplateSearch {
  year?: string | undefined;
}

/** By what the timetable of a year is made. */
export function TemplatePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const present = academicYearOf(new Date());
  const year = search.year ?? present;
  const template = useTemplate(year);
  return (
    <Page
      title="Template of the timetable"
      part={year}
      lead="When in a year each activity comes, and for which schools. The timetable is made by it."
      crumbs={[{ label: 'Timetable', to: '/timetable' }]}
    >
      <div className="stack">
        <search className="filters">
          <Field label="Academic year">
            <select
              value={year}
              onChange={({ target }) =>
                navigate({
                  search: { year: target.value === present ? undefined : target.value },
                  replace: true,
                })
              }
            >
              {yearsAround(present, year).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </Field>
        </search>
        {template.isPending && <Loading what="the template" />}
        {template.isError && <Failed cause={template.error} retry={() => template.refetch()} />}
        {template.data && <Entries key={year} template={template.data} />}
        <ActivityTypes />
      </div>
    </Page>
  );
}

const week = ({ firstWeek, lastWeek, weekday }: TemplateEntry) =>
  [
    firstWeek === lastWeek ? `Week ${firstWeek}` : `Weeks ${firstWeek} to ${lastWeek}`,
    weekday && words(weekday),
  ]
    .filter(Boolean)
    .join(', ');

const keyOf = (entry: TemplateEntry) => entry.id ?? '';

function Entries({ template }: { template: TimetableTemplate }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const types = useActivityTypes();
  const levels = useLevels();
  const [changing, setChanging] = useState<number>();
  const { entries, academicYear, own, version } = template;
  const changeable = mayIn(me, 'timetable:plan', undefined);
  const typeOf = (entry: TemplateEntry) => types.data?.find(({ code }) => code === entry.type);
  const firstDay = `${academicYear.slice(0, 4)}-09-01`;
  const offered = (type: ActivityType) => inUse(type, firstDay > today() ? firstDay : today());
  const nameOf = (entry: TemplateEntry) => {
    const type = typeOf(entry);
    return type && !offered(type) ? `${type.label} (no longer in use)` : (type?.label ?? entry.type);
  };
  const levelOf = ({ leastLevel }: TemplateEntry) =>
    levels.data?.results.find(({ code }) => code === leastLevel)?.label ?? words(leastLevel ?? '');
  const set = (next: TemplateEntry[]) =>
    change.run(async () => {
      await answered(
        templateResourceSet({
          query: { academicYear },
          headers: { 'If-Match': `"${version}"` },
          body: { entries: next },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['timetable'] });
      setChanging(undefined);
    });
  const columns: Column<TemplateEntry>[] = [
    {
      label: 'What',
      text: (entry) => [nameOf(entry), entry.title].filter(Boolean).join(': '),
    },
    { label: 'Half-term', text: halfLabel },
    { label: 'When', text: week },
    { label: 'Begins at', text: ({ startsAt }) => startsAt?.slice(0, 5) ?? '' },
    {
      label: 'For',
      text: (entry) =>
        typeOf(entry)?.ofTrust
          ? 'The trust'
          : entry.leastLevel
            ? `Schools of ${levelOf(entry).toLowerCase()} need or more`
            : 'Every school',
    },
    ...(changeable
      ? [
          {
            label: 'Change',
            text: () => '',
            show: (entry: TemplateEntry) => (
              <div className="actions">
                <button className="link" type="button" onClick={() => setChanging(entries.indexOf(entry))}>
                  Change<span className="visually-hidden"> {typeOf(entry)?.label}</span>
                </button>
                <button
                  className="link"
                  type="button"
                  onClick={() => set(entries.filter((other) => other !== entry))}
                >
                  Take out<span className="visually-hidden"> {typeOf(entry)?.label}</span>
                </button>
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="sheet" aria-labelledby="entries-title">
      <header>
        <h2 id="entries-title">{academicYear}</h2>
        {changeable && (
          <>
            <button className="button" type="button" onClick={() => setChanging(entries.length)}>
              Add
            </button>
            <Link className="button primary" to="/timetable/proposal" search={{ year: academicYear }}>
              Make the year by it
            </Link>
          </>
        )}
      </header>
      {!own && (
        <p className="soft">
          {academicYear} has no template of its own; it goes by the one before it.
          {changeable && ' What you change here holds from this year on.'}
        </p>
      )}
      {changing === undefined && <FormProblem problem={change.problem} />}
      {entries.length === 0 ? (
        <Empty>The template is empty: nothing is planned by it.</Empty>
      ) : (
        <Table caption="What comes when" columns={columns} rows={entries} keyOf={keyOf} />
      )}
      {changing !== undefined && types.data && (
        <EntryForm
          entry={entries[changing]}
          types={types.data.filter((type) => offered(type) || type.code === entries[changing]?.type)}
          levels={levels.data?.results ?? []}
          problem={change.problem}
          at={changing}
          busy={change.busy}
          onSave={(entry) =>
            set(
              entries[changing]
                ? entries.map((one, at) => (at === changing ? entry : one))
                : [...entries, entry],
            )
          }
          onClose={() => {
            change.clear();
            setChanging(undefined);
          }}
        />
      )}
    </section>
  );
}
