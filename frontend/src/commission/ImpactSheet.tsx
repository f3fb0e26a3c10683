import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commissionRecordResourceReview } from '../api/sdk.gen';
import type {
  CommissionDetail,
  CommissionMeasure,
  CommissionMeasureValue,
  CommissionParty,
} from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { When } from '../ui/When';
import { DIFFERENCE, GAIN } from './words';

function shown(value: CommissionMeasureValue | undefined): string {
  return value ? `${value.display} (${value.academicYear}, ${day(value.date)})` : '';
}

const MEASURES: Column<CommissionMeasure>[] = [
  {
    label: 'Measure',
    text: ({ label, cohort, pupilGroup }) =>
      [label, cohort !== 'ALL' && `year ${cohort}`, pupilGroup !== 'ALL' && pupilGroup]
        .filter(Boolean)
        .join(', '),
  },
  { label: 'Before', text: ({ before }) => shown(before), figure: true },
  { label: 'Since', text: ({ after }) => shown(after), figure: true },
];

/** What came of it: the measures before and since, and what both parties say. */
export function ImpactSheet({ detail }: { detail: CommissionDetail }) {
  const [party, setParty] = useState<CommissionParty>();
  const { commission, impact, measures, may } = detail;
  return (
    <section className="sheet stack" aria-labelledby="impact-title">
      <header>
        <h2 id="impact-title" tabIndex={-1}>
          What came of it
        </h2>
      </header>
      {measures.length > 0 && (
        <Table
          caption="Measures of the school before the support began, and since"
          columns={MEASURES}
          rows={measures}
          keyOf={({ measureCode, cohort, pupilGroup }) => [measureCode, cohort, pupilGroup].join(' ')}
        />
      )}
      <dl className="facts">
        {(['school', 'supporter'] as const).map((one) => {
          const said = impact.find((review) => review.party === one);
          return (
            <div key={one} className="pair">
              <dt>{one === 'school' ? 'For the school' : 'For the supporter'}</dt>
              <dd>
                {said ? (
                  <>
                    <strong>{(one === 'school' ? DIFFERENCE : GAIN)[said.rating]}</strong>
                    <span className="line"> {said.text}</span>
                    <span className="soft small">
                      {' '}
                      {said.author}, <When at={said.at} />
                    </span>
                  </>
                ) : (
                  'Not said yet'
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {(may.reviewForSchool || may.reviewForSupporter) && (
        <div className="actions">
          {may.reviewForSchool && (
            <button className="button" type="button" onClick={() => setParty('school')}>
              Say what is different
            </button>
          )}
          {may.reviewForSupporter && (
            <button className="button" type="button" onClick={() => setParty('supporter')}>
              {commission.partnerId ? 'Say what they gained' : 'Say what you gained'}
            </button>
          )}
        </div>
      )}
      {party && <Review id={commission.id} party={party} onClose={() => setParty(undefined)} />}
    </section>
  );
}

function Review({ id, party, onClose }: { id: string; party: CommissionParty; onClose: () => void }) {
  const queries = useQueryClient();
  const words = party === 'school' ? DIFFERENCE : GAIN;
  return (
    <AskDialog
      title={party === 'school' ? 'What is different for the school?' : 'What was gained by giving it?'}
      action="Save for good"
      asked={() => [
        {
          name: 'rating',
          label: party === 'school' ? 'How much is different' : 'How much was gained',
          options: [['', 'Choose'], ...(Object.entries(words) as [string, string][])],
        },
        { name: 'text', label: 'In your words', hint: 'At least 20 characters', kind: 5, most: 4000 },
      ]}
      work={async ({ rating, text }, key) => {
        await answered(
          commissionRecordResourceReview({
            path: { id },
            headers: { 'Idempotency-Key': key },
            body: { party, rating: Number(rating), text: text ?? '' },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p>It is written once, and is not changed afterwards.</p>
    </AskDialog>
  );
}
