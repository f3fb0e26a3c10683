/** Whether an analyst may read rows of pupils; nobody else is granted them. */
export function PupilRows({ granted, onGrant }: { granted: boolean; onGrant: (granted: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={granted} onChange={(event) => onGrant(event.target.checked)} />
      May read rows of pupils, under pseudonyms
    </label>
  );
}
