import type { DataSetMeta } from '../api/types.gen';
import { Copy } from '../ui/Copy';
import { AsAt } from './AsAt';
import { Conditions } from './Conditions';
import { isPicked, labelOf } from './columns';
import { Keep } from './Keep';
import { Pick } from './Pick';
import { type Asked, fits } from './query';

interface Props {
  meta: DataSetMeta;
  asked: Asked;
  onAsk: (next: Partial<Asked>) => void;
}

/** What is wanted of a data set: when, where, what of, which figures, and how it is to be. */
export function Builder({ meta, asked, onAsk }: Props) {
  const indicators = meta.columns.filter(({ kind }) => kind === 'indicator');
  const { kept, address } = fits(asked);
  const pick = (name: string, codes: string[]) => {
    const { [name]: _, ...others } = asked.picked;
    onAsk({ picked: codes.length > 0 ? { ...others, [name]: codes } : others });
  };
  return (
    <section className="sheet stack" aria-labelledby="ask-title">
      <header>
        <h2 id="ask-title">What you ask</h2>
        <div className="actions">
          {kept && <Keep id={meta.id} asked={asked} />}
          {address && <Copy label="Copy the address" text={() => location.href} />}
          <button
            className="button"
            type="button"
            onClick={() =>
              onAsk({
                picked: {},
                conditions: [],
                indicators: [],
                sort: [],
                asAt: undefined,
                version: undefined,
              })
            }
          >
            Begin anew
          </button>
        </div>
      </header>
      <p className="soft small">
        {kept
          ? 'The address of this page is the question. Keep it under a name, or send it: it asks the same again, for what its reader may see.'
          : address
            ? 'The address of this page is the question. It is too long to be kept under a name: pick fewer, or none where you want all.'
            : 'This question is too long for an address. It is answered below; reloaded or sent, the page cannot open. Pick fewer, or none where you want all.'}
      </p>
      <div className="picks">
        {meta.columns.filter(isPicked).map((column) => (
          <Pick
            key={column.name}
            label={column.label}
            note={column.description}
            none="Any"
            options={(column.options ?? []).map(({ code }) => ({ code, label: labelOf(column, code) }))}
            chosen={asked.picked[column.name] ?? []}
            called={(code) => labelOf(column, code)}
            onChoose={(codes) => pick(column.name, codes)}
          />
        ))}
        {indicators.length > 1 && (
          <Pick
            label="Figures to show"
            note="Of each row that is found"
            none="All"
            options={indicators.map(({ name, label }) => ({ code: name, label }))}
            chosen={asked.indicators}
            called={(name) => indicators.find((one) => one.name === name)?.label ?? name}
            onChoose={(chosen) => onAsk({ indicators: chosen })}
          />
        )}
      </div>
      <div className="ask-more">
        <Conditions
          columns={meta.columns.filter((column) => !isPicked(column))}
          conditions={asked.conditions}
          onChange={(conditions) => onAsk({ conditions })}
        />
        {asked.version && (
          <div className="stack">
            <p>
              As it was in version <strong>{asked.version}</strong>
            </p>
            <button className="button" type="button" onClick={() => onAsk({ version: undefined })}>
              Ask what is known now
            </button>
          </div>
        )}
        {meta.remembers && !asked.version && <AsAt asAt={asked.asAt} onAsk={(asAt) => onAsk({ asAt })} />}
      </div>
    </section>
  );
}
