/** What somebody else saved meanwhile, beside what was typed here; nothing typed is lost. */
export function Stale({
  rows,
  onTakeTheirs,
}: {
  rows: { label: string; theirs: string; mine: string }[];
  onTakeTheirs: () => void;
}) {
  const different = rows.filter((row) => row.theirs !== row.mine);
  return (
    <div className="notice warn" role="alert">
      <strong>Somebody else has saved a change since you opened this.</strong>
      <p>What you typed is still here. Save again to keep yours, or take theirs.</p>
      {different.length > 0 && (
        <div className="table">
          <table>
            <caption className="visually-hidden">Where the two versions differ</caption>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Theirs, saved</th>
                <th scope="col">Yours, typed</th>
              </tr>
            </thead>
            <tbody>
              {different.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  <td>{row.theirs || '–'}</td>
                  <td>{row.mine || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="actions">
        <button className="button" type="button" onClick={onTakeTheirs}>
          Take theirs
        </button>
      </p>
    </div>
  );
}
