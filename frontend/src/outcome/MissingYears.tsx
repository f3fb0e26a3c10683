import { inWords, type Missing } from './missing';

/** Why there is nothing for some years. */
export function MissingYears({ missing }: { missing: Missing[] }) {
  return (
    <ul className="plain soft small">
      {missing.map((one) => (
        <li key={one.from}>
          {inWords(one)}: {one.reason}.
        </li>
      ))}
    </ul>
  );
}
