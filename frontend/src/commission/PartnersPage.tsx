import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { partnerResourceAdd, partnerResourceChange } from '../api/sdk.gen';
import type { Partner, PartnerTerms } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { Choice } from '../ui/Choice';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { usePartners } from './useCommissions';
import { pounds } from './words';

const route = getRouteApi('/shell/partners');

/** What the address of the list can say. */
export interface PartnerSearch {
  ended?: boolean | undefined;
  page?: number | undefined;
}

/** Who can be asked from outside the trust, what was checked of them, and what came of their support. */
export function PartnersPage() {
  const me = useMe();
  const { ended, page } = route.useSearch();
  const navigate = route.useNavigate();
  const partners = usePartners({ ended: ended ?? false, page });
  const [editing, setEditing] = useState<Partner | 'new'>();
  const keeps = mayIn(me, 'partners:keep', undefined);
  return (
    <Page
      title="Partners"
      lead="Whom the trust can commission from outside, when nobody inside fits."
      crumbs={[{ label: 'Support', to: '/commissions' }]}
      actions={
        keeps && (
          <button className="button primary" type="button" onClick={() => setEditing('new')}>
            Add a partner
          </button>
        )
      }
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Which"
            options={[
              ['', 'Who can be asked'],
              ['all', 'All'],
            ]}
            chosen={ended ? 'all' : ''}
            onChoose={(next) => navigate({ search: { ended: next ? true : undefined } })}
          />
        </div>
        {partners.isPending && <Loading what="partners" />}
        {partners.isError && <Failed cause={partners.error} retry={() => partners.refetch()} />}
        {partners.data && (
          <section className="stack" aria-label="Partners">
            {partners.data.results.length === 0 && (
              <section className="sheet" aria-label="Nothing found">
                <Empty>
                  {keeps
                    ? 'No partner yet. Add one with the due diligence that was done.'
                    : 'No partner yet. A trust leader adds them.'}
                </Empty>
              </section>
            )}
            {partners.data.results.map((partner) => (
              <PartnerSheet
                key={partner.id}
                partner={partner}
                onEdit={keeps ? () => setEditing(partner) : undefined}
              />
            ))}
            <Paging
              paging={partners.data.paging}
              what="partners"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
      {editing && (
        <PartnerDialog
          partner={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}

function PartnerSheet({ partner, onEdit }: { partner: Partner; onEdit?: (() => void) | undefined }) {
  const { name, offers, dayRate, diligence, diligenceUntil, inDate, endedOn, commissions, rating } = partner;
  return (
    <article className="sheet stack" aria-label={name}>
      <header>
        <h3>{name}</h3>
        {endedOn ? (
          <Pill tone="calm">Not asked since {day(endedOn)}</Pill>
        ) : (
          <Pill tone={inDate ? 'good' : 'bad'}>
            {inDate ? `Due diligence until ${day(diligenceUntil)}` : 'Due diligence not in date'}
          </Pill>
        )}
      </header>
      <p className="line">{offers}</p>
      <dl className="facts">
        <div className="pair">
          <dt>What was checked</dt>
          <dd className="line">{diligence ?? 'Nothing yet: nobody can commission them'}</dd>
        </div>
        <div className="pair">
          <dt>A day</dt>
          <dd>{dayRate === undefined ? 'Not said' : pounds(dayRate)}</dd>
        </div>
        <div className="pair">
          <dt>What came of it</dt>
          <dd>
            {commissions === 0
              ? 'No support completed yet'
              : `${commissions} completed${rating === undefined ? '' : `, judged ${number(rating, 1)} of 4 by the schools`}`}
          </dd>
        </div>
      </dl>
      {onEdit && (
        <p className="actions">
          <button className="button" type="button" onClick={onEdit}>
            Change<span className="visually-hidden"> {name}</span>
          </button>
        </p>
      )}
    </article>
  );
}

function PartnerDialog({ partner, onClose }: { partner: Partner | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title={partner ? `Change ${partner.name}` : 'Add a partner'}
      action={partner ? 'Save' : 'Add'}
      initial={{
        name: partner?.name ?? '',
        offers: partner?.offers ?? '',
        dayRate: partner?.dayRate === undefined ? '' : String(partner.dayRate),
        diligence: partner?.diligence ?? '',
        diligenceUntil: partner?.diligenceUntil ?? '',
        endedOn: partner?.endedOn ?? '',
      }}
      asked={() => [
        { name: 'name', label: 'Name' },
        { name: 'offers', label: 'What they do', kind: 3 },
        { name: 'dayRate', label: 'A day, in pounds', hint: 'Empty where it is not known' },
        {
          name: 'diligence',
          label: 'Due diligence: what was checked',
          hint: 'Safeguarding, insurance, references, data protection',
          kind: 3,
        },
        { name: 'diligenceUntil', label: 'It holds until', kind: 'date' },
        ...(partner
          ? [
              {
                name: 'endedOn',
                label: 'Not asked any more from',
                kind: 'date' as const,
                hint: 'Empty while they are',
              },
            ]
          : []),
      ]}
      work={async (values, key) => {
        const terms = {
          name: values.name ?? '',
          offers: values.offers ?? '',
          dayRate: values.dayRate ? Number(values.dayRate.replace(/[£,\s]/g, '')) : null,
          diligence: values.diligence || null,
          diligenceUntil: values.diligenceUntil || null,
          endedOn: values.endedOn || null,
        };
        await (partner
          ? answered(
              partnerResourceChange({
                path: { id: partner.id },
                headers: { 'If-Match': `"${partner.version}"` },
                body: terms as PartnerTerms,
              }),
            )
          : answered(
              partnerResourceAdd({
                headers: { 'Idempotency-Key': key },
                body: Object.fromEntries(
                  Object.entries(terms).filter(([, value]) => value !== null),
                ) as unknown as PartnerTerms,
              }),
            ));
        await queries.invalidateQueries({ queryKey: ['partners'] });
      }}
      onClose={onClose}
    />
  );
}
